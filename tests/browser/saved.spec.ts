// A search that is asked every week gets a name; others see it if its owner wants.

import { readFileSync } from "node:fs";
import { saved } from "./support/account";
import { chips, expect, ids, rows, search, settled, test } from "./support/console";
import type { Page } from "@playwright/test";

test("a view is saved, opened, renamed and deleted", async ({ page }) => {
  await page.goto("/events?q=outcome:denied&from=-7d&cols=time,event,who");
  await settled(page);
  await page.getByRole("link", { name: "Save view" }).click();
  await expect(page.getByRole("heading", { name: "Save this view" })).toBeVisible();
  // A view without a name is none.
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Give the view a name.");
  const name = `Denied, weekly ${Date.now()}`;
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("checkbox", { name: /^Others/ }).check();
  await page.keyboard.press("Enter");
  const view = page.getByRole("listitem").filter({ hasText: name });
  await expect(view).toContainText("shared");

  await view.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/q=outcome:denied&from=-7d&cols=time,event,who&view=[0-9a-f]{32}$/);
  await settled(page);
  expect(await chips(page)).toEqual(["outcome = denied"]);
  await expect(page.getByText(`Saved view ${name}`)).toBeVisible();

  await page.goto("/views");
  await view.getByRole("button", { name: `Rename ${name}` }).press("Enter");
  await page.getByRole("textbox", { name: "Name" }).fill(`${name} again`);
  await page.getByRole("checkbox", { name: /^Others/ }).uncheck();
  await page.keyboard.press("Enter");
  const renamed = page.getByRole("listitem").filter({ hasText: `${name} again` });
  await expect(renamed).toContainText("only you");

  await renamed.getByRole("button", { name: /^Delete / }).press("Enter");
  await renamed.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(renamed).toHaveCount(0);
});

/** What the page says of the view that the address names. */
const named = (page: Page) => page.getByText(/^Saved view /);

test("a link that names the view alone shows what the view asks for, and says so", async ({ page, request }) => {
  const id = await saved(request);
  await page.goto(`/events?view=${id}`);
  await settled(page);
  await expect(page).toHaveURL(`/events?q=outcome:denied&from=-30d&view=${id}`);
  expect(await chips(page)).toEqual(["outcome = denied"]);
  await expect(named(page)).toHaveText("Saved view Denied, for a look · All saved views");
  const shown = await ids(page);

  // The event that is open, and the place among the pages, are no other question.
  await rows(page).first().click();
  await expect(page).toHaveURL(new RegExp(`&sel=[^&]+&view=${id}$`));
  await expect(named(page)).toBeVisible();
  await page.reload();
  await settled(page);
  expect(await ids(page)).toEqual(shown);

  // Another question is no longer that view; Back is.
  await search(page, "service:iam");
  await settled(page);
  await expect(page).not.toHaveURL(/view=/);
  await expect(named(page)).toHaveCount(0);
  await page.goBack();
  await expect(named(page)).toBeVisible();
  await expect.poll(() => chips(page)).toEqual(["outcome = denied"]);
});

test("what the address says stands over what the view says", async ({ page, request }) => {
  await page.goto(`/events?view=${await saved(request)}&from=-24h`);
  await settled(page);
  await expect(page).toHaveURL(/\/events\?q=outcome:denied$/);
  expect(await chips(page)).toEqual(["outcome = denied"]);
  await expect(page.getByRole("button", { name: "Time range: Last 24 hours" })).toBeVisible();
  await expect(named(page)).toHaveCount(0);
});

test("a view that is not there is told, with what to do", async ({ page }) => {
  await page.goto(`/events?view=${"0".repeat(32)}&q=outcome:denied&from=-7d`);
  await settled(page);
  const notice = page.getByRole("status").getByRole("listitem");
  await expect(notice).toContainText("it was deleted, or is not shared with you. Choose another under Views");
  await expect(page).toHaveURL(/\/events\?q=outcome:denied&from=-7d$/);
  await expect(rows(page).first()).toBeVisible();
});

test.describe("views that cannot be read", () => {
  test.use({ expectedErrors: /status of 500/ });

  test("are asked for again, and nothing else is shown for them", async ({ page, request }) => {
    const id = await saved(request);
    const json = { code: "internal", message: "the table did not answer; try again" };
    await page.route("**/api/views", (route) => route.fulfill({ status: 500, json }));
    await page.goto(`/events?view=${id}`);
    await expect(page.getByRole("alert")).toContainText("The table did not answer");
    await expect(rows(page)).toHaveCount(0);
    await page.unroute("**/api/views");
    await page.getByRole("button", { name: "Retry" }).click();
    await settled(page);
    await expect(named(page)).toBeVisible();
  });
});

test.describe("a link to a view", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("keeps it when it is live, and says all of itself when it is frozen", async ({ page, request }) => {
    const id = await saved(request);
    await page.goto(`/events?view=${id}`);
    await settled(page);
    const copied = async (kind: RegExp, said: string) => {
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByRole("button", { name: kind }).click();
      await expect(page.getByRole("status").getByText(said).first()).toBeVisible();
      return new URL(await page.evaluate(() => navigator.clipboard.readText())).searchParams;
    };
    const live = await copied(/^Live\b.+/s, "Live link copied.");
    expect([live.get("view"), live.get("from")]).toEqual([id, "-30d"]);
    const frozen = await copied(/^Frozen/, "Frozen link copied.");
    expect([frozen.get("view"), frozen.get("q")]).toEqual([null, "outcome:denied"]);
    expect(frozen.get("from")).toMatch(/^\d{4}-/);
  });
});

type Refused = { errorCode?: string; responseElements?: { ConsoleLogin?: string } };

test("a view's events as files, where it is listed", async ({ page, request }) => {
  await saved(request);
  await page.goto("/views");
  const view = page.getByRole("listitem").filter({ hasText: "Denied, for a look" });
  await view.getByText("Download", { exact: true }).click();
  const link = view.getByRole("link", { name: "NDJSON, all of Denied, for a look" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^whodunit_events_.*\.ndjson$/);
  const lines = readFileSync(await download.path(), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const { rows: newest } = await (await request.get("/api/events?q=outcome:denied&from=-30d&size=100")).json();
  expect(newest.length).toBeGreaterThan(10);
  const held = new Set(lines.map((record) => record.eventID));
  expect(newest.filter((row: { eventID: string }) => !held.has(row.eventID))).toEqual([]);
  // A sign-in that is refused has no error code.
  const refused = (record: Refused) => record.errorCode ?? record.responseElements?.ConsoleLogin === "Failure";
  expect(lines.filter((record) => !refused(record))).toEqual([]);
  for (const form of ["CSV", "JSON"]) {
    await expect(view.getByRole("link", { name: `${form}, all of Denied, for a look`, exact: true })).toHaveAttribute(
      "href",
      `/api/events.${form.toLowerCase()}?q=outcome:denied&from=-30d`,
    );
  }
});
