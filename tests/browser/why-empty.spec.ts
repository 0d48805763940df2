// Why is this search empty: a word that does not exist, or one filter too many. And before that: which values
// there are.

import { chips, expect, rows, settled, test } from "./support/console";

test("while a value is typed, the account's own are offered, each with how many events have it", async ({ page }) => {
  await page.goto("/events?q=access:write&from=-90d");
  await settled(page);
  const field = page.getByRole("combobox", { name: "Query" });
  let asked = 0;
  page.on("request", (request) => (asked += request.url().includes("/api/values") ? 1 : 0));
  await field.pressSequentially("event:DeleteDB", { delay: 10 });
  const offer = page.getByRole("option", { name: /^DeleteDBInstance/ });
  await expect(offer).toHaveText(/^DeleteDBInstance\s*[\d,]+ events?$/);
  // Not at every letter.
  expect(asked).toBeLessThanOrEqual(2);
  await offer.click();
  await field.press("Enter");
  await settled(page);
  await expect(rows(page).filter({ hasText: "DeleteDBInstance" }).first()).toBeVisible();
});

test.describe("without counts", () => {
  test.use({ expectedErrors: /status of 503/ });

  test("the values of the loaded rows are offered", async ({ page }) => {
    await page.route("**/api/values?*", (route) =>
      route.fulfill({ status: 503, json: { code: "busy", message: "the table is busy; try again" } }),
    );
    await page.goto("/events?q=access:write&from=-90d");
    await settled(page);
    await page.getByRole("combobox", { name: "Query" }).pressSequentially("who:al");
    await expect(page.getByRole("option", { name: /^alana/ })).toContainText(/in \d+ loaded rows?/);
  });
});

test("a name that nobody has: did you mean", async ({ page }) => {
  await page.goto("/events?q=event:DeleteDbInstnace+who:alana&from=-7d");
  await expect(page.getByRole("heading", { name: "No events match" })).toBeVisible();
  await page.getByRole("link", { name: "event = DeleteDBInstance" }).click();
  await expect.poll(() => chips(page)).toEqual(["event = DeleteDBInstance", "who = alana"]);
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
});

test("which filter is one too many: what there is without each", async ({ page, request }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/api\/(histogram|values|facets)/.test(request.url())) asked.push(request.url());
  });
  await page.goto("/events?q=who:alana+event:DeleteDBInstance+region:eu-north-1&from=-7d");
  await expect(page.getByRole("heading", { name: "No events match" })).toBeVisible();
  const params = { q: "who:alana event:DeleteDBInstance", from: "-7d" };
  const there = (await (await request.get("/api/events", { params })).json()).rows.length;
  expect(there).toBeGreaterThan(0);
  const without = (term: string) => page.getByRole("link", { name: new RegExp(`^Without ${term}`) });
  await expect(without("region = eu-north-1")).toHaveText(`Without region = eu-north-1 ${there}`);
  await expect(without("who = alana")).toHaveText("Without who = alana 0");
  const counts = asked.filter((url) => url.includes("/api/histogram"));
  // One for each filter, and that of the bars.
  expect(counts.length).toBeLessThanOrEqual(4);
});
