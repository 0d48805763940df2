// The page for those who want less motion, more contrast, their own colours, larger text or more room in it; and
// what is told to those who don't see it.

import { clipped } from "./support/looks";
import { article, expect, panel, rows, settled, test } from "./support/console";
import { tooWide } from "./support/width";
import { views } from "./support/views";
import type { Page } from "@playwright/test";

const LIST = "/events?q=access:write&from=-7d&size=25";

/** What the page's live region says. */
function said(page: Page) {
  return page.locator("p.visually-hidden[role=status]");
}

test("less motion: nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(LIST);
  await settled(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .map((one) => getComputedStyle(one))
      .filter((style) => style.transitionDuration.split(", ").some((time) => Number.parseFloat(time) > 0)).length,
  );
  expect(moving).toBe(0);
});

test("more contrast: every line is as strong as a control's border", async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  const line = () => rows(page).first().locator("td").first().evaluate((cell) => getComputedStyle(cell).borderBottomColor);
  const usual = await line();
  await page.emulateMedia({ contrast: "more" });
  await expect.poll(line).not.toBe(usual);
});

test("the reader's own colours: borders tell what backgrounds told", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/events?q=-outcome:ok&from=-30d");
  await settled(page);
  const border = (selector: string) =>
    page.locator(selector).first().evaluate((one) => Number.parseFloat(getComputedStyle(one).borderTopWidth));
  expect(await border(".badge")).toBeGreaterThan(0);
  expect(await border(".chip")).toBeGreaterThan(0);
  await rows(page).first().click();
  const selected = rows(page).first().locator(":scope > :first-child");
  const marks = () =>
    selected.evaluate((cell) => {
      const style = getComputedStyle(cell);
      return style.outlineStyle !== "none" || Number.parseFloat(style.borderInlineStartWidth) > 0;
    });
  await expect.poll(marks, "the selected row is marked without a background").toBe(true);
});

test.describe("larger text, wider text", () => {
  test.use({ bypassCSP: true, expectedErrors: /status of (404|500)/ });
  const spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }";
  for (const name of ["list", "panel", "event", "empty", "failure", "time range"]) {
    test(`room between letters and lines: ${name}`, async ({ page, request }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await views[name]?.(page, request);
      await page.addStyleTag({ content: spacing });
      expect(await clipped(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });
    test(`text of twice the size: ${name}`, async ({ page, request }) => {
      // What a browser does at 200 %: half the pixels.
      await page.setViewportSize({ width: 640, height: 450 });
      await views[name]?.(page, request);
      expect(await clipped(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });
  }
});

test("another page: its title, the focus on its heading", async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  await rows(page).first().click();
  await panel(page).getByRole("link", { name: "Full page" }).click();
  const heading = article(page).getByRole("heading", { level: 1 });
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${await heading.innerText()} · `));
  await page.getByRole("link", { name: "All events" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Events" })).toBeFocused();
  await expect(page).toHaveTitle(/Events · Whodunit$/);
});

test("what came, and which row one is on, is told", async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  const count = await rows(page).count();
  await expect(said(page)).toHaveText(new RegExp(`^${count} events? loaded`));
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(said(page)).toHaveText(new RegExp(`, row 2 of ${count}$`));
  await page.keyboard.press("o");
  // The focus stays in the list until it is asked for.
  expect(await page.evaluate(() => document.activeElement?.closest("tr") !== null)).toBe(true);
  await page.keyboard.press("j");
  await expect(said(page)).toHaveText(new RegExp(`, row 3 of ${count}$`));
});

test("the language is named, and every text of an event is set apart", async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const bare = await page.locator("bdi.untrusted").evaluateAll(
    (all) => all.filter((one) => one.getAttribute("dir") !== "ltr" || getComputedStyle(one).unicodeBidi !== "isolate").length,
  );
  expect(bare).toBe(0);
  expect(await page.locator("bdi.untrusted").count()).toBeGreaterThan(50);
});
