// What is shown when there are no rows: nothing was ever stored, nothing matches, or something failed.

import { expect, ids, rows, settled, test } from "./support/console";
import { frugal, serve, type Server } from "./support/server";

test("an account without any event says what to run", async ({ page }) => {
  const server = await serve();
  await page.goto(`${server.url}/`);
  await expect(page.getByRole("heading", { name: "No events yet" })).toBeVisible();
  await expect(page.getByText("whodunit import PATH")).toBeVisible();
  // Something may still be asked for.
  await page.close();
  await server.stop();
});

test("a query without a match offers less and more time", async ({ page }) => {
  await page.goto("/events?q=who:nobody-of-that-name%20event:ConsoleLogin&from=-1h");
  await expect(page.getByRole("heading", { name: "No events match" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Without who = nobody-of-that-name/ })).toBeVisible();
  await page.getByRole("link", { name: /90 days/ }).click();
  await expect(page).toHaveURL(/from=-90d/);
  await page.getByRole("link", { name: /^Without who = nobody-of-that-name/ }).click();
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
});

test("an address that is none of ours says so", async ({ page }) => {
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
});

test("on a machine of one's own nobody signs in", async ({ page }) => {
  await page.goto("/events?q=access:write");
  await settled(page);
  await expect(page.getByRole("button", { name: /^Account/ })).toHaveCount(0);
});

test.describe("failures", () => {
  test.use({ expectedErrors: /status of (404|413|500|503)|ERR_FAILED/ });

  test("an event that is not there", async ({ page }) => {
    await page.goto("/events/00000000-0000-0000-0000-000000000000");
    await expect(page.getByRole("heading", { name: "Event not found" })).toBeVisible();
    await expect(page.getByRole("link", { name: "All events" })).toBeVisible();
  });

  test("a server that fails, and then does not", async ({ page }) => {
    const problem = { code: "internal", message: "the table did not answer; try again" };
    const fail = { status: 500, json: problem, headers: { "x-request-id": "r-4711" } };
    await page.route("**/api/events?*", (route) => route.fulfill(fail));
    await page.goto("/events?q=who:alana");
    await expect(page.getByRole("heading", { name: "The server failed" })).toBeVisible();
    await expect(page.getByText("r-4711")).toBeVisible();
    await page.unroute("**/api/events?*");
    await page.getByRole("button", { name: "Retry" }).click();
    await expect(rows(page).first()).toBeVisible();
  });

  test("too much was asked for, and a wall before the server says so in a page of its own", async ({ page }) => {
    await page.route("**/api/events?*", (route) => route.fulfill({ status: 413, body: "<h1>413</h1>" }));
    await page.goto("/events?q=who:alana");
    await expect(page.getByRole("heading", { name: "Too much was asked for" })).toBeVisible();
    await expect(page.getByText("Shorten the query, or narrow the time range.")).toBeVisible();
  });

  test("no answer at all", async ({ page }) => {
    await page.route("**/api/events?*", (route) => route.abort());
    await page.goto("/events?q=who:alana");
    await expect(page.getByRole("heading", { name: "No answer from the server" })).toBeVisible();
  });
});

test.describe("a server with a small read budget", () => {
  let server: Server;
  test.beforeAll(async () => {
    server = await frugal(1);
  });
  test.afterAll(() => server.stop());

  test("a page that was cut short says how far it came, and goes on", async ({ page }) => {
    // No index holds patterns: all events are read, and some of them match.
    await page.goto(`${server.url}/events?q=event:Delete*&from=-90d`);
    await expect(page.getByText(/^Searched back to .*, \d+ match(es)? so far\./)).toBeVisible();
    const before = await ids(page);
    await page.getByRole("link", { name: "Continue" }).click();
    await expect(page).toHaveURL(/[?&]at=/);
    await settled(page);
    const after = await ids(page);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  test("an empty page that was cut short is never called empty", async ({ page }) => {
    await page.goto(`${server.url}/events?q=event:NoSuchEvent*&from=-90d`);
    await expect(page.getByRole("heading", { name: "Nothing found so far" })).toBeVisible();
    await expect(page.getByText(/^Searched back to .*, no match so far\./)).toBeVisible();
    // To the end of the range, where it is certain.
    const end = page.getByRole("heading", { name: "No more events" });
    const on = page.getByRole("link", { name: "Continue" });
    while (await on.isVisible()) {
      const here = page.url();
      await on.click();
      await expect(page).not.toHaveURL(here);
      await settled(page);
    }
    await expect(end).toBeVisible();
    await expect(page.getByRole("heading", { name: "No events match" })).toHaveCount(0);
    // And back, where going on leads back too.
    await page.getByRole("link", { name: "Newer" }).click();
    const newer = page.getByText(/^Searched forward to .*, no match so far\./);
    await expect(newer).toBeVisible();
    const before = await newer.innerText();
    await on.click();
    await expect(newer.or(end)).not.toHaveText(before);
    await expect(page.getByText(/^Searched back/)).toHaveCount(0);
  });

  test("filters without an index say beforehand that they are slow", async ({ page }) => {
    await page.goto(`${server.url}/events?q=event:NoSuchEvent*&from=-90d`);
    await settled(page);
    await expect(page.getByRole("group", { name: "event = NoSuchEvent*" })).toContainText("scans");
    await expect(page.getByText(/^No index holds what is asked for/)).toBeVisible();
    await page.goto(`${server.url}/events?q=event:NoSuchEvent*+who:alana&from=-90d`);
    await settled(page);
    await expect(page.getByRole("group", { name: "who = alana" })).not.toContainText("scans");
    await expect(page.getByText(/^No index holds what is asked for/)).toBeHidden();
  });
});

test("rows that are being replaced stay, dimmed, until the newer ones come", async ({ page }) => {
  await page.goto("/events?q=who:alana&from=-7d");
  await settled(page);
  const before = await ids(page);
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  await page.route("**/api/events?*", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("link", { name: "25 rows per page" }).click();
  const results = page.getByRole("region", { name: "Events", exact: true });
  await expect(results).toHaveAttribute("aria-busy", "true");
  expect(await ids(page)).toEqual(before);
  answer();
  await settled(page);
});

test("nothing among management events leads to every category", async ({ page }) => {
  await page.goto("/events?q=event:NoSuchEvent&from=-1h");
  await page.getByRole("link", { name: "Search every category" }).click();
  await expect(page).toHaveURL(/q=event:NoSuchEvent\+category:any&from=-1h/);
  await settled(page);
  await expect(page.getByRole("link", { name: "Search every category" })).toHaveCount(0);
});
