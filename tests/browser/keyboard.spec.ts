// The keys: each does what the sheet says, none does anything in a field, and a switch turns them off.

import { expect, ids, panel, rows, settled, test } from "./support/console";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ page }) => {
  await page.goto("/events?q=access:write&from=-30d&size=25");
  await settled(page);
});

/** The id of the row that has the focus. */
async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>("tr[data-id]")?.dataset.id);
}

test("j and k go along the rows, o opens and closes, Esc goes back to the row", async ({ page }) => {
  const all = await ids(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await focused(page)).toBe(all[1]);
  await page.keyboard.press("k");
  expect(await focused(page)).toBe(all[0]);
  await page.keyboard.press("o");
  await expect(panel(page).getByText(all[0] ?? "", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("j");
  await expect(panel(page).getByText(all[1] ?? "", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("o");
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  expect(await focused(page)).toBe(all[1]);
});

test("pages, time, zone, full page and the way back to the list", async ({ page }) => {
  const first = await ids(page);
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/[?&]at=/);
  await settled(page);
  expect(await ids(page)).not.toEqual(first);
  await page.keyboard.press("[");
  await settled(page);
  await expect.poll(() => ids(page)).toEqual(first);
  await page.keyboard.press("t");
  await expect(page.getByRole("dialog", { name: "Time range" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await expect(page).toHaveURL(/tz=local/);
  await page.keyboard.press("u");
  await expect(page).not.toHaveURL(/tz=/);
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(panel(page).getByRole("link", { name: "Full page" })).toBeVisible();
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/\/events\/[^?]+/);
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/events\?q=access:write$/);
});

test("r asks again", async ({ page }) => {
  const again = page.waitForRequest("**/api/events?*");
  await page.keyboard.press("r");
  await again;
});

test("narrow rows and wrapped values are remembered in this browser, not in the link", async ({ page }) => {
  const height = () => rows(page).nth(2).evaluate((row) => row.getBoundingClientRect().height);
  const wide = await height();
  const before = page.url();
  await page.keyboard.press("d");
  await expect.poll(height).toBeLessThan(wide);
  expect(page.url()).toBe(before);
  await page.reload();
  await settled(page);
  expect(await height()).toBeLessThan(wide);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toMatch(/eventID|access:write|alana/);
});

test("the sheet lists every key, and its switch turns them off", async ({ page }) => {
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toBeVisible();
  for (const key of ["/", "j", "k", "o", "f", "[", "]", "t", "u", "r", "l", ".", "h", "d", "w", "x", "c", "y", "e", "Esc", "Enter"]) {
    await expect(sheet.locator("kbd").getByText(key, { exact: true }).first(), key).toBeVisible();
  }
  await sheet.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("t");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // The way back needs no key.
  await page.getByRole("button", { name: "? Keys" }).click();
  await sheet.getByRole("checkbox").check();
  await sheet.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("t");
  await expect(page.getByRole("dialog", { name: "Time range" })).toBeVisible();
});

test("a key typed into a field is a letter", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Query" });
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await page.keyboard.type("jotx?");
  await expect(field).toHaveValue("jotx?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("/ goes to the field at once: what is typed right after it is no shortcut", async ({ page }) => {
  await page.goto("/");
  await settled(page);
  const focused = await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
    return document.activeElement?.id;
  });
  expect(focused).toBe("query");
});
