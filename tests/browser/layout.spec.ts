// Nothing is wider than the window, from a telephone to a wide screen; pictures of it are kept.

import { screenshot } from "./playwright.config";
import { article, expect, rows, test } from "./support/console";
import { views } from "./support/views";
import { tooWide } from "./support/width";

const WIDTHS = [320, 640, 1024, 1440, 1920];

test.use({ expectedErrors: /status of (400|404|500)/ });

for (const [name, show] of Object.entries(views)) {
  test(`no horizontal scroll: ${name}`, async ({ page, request }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await show(page, request);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      // The table counts its columns anew when the window has changed.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await tooWide(page), `at ${width} px`).toEqual([]);
    }
  });
}

test("a narrow window opens an event on its own page", async ({ page, request }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await views.list?.(page, request);
  await rows(page).first().click();
  await expect(article(page)).toBeVisible();
  await page.goBack();
  await expect(rows(page).first()).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`pictures, ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const [name, view, width, height] of [
      ["panel-1440", "panel", 1440, 900],
      ["list-1024", "list", 1024, 768],
      ["list-640", "list", 640, 800],
      ["list-320", "list", 320, 640],
      ["time-range-320", "time range", 320, 640],
      ["event-1440", "event", 1440, 900],
      ["event-320", "event", 320, 640],
      ["bad-query-1440", "bad query", 1440, 900],
      ["empty-1440", "empty", 1440, 900],
      ["insight-1440", "insight", 1440, 900],
      ["insight-1024", "insight", 1024, 768],
      ["insight-390", "insight", 390, 844],
      ["insight-320", "insight", 320, 640],
      ["stretch-1440", "a stretch of time", 1440, 900],
      ["bars-table-1440", "bars as a table", 1440, 900],
      ["filters-390", "filters in a sheet", 390, 844],
      ["did-you-mean-1440", "did you mean", 1440, 900],
    ] as const) {
      test(name, async ({ page, request }) => {
        await page.setViewportSize({ width, height });
        await views[view]?.(page, request);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: screenshot(`${name}-${colorScheme}`) });
      });
    }
  });
}
