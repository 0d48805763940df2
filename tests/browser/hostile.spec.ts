// An account that an attacker wrote: every text of every event is a payload. The console shows each as
// the characters it is made of. That no dialog opens, nothing is logged, no policy is breached and nothing
// is asked of another origin is what `test` itself watches.

import { article, expect, fact, ids, panel, rows, settled, test } from "./support/console";
import { serve, type Server } from "./support/server";
import { tooWide } from "./support/width";
import type { Page } from "@playwright/test";

const ALL = "from=2026-01-15T00:00:00Z&to=2026-01-16T00:00:00Z&size=100";
const PAYLOADS = 52;

/** What the CSV of AWS's own event history begins with: the scripts of its readers go on working. */
const AWS_COLUMNS = [
  "User name",
  "AWS access key",
  "Event time",
  "Event source",
  "Event name",
  "AWS region",
  "Source IP address",
  "User agent",
];

let server: Server;
// Snapshots of every step of every payload take longer than the test.
test.use({ trace: "off" });
test.beforeAll(async () => {
  server = await serve("hostile");
});
test.afterAll(() => server.stop());

/** Elements that the console itself never makes, and links that leave it. */
async function expectNothingForeign(page: Page): Promise<void> {
  const foreign = await page.evaluate(() => {
    // What of a range is not covered stands right below the rows, where no text of an event comes.
    const details = "details:not(.results > details.gaps)";
    const never = `iframe, object, embed, base, math, form[action], ${details}, video, audio, template, marquee`;
    const inBody = "script, style, link, meta";
    const found = [...document.querySelectorAll(never), ...document.body.querySelectorAll(inBody)];
    for (const image of document.images) {
      if (new URL(image.src).origin !== location.origin) found.push(image);
    }
    for (const link of document.querySelectorAll<HTMLElement>("[href], [src], [xlink\\:href]")) {
      const target = link.getAttribute("href") ?? link.getAttribute("src") ?? "";
      const url = new URL(target, location.href);
      if (url.origin !== location.origin) found.push(link);
    }
    for (const element of document.querySelectorAll("*")) {
      // The width of the panel is the one thing that the console sets itself, on the root.
      const width = element === document.documentElement && element.getAttribute("style");
      const own = typeof width === "string" && /^--panel-width: \d+px;$/.test(width);
      const ways = [...element.attributes].filter((a) => a.name.startsWith("on") || (a.name === "style" && !own));
      if (ways.length > 0) found.push(element);
    }
    return found.map((element) => element.outerHTML.slice(0, 200));
  });
  expect(foreign, "elements that only a payload can have made").toEqual([]);
}

test("the list shows every payload and runs none", async ({ page }) => {
  await page.goto(`${server.url}/events?${ALL}`);
  await settled(page);
  await expect(rows(page)).toHaveCount(PAYLOADS);
  const list = page.getByRole("region", { name: "Events", exact: true });
  await expect(list.getByRole("link", { name: "<script>alert(1)</script>", exact: true })).toBeVisible();
  await expectNothingForeign(page);
});

test("characters that hide are named where they stand", async ({ page }) => {
  await page.goto(`${server.url}/events?${ALL}`);
  await settled(page);
  const override = rows(page).filter({ hasText: "gpj.exe" });
  await expect(override.getByTitle("right-to-left override").first()).toHaveText("U+202E");
  await expect(rows(page).filter({ hasText: "ana" }).getByTitle("zero width space").first()).toBeVisible();
  await expect(rows(page).getByTitle("null").first()).toHaveText("U+0000");
  await expect(rows(page).getByTitle("escape").first()).toHaveText("U+001B");
  // A Cyrillic letter in a Latin name is pointed out.
  await expect(rows(page).filter({ hasText: "\u0430lana" }).getByText("non-ASCII").first()).toBeVisible();
  // And none of them is on the page as itself.
  const text = await page.locator("body").evaluate((body) => body.textContent ?? "");
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
});

test("values that are offered are shown as they are, and asked for to the character", async ({ page }) => {
  for (const typed of ["event:", "event:<", "who:", "ip:"]) {
    await page.goto(`${server.url}/events?${ALL}`);
    await settled(page);
    await page.getByRole("combobox", { name: "Query" }).pressSequentially(typed);
    const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
    await expect(options.first()).toBeVisible();
    await expectNothingForeign(page);
    const hiding = options.filter({ has: page.locator(".hidden-char") });
    await ((await hiding.count()) > 0 ? hiding : options).first().click();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/[?&]q=/);
    await settled(page);
    expect(await rows(page).count()).toBeGreaterThan(0);
    await expectNothingForeign(page);
  }
});

