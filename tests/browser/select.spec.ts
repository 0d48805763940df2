// Rows are marked, to compare their events.

import { expect, ids, rows, settled, test } from "./support/console";
import type { Page } from "@playwright/test";

// Writes: of reads some pages are a burst or two.
const MANY = "/events?q=access:write&from=-90d&size=25";

const compare = (page: Page) => page.getByRole("link", { name: "Compare", exact: true });

test("two marked events are compared by a real link", async ({ page }) => {
  await page.goto(MANY);
  await settled(page);
  await expect(rows(page).getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("button", { name: "Select", exact: true }).click();
  const boxes = rows(page).getByRole("checkbox");
  await expect(boxes.first()).toBeFocused();
  await boxes.nth(0).check();
  await expect(compare(page)).toHaveAttribute("aria-disabled", "true");
  await boxes.nth(2).check();
  const [first, , third] = await ids(page);
  await expect(page.getByRole("group", { name: "Selected events" })).toContainText("2 selected");
  await expect(compare(page)).toHaveAttribute("href", new RegExp(`^/compare\\?ids=${first},${third}&q=`));
  // A click on a box opens nothing, and the keyboard goes on from there.
  await expect(page).not.toHaveURL(/sel=/);
  await page.keyboard.press("j");
  await expect(rows(page).nth(3).getByRole("rowheader").getByRole("link").first()).toBeFocused();

  await page.getByRole("button", { name: "Clear" }).click();
  await expect(rows(page).getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Select", exact: true })).toBeFocused();
});

test("by keys: x marks the row, c compares, Escape takes the marks away", async ({ page }) => {
  await page.goto(MANY);
  await settled(page);
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  const [first, second] = await ids(page);
  await expect(compare(page)).toHaveAttribute("href", new RegExp(`^/compare\\?ids=${first},${second}&q=`));
  await expect(rows(page).getByRole("checkbox", { checked: true })).toHaveCount(2);
  await page.keyboard.press("x");
  await expect(rows(page).getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(rows(page).getByRole("checkbox")).toHaveCount(0);
  for (const key of ["x", "k", "x", "c"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(new RegExp(`/compare\\?ids=${second},${first}`));
});

test("marks stay from page to page, and there are five at most", async ({ page }) => {
  await page.goto(MANY);
  await settled(page);
  await page.getByRole("button", { name: "Select", exact: true }).click();
  const boxes = rows(page).getByRole("checkbox");
  for (const n of [0, 1, 2]) await boxes.nth(n).check();
  const [first] = await ids(page);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(rows(page).first()).not.toHaveAttribute("data-id", first ?? "");
  await settled(page);
  for (const n of [0, 1]) await boxes.nth(n).check();
  await boxes.nth(2).click();
  await expect(boxes.nth(2)).not.toBeChecked();
  await expect(page.getByText("5 events are selected: no more can be compared.")).toBeAttached();
  const href = (await compare(page).getAttribute("href")) ?? "";
  expect(new URLSearchParams(href.split("?")[1]).get("ids")?.split(",")).toHaveLength(5);
  expect(href).toContain(`ids=${first},`);
});
