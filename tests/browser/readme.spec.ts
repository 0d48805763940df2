// The pictures of the README: the seed scenario, found. They are taken with the others, and copied to
// `readme/` by hand when the console has changed.

import { screenshot } from "./playwright.config";
import { expect, panel, settled, test } from "./support/console";
import { deletion } from "./support/account";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("the console", async ({ page, request }) => {
      await page.goto(`/events?q=access:write&from=-30d&sel=${await deletion(request)}`);
      await settled(page);
      await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: screenshot(`console-${colorScheme}`) });
    });
  });
}
