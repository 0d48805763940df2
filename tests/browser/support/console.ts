// The test that every spec uses: a page on which nothing unexpected may happen, and words for the console.

import { test as base, expect, type Locator, type Page } from "@playwright/test";

type Options = {
  /** Console errors that a test brings about on purpose: `test.use({ expectedErrors: /status of 404/ })`. */
  expectedErrors: RegExp | null;
  /** An origin to which a page may lead: where people sign in. */
  otherOrigin: string | null;
};

/**
 * `test` of Playwright. A page of it fails its test on a dialog, an uncaught error, a console error or
 * warning, a breach of the content security policy, or a request to another origin.
 */
export const test = base.extend<Options & { quiet: void }>({
  expectedErrors: [null, { option: true }],
  otherOrigin: [null, { option: true }],
  quiet: [
    async ({ context, expectedErrors, otherOrigin }, use) => {
      const incidents: string[] = [];
      context.on("dialog", async (dialog) => {
        incidents.push(`dialog: ${dialog.message()}`);
        await dialog.dismiss();
      });
      context.on("weberror", (error) => incidents.push(`uncaught: ${error.error().message}`));
      context.on("console", (message) => {
        const bad = ["error", "warning"].includes(message.type());
        if (bad && !expectedErrors?.test(message.text())) incidents.push(`console: ${message.text()}`);
      });
      context.on("request", (request) => {
        const page = request.frame().page();
        const url = new URL(request.url());
        const own = url.protocol === "data:" || url.protocol === "blob:";
        // A test that starts a server of its own leaves the base URL; the page stays the measure.
        const home = page.url() === "about:blank" ? url.origin : new URL(page.url()).origin;
        const known = [home, otherOrigin].includes(url.origin) || home === otherOrigin;
        if (!own && !known) incidents.push(`request to another origin: ${url.href}`);
      });
      await context.addInitScript(() =>
        document.addEventListener("securitypolicyviolation", (breach) =>
          console.error(`policy: ${breach.violatedDirective} ${breach.blockedURI}`),
        ),
      );
      await use();
      expect(incidents, "what happened on the page unasked").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The rows of the table, without the headings of the days. */
export function rows(page: Page): Locator {
  return page.getByRole("region", { name: "Events", exact: true }).locator("tr[data-id]");
}

/** The event beside the table. */
export function panel(page: Page): Locator {
  return page.getByRole("complementary", { name: "Event detail" });
}

/** The event on a page of its own. */
export function article(page: Page): Locator {
  return page.getByRole("article", { name: "Event detail" });
}

/** The line of `name` among the seven of an event: Who, When, Where from … */
export function fact(detail: Locator, name: string): Locator {
  const line = detail.locator("dl > div").filter({ has: detail.page().locator(`dt:text-is("${name}")`) });
  return line.getByRole("definition");
}

/** The chips of the query as `key = value`, in the order of the alphabet. */
export async function chips(page: Page): Promise<string[]> {
  const buttons = page.getByRole("search", { name: "Events" }).getByRole("button", { name: /^Remove / });
  const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  return names.map((name) => name.replace(/^Remove /, "")).sort();
}

/** Types `text` as the next terms of the query and asks. */
export async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("combobox", { name: "Query" }).fill(text);
  await page.getByRole("button", { name: "Search", exact: true }).click();
}

/** Waits until the rows or the notice of the newest question are shown. */
export async function settled(page: Page): Promise<void> {
  const results = page.getByRole("region", { name: "Events", exact: true });
  await expect(results).toHaveAttribute("aria-busy", "false");
  await expect(results.locator("tr[data-id], h2").filter({ visible: true }).first()).toBeVisible();
}

/** The ids of the rows, in their order. */
export async function ids(page: Page): Promise<string[]> {
  return rows(page).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.id ?? ""));
}
