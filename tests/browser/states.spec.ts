// What is shown when there are no rows: nothing was ever stored, nothing matches, or something failed.

import { expect, rows, settled, test } from "./support/console";
import { serve } from "./support/server";

test("an account without any event says what to run", async ({ page }) => {
  const server = await serve();
  await page.goto(`${server.url}/`);
  await expect(page.getByRole("heading", { name: "No events yet" })).toBeVisible();
  await expect(page.getByText("whodunit import PATH")).toBeVisible();
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
  test.use({ expectedErrors: /status of (404|500|503)|ERR_FAILED/ });

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

  test("no answer at all", async ({ page }) => {
    await page.route("**/api/events?*", (route) => route.abort());
    await page.goto("/events?q=who:alana");
    await expect(page.getByRole("heading", { name: "No answer from the server" })).toBeVisible();
  });
});

test("a page that the read budget cut short says how far it came, and goes on", async ({ page }) => {
  // The demo is too small to use the budget up: the API's own answer, marked as cut short.
  await page.route("**/api/events?*", async (route) => {
    const answer = await (await route.fetch()).json();
    if (!route.request().url().includes("at=")) answer.searchedTo = answer.rows.at(-1).eventTime;
    await route.fulfill({ json: answer });
  });
  await page.goto("/events?q=service:ec2&from=-30d&size=25");
  await expect(page.getByText(/^Searched back to .*25 matches so far\./)).toBeVisible();
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page).toHaveURL(/[?&]at=/);
  await settled(page);
  await expect(page.getByText(/^Searched back/)).toBeHidden();
});
