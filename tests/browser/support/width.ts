// Whether a page is wider than its window.

import type { Page } from "@playwright/test";

/** The elements that reach beyond the right edge of a page that scrolls sideways; none if it does not. */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const names = wide.map((element) => `${element.tagName}.${element.getAttribute("class") ?? ""}`);
    return [`the page scrolls: ${root.scrollWidth} px in ${root.clientWidth} px`, ...names.slice(0, 8)];
  });
}
