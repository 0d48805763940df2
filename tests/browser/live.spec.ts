// An incident is under way: what happens next comes to the page, but never under the reader's eyes.

import { expect, ids, panel, rows, settled, test } from "./support/console";
import type { Page } from "@playwright/test";

const HERE = "/events?q=access:write&from=-90d&size=25";

/** Hides the newest `n` rows until they are let through. */
async function holdBack(page: Page, n: number): Promise<() => void> {
  let held = n;
  await page.route("**/api/events?*", async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, rows: answer.rows.slice(held) } });
  });
  return () => (held = 0);
}

const pill = (page: Page) => page.getByRole("button", { name: /new events?$/ });

test("new events wait until they are called", async ({ page }) => {
  await page.clock.install();
  const happen = await holdBack(page, 3);
  await page.goto(HERE);
  await settled(page);
  const before = await ids(page);
  await page.keyboard.press("l");
  await expect(page).toHaveURL(/live=1/);
  await expect(page.getByRole("button", { name: "Live" })).toHaveAttribute("aria-pressed", "true");
  await page.clock.runFor(6_000);
  await expect(pill(page)).toBeHidden();
  happen();
  await page.clock.runFor(6_000);
  await expect(pill(page)).toHaveText("3 new events");
  expect(await ids(page)).toEqual(before);
  await page.keyboard.press(".");
  await expect.poll(async () => (await ids(page)).slice(3)).toEqual(before);
  await expect(pill(page)).toBeHidden();
});

test("nothing is asked while somebody reads, on an older page, or once it is off", async ({ page }) => {
  await page.clock.install();
  await page.goto(`${HERE}&live=1`);
  await settled(page);
  let asked = 0;
  page.on("request", (request) => (asked += request.url().includes("/api/events?") ? 1 : 0));
  const polls = async () => {
    asked = 0;
    await page.clock.runFor(11_000);
    return asked;
  };
  expect(await polls()).toBeGreaterThan(0);
  await page.evaluate(() => window.scrollTo(0, 600));
  expect(await polls()).toBe(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  expect(await polls()).toBe(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/[?&]at=/);
  await settled(page);
  expect(await polls()).toBe(0);
  // From there it leads to the first page again.
  await page.getByRole("button", { name: "Live" }).click();
  await expect(page).not.toHaveURL(/live=1/);
  expect(await polls()).toBe(0);
  await page.getByRole("button", { name: "Live" }).click();
  await expect(page).not.toHaveURL(/[?&]at=/);
  await settled(page);
  expect(await polls()).toBeGreaterThan(0);
});

test.describe("a server in trouble", () => {
  test.use({ expectedErrors: /status of 500/ });

  test("is asked ever less often, and the rows stay", async ({ page }) => {
    await page.clock.install();
    await page.goto(`${HERE}&live=1`);
    await settled(page);
    let asked = 0;
    await page.route("**/api/events?*", async (route) => {
      asked += 1;
      await route.fulfill({ status: 500, json: { code: "internal", message: "try again" } });
    });
    for (let n = 0; n < 24; n += 1) {
      await page.clock.runFor(5_000);
      await page.waitForTimeout(20);
    }
    expect(asked).toBeGreaterThanOrEqual(3);
    expect(asked).toBeLessThanOrEqual(8);
    await expect(rows(page).first()).toBeVisible();
    await expect(panel(page)).toBeHidden();
  });
});
