// Is anything missing? What came in, from where, how late; what is not collected; and whether a search could have
// found what it looked for.

import { expect, rows, settled, test } from "./support/console";

test("what came in, and what is not collected", async ({ page }) => {
  await page.goto("/status");
  const streams = page.getByRole("region", { name: "What came in" });
  await expect(streams.getByRole("row").nth(1)).toBeVisible();
  for (const name of ["Account", "Last event", "Lag", "Rejected", "Redelivered", "Quiet hours"]) {
    await expect(streams.getByRole("columnheader", { name, exact: true })).toBeVisible();
  }
  await expect(streams).toContainText("111122223333");
  await expect(page.getByText(/^Events are kept for 90 days/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Not collected" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^Nothing ever came from .*eu-west-1/ })).toBeVisible();
});

test("a search that finds nothing says whether it could have", async ({ page }) => {
  await page.goto("/events?q=who:nobody-of-that-name+region:me-central-1&from=-7d");
  await settled(page);
  await expect(page.getByRole("heading", { name: "No events match" })).toBeVisible();
  const gaps = page.getByText(/^Not all of this range is covered/);
  await expect(gaps).toBeVisible();
  await expect(page.getByText("Nothing has come in that this search could find.")).toBeVisible();
  await page.getByRole("link", { name: "What came in, and what is not collected" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Status" })).toBeFocused();
});

test("what came in is asked for once, and after the rows", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (one) => asked.push(new URL(one.url()).pathname));
  await page.goto("/events?q=access:write&from=-7d");
  await settled(page);
  await expect.poll(() => asked.filter((path) => path === "/api/status").length).toBe(1);
  expect(asked.indexOf("/api/status")).toBeGreaterThan(asked.indexOf("/api/me"));
  await page.getByRole("button", { name: /^Remove access = write/ }).click();
  await settled(page);
  expect(asked.filter((path) => path === "/api/status")).toHaveLength(1);
});

test("who looked into the history is told by it", async ({ page }) => {
  test.setTimeout(120_000);
  const question = "event:NobodyEverDid who:nobody";
  await page.goto(`/events?q=${encodeURIComponent(question)}&from=-1h`);
  await settled(page);
  await page.goto("/status");
  await page.getByRole("link", { name: "what was searched, opened and downloaded" }).click();
  await settled(page);
  await expect(page).toHaveURL(/q=service:whodunit\+category:any/);
  // An event is made of it every few seconds; the question is in its record alone.
  const found = page.url().replace("category:any", `category:any+${encodeURIComponent("@eventData.requestParameters.q:*NobodyEverDid*")}`);
  await expect(async () => {
    await page.goto(found);
    await settled(page);
    await expect(rows(page).first()).toContainText("SearchEvents", { timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
  await expect(rows(page).first()).toContainText("laptop");
});
