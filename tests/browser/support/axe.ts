// What axe has to say about a page: WCAG 2.2 AA and its best practices.

import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "@playwright/test";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page, each as a line of rule and element. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const results = await page.evaluate(async (tags) => {
    const axe = (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe;
    return axe.run({ runOnly: { type: "tag", values: tags } });
  }, TAGS);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
}
