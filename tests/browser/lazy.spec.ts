// Parts of the console that are loaded when they are first shown: the page of a comparison is one.

import { expect, settled, rows, test } from "./support/console";
import type { APIRequestContext, Page } from "@playwright/test";

const LIST = "/events?q=access:write&from=-7d";
const PART = "**/lazy-compare-*.wasm";

/** The address of a comparison of two events. */
async function comparison(request: APIRequestContext): Promise<string> {
  const { rows: [one, other] } = await (await request.get("/api/events?q=access:write&from=-7d")).json();
  return `/compare?ids=${one.eventID},${other.eventID}`;
}

/** From the list to the comparison of its first two events, without a reload. */
async function compare(page: Page): Promise<void> {
  await page.goto(LIST);
  await settled(page);
  await rows(page).first().getByRole("link").first().focus();
  for (const key of ["x", "j", "x", "c"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(/\/compare\?ids=/);
}

test("a part is asked for when it is first shown, and once", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/lazy-compare-")) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(LIST);
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
  expect(asked).toEqual([]);
  await compare(page);
  await expect(page.getByRole("region", { name: "Comparison" })).toBeVisible();
  await page.goBack();
  await settled(page);
  await page.goForward();
  await expect(page.getByRole("region", { name: "Comparison" })).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("while a part is under way, the page has its heading and says that it loads", async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route(PART, async (route) => {
    await arrived;
    await route.continue();
  });
  await compare(page);
  const heading = page.getByRole("heading", { name: "Compare events", level: 1 });
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle("Compare events · Whodunit");
  await expect(page.getByText("Loading …")).toHaveCSS("opacity", "1");
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  arrive();
  await expect(page.getByRole("region", { name: "Comparison" })).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(page.getByRole("main")).toHaveCount(1);
});

test("a part that comes when the reader is elsewhere changes nothing there", async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route(PART, async (route) => {
    await arrived;
    await route.continue();
  });
  await compare(page);
  await page.goBack();
  await settled(page);
  const come = page.waitForResponse(PART);
  arrive();
  await (await come).finished();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).toHaveTitle(/Events · Whodunit$/);
});

test.describe("a part that cannot be had", () => {
  test.use({ expectedErrors: /Failed to load resource|TypeError|CompileError/ });

  for (const [what, answer] of [
    ["because the network is gone", null],
    ["because it is not there", { status: 404, body: "" }],
    ["because something else answers", { status: 200, contentType: "text/html", body: "<!doctype html>" }],
  ] as const) {
    test(`${what} is said, and loads when asked for again`, async ({ page }) => {
      await page.route(PART, (route) => (answer ? route.fulfill(answer) : route.abort()));
      await compare(page);
      const notice = page.getByRole("alert").filter({ hasText: "This part of the console did not load" });
      await expect(notice).toBeVisible();
      await expect(page.getByRole("heading", { name: "Compare events", level: 1 })).toBeVisible();
      await expect(page.getByRole("banner")).toBeVisible();
      await notice.getByRole("button", { name: "Retry" }).click();
      await expect(notice).toBeVisible();
      await page.unroute(PART);
      await notice.getByRole("button", { name: "Retry" }).click();
      await expect(page.getByRole("region", { name: "Comparison" })).toBeVisible();
      // Who pressed the button is not left nowhere.
      await expect(page.getByRole("heading", { name: "Compare events", level: 1 })).toBeFocused();
    });
  }
});

test("an address of a later part can be opened directly", async ({ page, request }) => {
  await page.goto(await comparison(request));
  await expect(page.getByRole("region", { name: "Comparison" })).toBeVisible();
});
