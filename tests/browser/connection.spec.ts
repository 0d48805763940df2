// What lies between the page and its server: the first question, a network that is gone, a server that wants a
// pause, a console that is no longer the newest.

import { expect, rows, settled, test } from "./support/console";

test("the first question is asked before the application has come, and once", async ({ page }) => {
  const asked: string[] = [];
  let ask = () => {};
  const question = new Promise<void>((done) => (ask = done));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname !== "/api/events") return;
    asked.push(url.search);
    ask();
  });
  // The application is held back until the question was asked: else there would be no page at all.
  await page.route("**/*.wasm", async (route) => {
    await question;
    await route.continue();
  });
  await page.goto("/events?from=-7d&q=who:alana");
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("an event's own page is asked for early too", async ({ page, request }) => {
  const { rows: [first] } = await (await request.get("/api/events?q=access:write&from=-7d")).json();
  const asked: string[] = [];
  page.on("request", (one) => {
    // Who is behind it is another question.
    if (one.url().includes("/api/events/") && !one.url().endsWith("/chain")) asked.push(one.url());
  });
  await page.goto(`/events/${first.eventID}`);
  await expect(page.getByRole("article", { name: "Event detail" }).getByRole("treeitem").first()).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("without a network the page says so, keeps what it shows, and asks again when it is back", async ({ page, context }) => {
  await page.goto("/events?q=access:write&from=-7d");
  await settled(page);
  const shown = await rows(page).count();
  // Counts are still asked for: what is on its way when the network goes is another test.
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await expect(page.getByText(/^You are offline\./)).toBeVisible();
  expect(await rows(page).count()).toBe(shown);
  await context.setOffline(false);
  await expect(page.getByText(/^You are offline\./)).toBeHidden();
});

test.describe("a server that cannot answer now", () => {
  test.use({ expectedErrors: /status of 429|INTERNET_DISCONNECTED|ERR_FAILED/ });

  test("a question that got lost with the network is asked again when it is back", async ({ page, context }) => {
    await page.goto("/events?q=access:write&from=-7d");
    await settled(page);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByRole("heading", { name: "No answer from the server" })).toBeVisible();
    await context.setOffline(false);
    await expect(rows(page).first()).toBeVisible();
  });

  test("a pause that the server wants is counted down, and then the same is asked once more", async ({ page }) => {
    let refused = 0;
    await page.route("**/api/events?*", async (route) => {
      if (refused > 0) return route.continue();
      refused += 1;
      await route.fulfill({ status: 429, headers: { "retry-after": "2" }, body: "" });
    });
    await page.goto("/events?q=access:write&from=-7d");
    await expect(page.getByRole("heading", { name: "Too many requests" })).toBeVisible();
    await expect(page.getByText(/^Asking again in \d s$/)).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    expect(refused).toBe(1);
  });

  test("a second refusal is left to the reader", async ({ page }) => {
    let refused = 0;
    await page.route("**/api/events?*", async (route) => {
      refused += 1;
      await route.fulfill({ status: 429, headers: { "retry-after": "1" }, body: "" });
    });
    await page.goto("/events?q=access:write&from=-7d");
    await expect.poll(() => refused).toBe(2);
    await expect(page.getByText(/^Asking again/)).toBeHidden();
    await page.unroute("**/api/events?*");
    await page.getByRole("button", { name: "Retry" }).click();
    await expect(rows(page).first()).toBeVisible();
  });
});

test("an answer that the page cannot read, from a server with a newer console, offers to load that", async ({ page }) => {
  await page.goto("/events?q=access:write&from=-7d");
  await settled(page);
  await page.route("**/api/events?*", (route) => route.fulfill({ json: { of: "another age" } }));
  await page.route((url) => url.pathname === "/", async (route) => {
    const shell = await (await route.fetch()).text();
    await route.fulfill({ body: shell.replaceAll(/app_bg-[0-9a-f]+/g, "app_bg-0"), contentType: "text/html" });
  });
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { name: "An answer that makes no sense" })).toBeVisible();
  await expect(page.getByText("A new version is available.")).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Reload" }).click();
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByText("A new version is available.")).toBeHidden();
});
