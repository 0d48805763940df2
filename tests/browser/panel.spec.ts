// The panel has the width and the place that the reader gave it, and keeps them.

import { deletion } from "./support/account";
import { expect, panel, rows, settled, test } from "./support/console";
import type { Page } from "@playwright/test";

const splitter = (page: Page) => page.getByRole("separator", { name: "Width of the event" });
const width = async (page: Page) => Math.round((await panel(page).boundingBox())?.width ?? 0);

test.beforeEach(async ({ page, request }) => {
  await page.goto(`/events?q=access:write&sel=${await deletion(request)}`);
  await settled(page);
  await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
});

test("the line between table and panel moves by keyboard", async ({ page }) => {
  const before = await width(page);
  await splitter(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => width(page)).toBe(before + 16);
  await expect(splitter(page)).toHaveAttribute("aria-valuenow", String(before + 16));
  await page.keyboard.press("Home");
  await expect.poll(() => width(page)).toBe(360);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => width(page)).toBe(360);
  await page.keyboard.press("End");
  await expect.poll(() => width(page)).toBe(900);
  await page.reload();
  await expect.poll(() => width(page)).toBe(900);
  await splitter(page).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeHidden();
});

test("the line is dragged", async ({ page }) => {
  const line = await splitter(page).boundingBox();
  if (!line) throw new Error("there is no line");
  const before = await width(page);
  const [x, y] = [line.x + line.width / 2, line.y + 200];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await width(page)) - before - 60)).toBeLessThan(10);
  // Let go, it follows no more.
  const after = await width(page);
  await page.mouse.move(x + 100, y);
  expect(await width(page)).toBe(after);
});

test("below the table, and remembered there", async ({ page }) => {
  await panel(page).getByLabel("Place of the event").selectOption("Below");
  const table = page.getByRole("region", { name: "Events", exact: true });
  const below = async () => {
    const [upper, lower] = [await table.boundingBox(), await panel(page).boundingBox()];
    return upper !== null && lower !== null && lower.width === upper.width && lower.x === upper.x;
  };
  await expect.poll(below).toBe(true);
  await expect(splitter(page)).toBeHidden();
  await page.reload();
  await expect(panel(page)).toBeVisible();
  await expect.poll(below).toBe(true);
});

test("in the list, under its row, wherever that is", async ({ page }) => {
  await panel(page).getByLabel("Place of the event").selectOption("In the list");
  const under = (n: number) =>
    expect.poll(() =>
      rows(page).nth(n).evaluate((row) => row.nextElementSibling?.querySelector("aside")?.textContent ?? ""),
    );
  const selected = await rows(page).evaluateAll((all) => all.findIndex((row) => row.classList.contains("selected")));
  await under(selected).toContain("DeleteDBInstance");
  const cell = page.locator("tr.inline-panel > td");
  const visible = await page.locator(".table > table > thead th:visible").count();
  await expect(cell).toHaveAttribute("colspan", String(visible));

  // Another row takes it along, a reload finds it there, and the rows alone are the list.
  await rows(page).first().click();
  await under(0).not.toBe("");
  await expect(cell).toHaveCount(1);
  await page.keyboard.press("j");
  await under(1).not.toBe("");
  await page.reload();
  await under(1).not.toBe("");
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(cell).toHaveCount(0);
  await expect(panel(page)).toBeHidden();
  await expect(rows(page).nth(1).getByRole("link").first()).toBeFocused();

  // And back beside the table.
  await rows(page).first().click();
  await panel(page).getByLabel("Place of the event").selectOption("Beside");
  await expect(cell).toHaveCount(0);
  await expect(splitter(page)).toBeVisible();
});
