// What sign-in adds to the pages, as a whole: axe, every width, and pictures of it.

import { screenshot } from "./playwright.config";
import { violations } from "./support/axe";
import { arrive, expect, settled, test, until } from "./support/signing-in";
import { tooWide } from "./support/width";
import type { Hosted } from "./support/hosted";
import type { Page } from "@playwright/test";

const views: Record<string, (page: Page, hosted: Hosted) => Promise<void>> = {
  account: async (page, hosted) => {
    await arrive(page, hosted, "/events?q=access:write&from=-7d");
    await settled(page);
    await page.getByRole("button", { name: /^Account/ }).click();
  },
  "session-ended": async (page, hosted) => {
    await arrive(page, hosted, "/events?q=access:write&from=-7d");
    await settled(page);
    await hosted.issuer.forgetAll();
    await until(page, hosted, "sessionStale");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Session ended" })).toBeVisible();
  },
  "no-access": async (page, hosted) => {
    await arrive(page, hosted, "/events?q=access:write", "eve");
    await expect(page.getByRole("heading", { name: "No access" })).toBeVisible();
  },
  "signed-out": async (page, hosted) => {
    await page.goto(`${hosted.url}/signed-out`);
  },
  "sign-in-refused": async (page, hosted) => {
    await page.goto(`${hosted.url}/`);
    await page.getByRole("link", { name: /Cancel/ }).click();
    await expect(page.getByRole("heading", { name: "The sign-in was refused" })).toBeVisible();
  },
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    // The script of axe is put in past the policy; that the policy is kept is checked elsewhere.
    test.use({ colorScheme, bypassCSP: true });
    for (const [name, show] of Object.entries(views)) {
      test(name, async ({ page, hosted }) => {
        await show(page, hosted);
        for (const width of [1440, 640, 320]) {
          await page.setViewportSize({ width, height: 800 });
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          expect(await tooWide(page), `at ${width} px`).toEqual([]);
          await page.screenshot({ path: screenshot(`${name}-${width}-${colorScheme}`) });
        }
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}
