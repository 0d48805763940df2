// Everything that can be seen is in the address: a link shows a colleague the same, and Back goes back.

import { chips, expect, ids, panel, rows, search, settled, test } from "./support/console";
import type { Page } from "@playwright/test";

test("a pasted link restores the view", async ({ page, browser, baseURL, request }) => {
  const range = { from: "2020-01-01T00:00:00Z", to: new Date().toISOString() };
  const query = new URLSearchParams({ q: "event:Delete* access:write", ...range, sort: "time", size: "25" });
  const answer = await (await request.get(`/api/events?${query}`)).json();
  const chosen = answer.rows[2];
  query.set("sel", chosen.eventID);
  query.set("tab", "raw");
  await page.goto(`/events?${query}`);

  // Somebody else's browser, with the address as this one shows it.
  await expect(panel(page)).toContainText(chosen.eventID);
  const link = page.url();
  const context = await browser.newContext({ baseURL });
  const theirs = await context.newPage();
  await theirs.goto(link);
  for (const shown of [page, theirs]) {
    await settled(shown);
    expect(await chips(shown)).toEqual(["access = write", "event = Delete*"]);
    expect(await ids(shown)).toEqual(answer.rows.map((row: { eventID: string }) => row.eventID));
    await expect(shown.getByRole("columnheader", { name: /^Time, oldest first/ })).toBeVisible();
    await expect(shown.getByRole("button", { name: /^Time range: 1 Jan 2020 / })).toBeVisible();
    await expect(panel(shown).getByRole("heading", { name: chosen.eventName })).toBeVisible();
    await expect(panel(shown).getByRole("button", { name: "Raw", exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(panel(shown).getByRole("region", { name: "Raw record" })).toContainText(chosen.eventID);
  }
  expect(theirs.url()).toBe(link);
  await context.close();
});

test("Back leaves the panel, then the query", async ({ page }) => {
  await page.goto("/events?q=access:write");
  await settled(page);
  const before = await ids(page);

  await search(page, "who:alana");
  await expect(page).toHaveURL(/who:alana/);
  await expect.poll(() => chips(page)).toEqual(["access = write", "who = alana"]);
  await rows(page).first().click();
  await expect(panel(page)).toBeVisible();

  await page.goBack();
  await expect(panel(page)).toBeHidden();
  expect(await chips(page)).toEqual(["access = write", "who = alana"]);
  await page.goBack();
  await expect.poll(() => chips(page)).toEqual(["access = write"]);
  await expect.poll(() => ids(page)).toEqual(before);
  await page.goForward();
  await page.goForward();
  await expect(panel(page)).toBeVisible();
});

test("the full page leads back to the same list", async ({ page }) => {
  await page.goto("/events?q=who:alana&from=-7d");
  await settled(page);
  const before = await ids(page);
  await rows(page).first().click();
  await panel(page).getByRole("link", { name: "Full page" }).click();
  await page.getByRole("link", { name: "All events" }).click();
  await expect(page).toHaveURL(/\/events\?q=who:alana&from=-7d$/);
  await settled(page);
  expect(await ids(page)).toEqual(before);
});

test.describe("an address that is wrong", () => {
  // It is asked before the application has come, which knows better.
  test.use({ expectedErrors: /status of 400/ });

  test("what an address says in vain is named", async ({ page }) => {
    await page.goto("/events?from=noon&tz=mars&utm_source=mail");
    await settled(page);
    const notices = page.getByRole("status").getByRole("listitem");
    await expect(notices.filter({ hasText: "The range begins 24 hours ago" })).toBeVisible();
    await expect(notices.filter({ hasText: "Times are in UTC" })).toBeVisible();
    await expect(page).toHaveURL(/\/events$/);
  });
});

/** What the page put on the clipboard. */
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe("a link is copied", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("frozen, with the moments that the page shows", async ({ page, browser, baseURL }) => {
    await page.goto("/events?q=who:alana&from=-7d&size=25&tz=Asia/Tokyo");
    await settled(page);
    const shown = await ids(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("button", { name: /^Frozen/ }).click();
    await expect(page.getByRole("status").getByText("Frozen link copied.").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
    const link = new URL(await clipboard(page));
    const [from, to] = [link.searchParams.get("from") ?? "", link.searchParams.get("to") ?? ""];
    expect(Date.parse(to) - Date.parse(from)).toBe(7 * 24 * 3600 * 1000 + 1);
    expect(link.searchParams.get("tz")).toBe("Asia/Tokyo");

    const theirs = await browser.newPage({ baseURL });
    await theirs.goto(link.href);
    await settled(theirs);
    expect(await ids(theirs)).toEqual(shown);
    await theirs.close();
  });

  test("live, as the address is", async ({ page }) => {
    await page.goto("/events?q=who:alana&from=-7d");
    await settled(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("button", { name: /^Live\b.+/s }).click();
    await expect(page.getByRole("status").getByText("Live link copied.").first()).toBeVisible();
    expect(await clipboard(page)).toBe(page.url());
  });

  test("frozen by a key, and a long one with a warning", async ({ page }) => {
    const names = Array.from({ length: 90 }, (_, n) => `somebody-of-a-long-name-${n}`).join(",");
    await page.goto(`/events?q=who:${names}`);
    await settled(page);
    const long = page.getByText(/long links are cut by some programs/);
    await expect(long).toBeVisible();
    await page.keyboard.press("y");
    await expect(page.getByRole("status").getByText("Frozen link copied.").first()).toBeVisible();
    await expect(long).toBeVisible();
    expect(await clipboard(page)).toMatch(/from=\d{4}-.*&to=\d{4}-/);
  });
});

test("moments are shown in the reader's zone if asked", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, timezoneId: "Asia/Kathmandu" });
  const page = await context.newPage();
  await page.goto("/events?q=who:alana");
  await settled(page);
  const clock = rows(page).first().getByRole("time");
  const utc = await clock.innerText();
  await page.getByRole("button", { name: "Time zone: UTC" }).click();
  await page.getByRole("button", { name: /^Local \(Asia\/Kath?mandu\)$/ }).click();
  await expect(page).toHaveURL(/[?&]tz=local/);
  await expect(page.getByRole("rowheader", { name: /UTC\+05:45|\+05:45/ }).first()).toBeVisible();
  await expect(clock).not.toHaveText(utc);
  await context.close();
});
