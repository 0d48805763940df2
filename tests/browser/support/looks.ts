// What can be read off a page by a script: sizes of targets, names of controls, texts that do not fit.

import type { Page } from "@playwright/test";

const CONTROLS = "a[href], button, input, select, summary, [role=separator][tabindex], [role=option]";

/**
 * The controls smaller than 24 × 24 CSS px that another control comes too close to (WCAG 2.5.8). A link in a
 * line of text may be as high as its line.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const seen = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest("[inert]"),
    );
    // A control inside a label is as large as that.
    const box = (one: HTMLElement) => (one.closest("label") ?? one).getBoundingClientRect();
    const boxes = seen.map((one) => ({ one, box: box(one) })).filter(({ box }) => box.width > 0);
    const small = boxes.filter(({ box }) => box.width < 24 || box.height < 24);
    const crowded = small.filter(({ one, box }) => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return boxes.some(({ one: other, box: near }) => {
        if (other === one || other.contains(one) || one.contains(other)) return false;
        const dx = Math.max(near.left - x, 0, x - near.right);
        const dy = Math.max(near.top - y, 0, y - near.bottom);
        return Math.hypot(dx, dy) < 12;
      });
    });
    return crowded.map(({ one, box }) => `${one.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`);
  }, CONTROLS);
}

/** The controls whose name does not contain the words that are seen on them (WCAG 2.5.3). */
export async function misnamed(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const plain = (text: string) => text.replaceAll(/[\s\u00a0]+/g, " ").trim().toLowerCase();
    const wrong = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => {
      const name = one.getAttribute("aria-label");
      // The options of a selection are its value, not its name.
      if (name === null || one.tagName === "SELECT" || !one.checkVisibility()) return false;
      const seen = plain(one.innerText ?? "");
      return /[a-z0-9]/.test(seen) && !plain(name).includes(seen);
    });
    return wrong.map((one) => `${one.getAttribute("aria-label")} ≠ ${one.innerText}`);
  }, CONTROLS);
}

/** The texts that are cut off where nothing says so and nothing scrolls (WCAG 1.4.4, 1.4.12). */
export async function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>("body *")].filter((one) => {
      if (!one.checkVisibility() || one.closest(".visually-hidden, svg")) return false;
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const style = getComputedStyle(one);
      if (!own || !["hidden", "clip"].includes(style.overflowY)) return false;
      // An ellipsis says that there is more, in one line; a line that is cut through says nothing.
      return one.scrollHeight > one.clientHeight + 2;
    });
    return cut.map((one) => `${one.tagName}.${one.className}: ${one.innerText.slice(0, 60)}`);
  });
}