test("the panel of every event, with its record as a tree", async ({ page }) => {
  await page.goto(`${server.url}/events?${ALL}`);
  await settled(page);
  await rows(page).first().click();
  for (const id of await ids(page)) {
    await expect(panel(page).getByText(id, { exact: true }).first()).toBeVisible();
    await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
    await expectNothingForeign(page);
    await page.keyboard.press("j");
  }
});

test("the full page of a hostile event, and the pivots it offers", async ({ page, request }) => {
  await page.goto(`${server.url}/events/hostile-000?${ALL}`);
  await expect(article(page).getByRole("heading", { level: 1 })).toHaveText("<script>alert(1)</script>");
  await expect(fact(article(page), "Who")).toContainText("<script>alert(1)</script>");
  await expectNothingForeign(page);
  await article(page).getByRole("button", { name: "Raw", exact: true }).click();
  await expectNothingForeign(page);
  const { record } = await (await request.get(`${server.url}/api/events/hostile-000`)).json();
  await expect(article(page).getByRole("region", { name: "Raw record" })).toHaveText(record);

  await fact(article(page), "Who").getByRole("button", { name: /^Only <script>/ }).first().click();
  await settled(page);
  await expect(rows(page)).toHaveCount(1);
  await expectNothingForeign(page);
});

test("every section of every event, and the forms in which it is copied", async ({ page }) => {
  await page.goto(`${server.url}/events?${ALL}`);
  await settled(page);
  for (const id of await ids(page)) {
    // All sections at once, and the record once more for the printer.
    await page.goto(`${server.url}/events/${id}`);
    await expect(article(page).getByRole("heading", { level: 2 })).toHaveCount(5);
    await expect(article(page).locator(".hash")).toHaveText(/^[0-9a-f]{64}$/);
    await expect(article(page).locator("ol.around, .notice").first()).toBeVisible();
    await article(page).getByRole("button", { name: "Copy", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Copy" })).toBeVisible();
    await expectNothingForeign(page);
  }
});

test("payloads side by side", async ({ page }) => {
  await page.goto(`${server.url}/events?${ALL}`);
  await settled(page);
  const all = await ids(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (let n = 0; n + 1 < all.length; n += 5) {
    await page.goto(`${server.url}/compare?ids=${all.slice(n, n + 5).join(",")}&diff=all`);
    await expect(page.getByRole("region", { name: "Comparison" })).toBeVisible();
    await expectNothingForeign(page);
    expect(await tooWide(page)).toEqual([]);
  }
});

test("no payload makes a telephone scroll sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${server.url}/events?${ALL}`);
  await settled(page);
  expect(await tooWide(page)).toEqual([]);
  for (const id of ["hostile-014", "hostile-033", "hostile-036", "hostile-042"]) {
    await page.goto(`${server.url}/events/${id}`);
    await expect(article(page).getByRole("treeitem").first()).toBeVisible();
    expect(await tooWide(page), id).toEqual([]);
  }
});

test.describe("a query that is none", () => {
  // It is asked before the application has come, which would know that it is none.
  test.use({ expectedErrors: /status of 400/ });

  test("a query made of payloads is a query or an error, never markup", async ({ page }) => {
    for (const text of ["<img src=x onerror=alert(1)>", "\u202e\u200bwho:x", "javascript:alert(1)", "who:\"<b>\""]) {
      await page.goto(`${server.url}/events?${new URLSearchParams({ q: text })}`);
      await expect(page.getByRole("combobox", { name: "Query" })).toBeVisible();
      await expectNothingForeign(page);
    }
  });
});

test("the download menu leads to our own API, and its CSV runs no formula", async ({ page, request }) => {
  await page.goto(`${server.url}/events?${ALL}`);
  await settled(page);
  await page.getByRole("button", { name: "Download", exact: true }).click();
  const menu = page.getByRole("dialog", { name: "Download" });
  await expect(menu.getByRole("link")).toHaveCount(6);
  await expectNothingForeign(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("link", { name: "CSV, all matching" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const csv = await (await request.get(download.url())).text();
  expect(cells(csv).slice(0, AWS_COLUMNS.length)).toEqual(AWS_COLUMNS);
  for (const cell of cells(csv)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(cells(csv)).toContain("'+1+cmd|' /C calc'!A0");
});

/** The cells of a CSV file (RFC 4180), without their quotes. */
function cells(csv: string): string[] {
  const cell = /(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g;
  return [...csv.matchAll(cell)].map((found) => (found[1] ?? found[2] ?? "").replaceAll('""', '"'));
}
