// In either theme and in every state: axe finds nothing (WCAG 2.2 AA and its best practices), every control is
// large enough, and is called what is written on it.

import { violations } from "./support/axe";
import { expect, test } from "./support/console";
import { misnamed, smallTargets } from "./support/looks";
import { views } from "./support/views";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    // The script is put in past the policy; that the policy is kept is checked elsewhere.
    test.use({ colorScheme, bypassCSP: true, expectedErrors: /status of (400|404|500)/ });
    for (const [name, show] of Object.entries(views)) {
      test(name, async ({ page, request }) => {
        await show(page, request);
        expect(await violations(page)).toEqual([]);
        expect(await smallTargets(page), "targets").toEqual([]);
        expect(await misnamed(page), "names").toEqual([]);
      });
    }
  });
}

test("a reader's choice of theme is kept", async ({ page, request }) => {
  await views.list?.(page, request);
  const background = () => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Use the dark theme" }).click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect(page.getByRole("button", { name: "Use the light theme" })).toBeVisible();
  expect(await background()).toBe(dark);
});
