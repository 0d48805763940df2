// axe finds nothing, in either theme, in any state: WCAG 2.2 AA and its best practices.

import { expect, test } from "./support/console";
import { views } from "./support/views";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "@playwright/test";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page, each as a line of rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const results = await page.evaluate(async (tags) => {
    const axe = (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe;
    return axe.run({ runOnly: { type: "tag", values: tags } });
  }, TAGS);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    // The script is put in past the policy; that the policy is kept is checked elsewhere.
    test.use({ colorScheme, bypassCSP: true, expectedErrors: /status of (404|500)/ });
    for (const [name, show] of Object.entries(views)) {
      test(name, async ({ page, request }) => {
        await show(page, request);
        expect(await violations(page)).toEqual([]);
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
