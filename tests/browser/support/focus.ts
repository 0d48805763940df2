// Going through a page by keyboard alone, as somebody who has to see where they are.

import { expect } from "./console";
import type { Locator, Page } from "@playwright/test";

/** Steps with Tab (or Shift+Tab) until `wanted` has the focus; each step on the way can be seen. */
export async function stepTo(page: Page, wanted: Locator, key = "Tab"): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement).catch(() => false)) return;
    await page.keyboard.press(key);
    expect(await hidden(page), "the focus can be seen").toBe("");
  }
  throw new Error("the focus did not come there by keyboard");
}

/** Why the focus cannot be seen; nothing when it can (WCAG 2.4.7, 2.4.11). */
export async function hidden(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return "";
    const name = active.outerHTML.slice(0, 120);
    const style = getComputedStyle(active);
    const around = active.closest(":focus-within.query-box");
    const ring = (one: Element) => Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2;
    if (style.outlineStyle === "none" && !(around && ring(around))) return `no ring: ${name}`;
    // At least one of its parts is on top of everything.
    const points = [...active.getClientRects()].flatMap((box) => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return [[x, y], [box.left + 3, y], [box.right - 3, y]] as const;
    });
    const onTop = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (active.contains(top) || top.contains(active));
    });
    return onTop ? "" : `covered or out of sight: ${name}`;
  });
}

/** Whether Tab does not lead out of the page's main part, within more steps than there are stops in it. */
export async function isTrapped(page: Page): Promise<boolean> {
  const stops = await page.locator("main").evaluate((main) => main.querySelectorAll("a, button, input, select, summary, [tabindex]").length);
  for (let steps = 0; steps <= stops && (await within(page)); steps += 1) {
    await page.keyboard.press("Tab");
    expect(await hidden(page), "the focus can be seen").toBe("");
  }
  return within(page);
}

/** Whether Shift+Tab leads back into the page's main part, which Tab has just led out of. */
export async function leadsBack(page: Page): Promise<boolean> {
  // Chromium may stop at its own bar on the way.
  for (let steps = 0; steps < 2 && !(await within(page)); steps += 1) await page.keyboard.press("Shift+Tab");
  return within(page);
}

function within(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector("main")?.contains(document.activeElement) ?? false);
}
