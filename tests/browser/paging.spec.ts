// Paging by cursor: every event of a query is on exactly one page, forward and back.

import { expect, ids, rows, settled, test } from "./support/console";
import type { APIRequestContext, Page } from "@playwright/test";

const DAY = 24 * 60 * 60 * 1000;

/** A range that does not move while the test runs, and a filter with several hundred events in it. */
function question(): URLSearchParams {
  const moment = (ago: number) => new Date(Date.now() - ago).toISOString();
  return new URLSearchParams({ q: "service:ec2", from: moment(89 * DAY), to: moment(0), size: "25" });
}

/** The ids of everything that matches, as the API's download has them. */
async function downloaded(request: APIRequestContext, query: URLSearchParams): Promise<string[]> {
  const answer = await request.get(`/api/events.ndjson?${query}`);
  expect(answer.ok()).toBe(true);
  const lines = (await answer.text()).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line).eventID);
}

/** Follows the link `word` to another page of rows. */
async function turn(page: Page, word: "Newer" | "Older"): Promise<void> {
  const first = rows(page).first();
  const before = (await first.getAttribute("data-id")) ?? "";
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: word }).click();
  await expect(first).not.toHaveAttribute("data-id", before);
  await settled(page);
}

async function isLast(page: Page, word: "Newer" | "Older"): Promise<boolean> {
  const link = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: word });
  return (await link.getAttribute("aria-disabled")) === "true";
}

for (const [order, onward, back] of [
  ["-time", "Older", "Newer"],
  ["time", "Newer", "Older"],
] as const) {
  test(`all pages with sort=${order} hold every event once`, async ({ page, request }) => {
    const query = question();
    query.set("sort", order);
    const expected = await downloaded(request, query);
    expect(expected.length).toBeGreaterThan(200);

    await page.goto(`/events?${query}`);
    await settled(page);
    const firstPage = await ids(page);
    expect(firstPage).toHaveLength(25);
    const seen = [...firstPage];
    let pages = 1;
    while (!(await isLast(page, onward))) {
      await turn(page, onward);
      seen.push(...(await ids(page)));
      pages += 1;
    }
    expect(seen).toEqual(expected);
    expect(pages).toBe(Math.ceil(expected.length / 25));

    for (let n = 1; n < pages; n += 1) await turn(page, back);
    expect(await ids(page)).toEqual(firstPage);
    expect(await isLast(page, back)).toBe(true);
  });
}

test("Back and Forward of the browser turn pages too", async ({ page }) => {
  await page.goto(`/events?${question()}`);
  await settled(page);
  const first = await ids(page);
  await turn(page, "Older");
  const second = await ids(page);
  await page.goBack();
  await expect.poll(() => ids(page)).toEqual(first);
  await page.goForward();
  await expect.poll(() => ids(page)).toEqual(second);
});

test("another number of rows per page begins at the first page", async ({ page }) => {
  await page.goto(`/events?${question()}`);
  await settled(page);
  const [newest] = await ids(page);
  await turn(page, "Older");
  await page.getByRole("link", { name: "100 rows per page" }).click();
  await expect(rows(page)).toHaveCount(100);
  await expect(rows(page).first()).toHaveAttribute("data-id", newest ?? "");
});

test.describe("a page position that leads nowhere", () => {
  test.use({ expectedErrors: /status of 400/ });

  test("shows the first page, and says so", async ({ page }) => {
    await page.goto("/events?q=service:ec2&from=-30d&at=AAAA");
    await expect(page.getByText("Page position no longer valid: this is the first page.")).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await expect(page).not.toHaveURL(/[?&]at=/);
  });
});
