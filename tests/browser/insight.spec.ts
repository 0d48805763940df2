// When did it happen, and who and what is in it: the bars over the rows, and the filters beside them.

import { chips, expect, ids, rows, settled, test } from "./support/console";
import type { Locator, Page } from "@playwright/test";

const WEEK = "/events?from=-7d";

function bars(page: Page): Locator {
  return page.getByRole("region", { name: "Events over time", exact: true });
}

function filters(page: Page): Locator {
  return page.getByRole("complementary", { name: "Filters" });
}

/** The bars, each with the sentence that it is. */
async function sentences(page: Page): Promise<string[]> {
  const all = bars(page).locator("svg").getByRole("button");
  await expect(all.first()).toBeAttached();
  return all.evaluateAll((bars) => bars.map((bar) => bar.getAttribute("aria-label") ?? ""));
}

/** The events in a bar's sentence. */
function events(sentence: string): number {
  return Number(/, ([\d,]+) events?/.exec(sentence)?.[1]?.replaceAll(",", ""));
}

/** How long the range in the address is, in minutes. */
function minutes(page: Page): number {
  const { searchParams } = new URL(page.url());
  const at = (name: string) => Date.parse(searchParams.get(name) ?? "");
  return (at("to") - at("from")) / 60_000;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
  await expect(bars(page)).toHaveAttribute("aria-busy", "false");
  await expect(bars(page).locator("svg")).toBeVisible();
}

test("when were calls denied: the sums, the bars, and a click on one of them", async ({ page }) => {
  await open(page, `${WEEK}&q=outcome:denied`);
  const sum = bars(page).getByRole("listitem").filter({ hasText: "Denied" });
  const denied = Number((await sum.innerText()).replace(/\D/g, ""));
  expect(denied).toBeGreaterThan(0);
  const all = await sentences(page);
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(all.length).toBeLessThanOrEqual(121);
  expect(all.map(events).reduce((sum, n) => sum + n, 0)).toBe(denied);
  const at = all.findIndex((sentence) => events(sentence) > 0);
  await bars(page).locator("svg").getByRole("button").nth(at).click();
  // The bars are two hours wide.
  await expect.poll(() => minutes(page)).toBe(120);
  await settled(page);
  expect((await ids(page)).length).toBe(events(all[at] ?? ""));
  await page.goBack();
  await expect(page).toHaveURL(/from=-7d/);
});

test("few denied calls among many are seen", async ({ page }) => {
  await open(page, "/events?from=-90d");
  const heights = await bars(page)
    .locator("svg rect.denied, svg rect.failed")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(0);
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(1.9);
});

test("a stretch is dragged over", async ({ page }) => {
  await open(page, WEEK);
  const box = await bars(page).locator("svg").boundingBox();
  if (!box) throw new Error("no bars");
  const count = (await sentences(page)).length;
  const middle = (n: number) => box.x + ((n + 0.5) * box.width) / count;
  await page.mouse.move(middle(10), box.y + 20);
  await page.mouse.down();
  await page.mouse.move(middle(15), box.y + 30, { steps: 4 });
  await expect(bars(page).locator("svg rect.chosen")).toHaveAttribute("width", "60");
  await page.mouse.up();
  await expect.poll(() => minutes(page)).toBe(6 * 120);
  await expect(page.getByRole("button", { name: /^Time range: / })).not.toContainText("Last 7 days");
});

test("the same by keyboard: one stop of the Tab key, arrows, Shift, Escape, Enter", async ({ page }) => {
  await open(page, WEEK);
  const all = await sentences(page);
  const stops = bars(page).locator("svg [tabindex='0']");
  await expect(stops).toHaveCount(1);
  await stops.focus();
  await page.keyboard.press("Home");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(await focused()).toBe(all[0]);
  for (let n = 0; n < 5; n += 1) await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe(all[5]);
  await expect(bars(page).getByText(all[5] ?? "", { exact: true })).toBeVisible();
  await expect(stops).toHaveCount(1);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(bars(page).locator("svg rect.chosen")).toHaveAttribute("width", "30");
  await page.keyboard.press("Escape");
  await expect(bars(page).locator("svg rect.chosen")).toHaveAttribute("width", "0");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Enter");
  await expect.poll(() => minutes(page)).toBe(240);
});

test("the same as a table, with a link to each bar", async ({ page }) => {
  await open(page, `${WEEK}&q=outcome:denied`);
  const all = (await sentences(page)).filter((sentence) => events(sentence) > 0);
  await bars(page).getByRole("button", { name: "View as table" }).click();
  const table = page.getByRole("region", { name: "Events over time as a table" });
  await expect(table.getByRole("row")).toHaveCount(all.length + 1);
  const zoom = table.getByRole("link", { name: /^Zoom to / }).first();
  await expect(zoom).toHaveAttribute("href", /^\/events\?q=outcome:denied&from=.*&to=/);
  await zoom.click();
  await expect.poll(() => minutes(page)).toBe(120);
});

test("the zone of the address is that of the bars", async ({ page }) => {
  await open(page, "/events?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z&tz=Asia/Kathmandu");
  expect((await sentences(page))[0]).toMatch(/^20 Nov 05:45 to 06:00, /);
  await expect(bars(page)).toContainText("UTC+05:45");
});

test("a count that is none says so", async ({ page }) => {
  await page.route("**/api/histogram?*", async (route) => {
    const answer = await (await route.fetch()).json();
    for (const bucket of answer.buckets) bucket.exactness = "atLeast";
    await route.fulfill({ json: { ...answer, exactness: "atLeast" } });
  });
  await open(page, WEEK);
  await expect(bars(page).getByRole("listitem").first()).toHaveText(/^OK ≥ [\d,]+$/);
  expect((await sentences(page))[0]).toMatch(/, at least [\d,]+ events?$/);
});

test.describe("failures", () => {
  test.use({ expectedErrors: /status of 500/ });

  test("bars that fail leave the rows, and are asked for again", async ({ page }) => {
    const json = { code: "internal", message: "the table did not answer; try again" };
    await page.route("**/api/histogram?*", (route) => route.fulfill({ status: 500, json }));
    await page.goto(WEEK);
    await settled(page);
    await expect(rows(page).first()).toBeVisible();
    await expect(bars(page).getByRole("alert")).toContainText("The bars are not here");
    await page.unroute("**/api/histogram?*");
    await bars(page).getByRole("button", { name: "Retry" }).click();
    await expect(bars(page).locator("svg")).toBeVisible();
  });
});

test("rows never wait for counts, and a new question gives the older counts up", async ({ page }) => {
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  const given: string[] = [];
  page.on("requestfailed", (request) => given.push(request.url()));
  await page.route(/api\/(histogram|facets)\?/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest("**/api/histogram?*");
  await page.goto(WEEK);
  await expect(rows(page).first()).toBeVisible();
  await asked;
  await page.getByRole("combobox", { name: "Query" }).fill("who:alana");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => given.some((url) => url.includes("/api/histogram"))).toBe(true);
  await settled(page);
  answer();
  await expect(bars(page).locator("svg")).toBeVisible();
});

test("whose calls failed: a value alone, one more, none of it", async ({ page }) => {
  await open(page, `${WEEK}&q=access:write`);
  const who = filters(page).getByRole("region", { name: "Who" });
  const outcome = filters(page).getByRole("region", { name: "Outcome" });
  const service = filters(page).getByRole("region", { name: "Service" });
  // The values stand in the order of their counts, which come after the chips: nothing is clicked until they have.
  const values = async () => [await who.getByRole("link").allInnerTexts(), await service.getByRole("link").allInnerTexts()];
  await expect(service.getByRole("link").first()).toBeVisible();
  const order = await values();
  await outcome.getByRole("link", { name: "Failed" }).click();
  await expect.poll(() => chips(page)).toEqual(["access = write", "outcome = failed"]);
  // The other outcomes can still be chosen.
  await expect(outcome.getByRole("link", { name: "OK" })).toBeVisible();
  const denied = outcome.getByRole("checkbox", { name: "Also Denied" });
  if (await denied.isVisible()) {
    await denied.check();
    await expect.poll(() => chips(page)).toEqual(["access = write", "outcome = denied, failed"]);
    await expect(denied).toBeChecked();
    await denied.uncheck();
  }
  await expect.poll(() => chips(page)).toEqual(["access = write", "outcome = failed"]);
  await outcome.getByRole("checkbox", { name: "Also Failed" }).uncheck();
  await expect.poll(() => chips(page)).toEqual(["access = write"]);
  await settled(page);
  await expect.poll(values).toEqual(order);
  const first = who.getByRole("listitem").first();
  const name = await first.getByRole("link").innerText();
  await first.hover();
  await first.getByRole("button", { name: `Without ${name}` }).click();
  await expect.poll(() => chips(page)).toEqual(["access = write", `who ≠ ${name}`]);
  await who.getByRole("button", { name: `No longer without ${name}` }).click();
  await expect.poll(() => chips(page)).toEqual(["access = write"]);
  await expect.poll(values).toEqual(order);
  const rds = service.getByRole("link", { name: "rds" });
  await expect(rds).toHaveAttribute("href", "/events?q=service:rds+access:write&from=-7d");
  await rds.click({ modifiers: ["Alt"] });
  await expect.poll(() => chips(page)).toEqual(["access = write", "service ≠ rds"]);
});

test("a count beside a value is what the value finds", async ({ page }) => {
  await open(page, `${WEEK}&q=access:write`);
  const first = filters(page).getByRole("region", { name: "Service" }).getByRole("listitem").first();
  const count = Number((await first.locator(".mono").innerText()).replaceAll(",", ""));
  await first.getByRole("link").click();
  const sum = async () => {
    const all = await bars(page).getByRole("listitem").allInnerTexts();
    return all.map((text) => Number(text.replace(/\D/g, ""))).reduce((sum, n) => sum + n, 0);
  };
  await expect.poll(sum).toBe(count);
});

test("more values than five, and those that begin in some way", async ({ page }) => {
  await open(page, "/events?from=-90d");
  const event = filters(page).getByRole("region", { name: "Event", exact: true });
  await expect(event.getByRole("listitem")).toHaveCount(5);
  await event.getByRole("button", { name: "More of Event" }).click();
  await expect.poll(() => event.getByRole("listitem").count()).toBeGreaterThan(20);
  await event.getByRole("textbox", { name: "Event that begins with" }).fill("deletedb");
  await expect(event.getByRole("link", { name: "DeleteDBInstance" })).toBeVisible();
  await expect(event.getByRole("link", { name: /^Describe/ })).toHaveCount(0);
});

test("h puts the filters away, which this browser remembers", async ({ page }) => {
  await open(page, WEEK);
  await expect(filters(page)).toBeVisible();
  await page.keyboard.press("h");
  await expect(filters(page)).toBeHidden();
  let asked = 0;
  page.on("request", (request) => (asked += request.url().includes("/api/facets") ? 1 : 0));
  await page.reload();
  await settled(page);
  await expect(bars(page).locator("svg")).toBeVisible();
  await expect(filters(page)).toBeHidden();
  expect(asked).toBe(0);
  await page.keyboard.press("h");
  await expect(filters(page).getByRole("region", { name: "Service" })).toBeVisible();
});

test("where there is no room, the filters are in a sheet", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, WEEK);
  await expect(filters(page)).toBeHidden();
  await bars(page).getByRole("button", { name: "Filters" }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet.getByRole("region", { name: "Outcome" }).getByRole("link", { name: "OK" }).click();
  await expect.poll(() => chips(page)).toEqual(["outcome = ok"]);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});
