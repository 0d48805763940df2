// Two to five events side by side: what differs, against which of them.

import { expect, test } from "./support/console";
import { tooWide } from "./support/width";
import type { APIRequestContext, Page } from "@playwright/test";

/** The ids of alana's two attempts to delete the database: the one that worked, the one that failed. */
async function attempts(request: APIRequestContext): Promise<[string, string]> {
  const params = { q: "event:DeleteDBInstance who:alana" };
  const { rows } = await (await request.get("/api/events", { params })).json();
  const of = (outcome: string) => rows.find((row: { outcome: string }) => row.outcome === outcome).eventID;
  return [of("ok"), of("failed")];
}

function row(page: Page, field: string) {
  const head = page.getByRole("rowheader", { name: field, exact: true });
  return page.getByRole("row").filter({ has: head });
}

test("what differs between two events is shown, what is identical is counted", async ({ page, request }) => {
  const [worked, failed] = await attempts(request);
  await page.goto(`/compare?ids=${worked},${failed}`);
  const table = page.getByRole("region", { name: "Comparison" });
  await expect(table.getByRole("table")).toHaveAccessibleName(/^Reference: DeleteDBInstance, .* identical fields hidden\.$/);

  // The reference has no sign; the other column says by sign and by word how it stands to it.
  await expect(row(page, "errorCode").getByRole("img", { name: "absent" })).toHaveText("∅");
  const differing = row(page, "requestParameters.skipFinalSnapshot");
  const [first, second] = await Promise.all(
    [worked, failed].map(async (id) => JSON.parse((await (await request.get(`/api/events/${id}`)).json()).record)),
  );
  if (first.requestParameters.skipFinalSnapshot !== second.requestParameters.skipFinalSnapshot) {
    await expect(differing.getByRole("img", { name: "different" })).toHaveText("≠");
  } else {
    await expect(differing).toHaveCount(0);
  }
  // Ids and moments always differ: they come last.
  const names = await table.getByRole("rowheader").allInnerTexts();
  expect(names.indexOf("eventID")).toBeGreaterThan(names.indexOf("errorCode"));

  await expect(row(page, "awsRegion")).toHaveCount(0);
  const all = page.getByRole("button", { name: "Show identical fields" });
  await all.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]diff=all/);
  await expect(row(page, "awsRegion").getByRole("img", { name: "same" })).toHaveText("=");
  await expect(page.getByRole("button", { name: "Show identical fields" })).toHaveAttribute("aria-pressed", "true");
});

test("another event becomes the reference, and the address says so", async ({ page, request }) => {
  const [worked, failed] = await attempts(request);
  await page.goto(`/compare?ids=${worked},${failed}`);
  await page.getByRole("button", { name: "Pin as reference" }).click();
  await expect(page).toHaveURL(new RegExp(`ref=${failed}`));
  await expect(page.getByRole("columnheader").nth(2)).toContainText("reference");
  await page.reload();
  await expect(page.getByRole("columnheader").nth(2)).toContainText("reference");
  // Replaced, not added: Back does not go through references.
  expect(await page.evaluate(() => history.length)).toBeLessThan(4);
  await page.getByRole("columnheader").nth(1).getByRole("link").click();
  await expect(page).toHaveURL(`/events/${worked}`);
});

test.describe("with an event that is gone", () => {
  test.use({ expectedErrors: /status of 404/ });
  test("its column says so", async ({ page, request }) => {
    const [worked] = await attempts(request);
    await page.goto(`/compare?ids=${worked},00000000-0000-0000-0000-000000000000`);
    await expect(page.getByRole("columnheader").nth(2)).toContainText("Event not found");
    await expect(row(page, "eventName").getByRole("cell").nth(1)).toHaveCount(0);
    await page.getByRole("button", { name: "Show identical fields" }).click();
    await expect(row(page, "eventName").getByRole("cell").nth(1)).toHaveText("not loaded");
  });
});

test("a comparison of none, one or six says what to do", async ({ page }) => {
  for (const ids of ["", "?ids=1", "?ids=1,2,3,4,5,6"]) {
    await page.goto(`/compare${ids}`);
    await expect(page.getByRole("alert")).toContainText("Two to five events can be compared");
    await expect(page.getByRole("alert").getByRole("link")).toBeVisible();
  }
});

test("a telephone scrolls the comparison, not the page", async ({ page, request }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const [worked, failed] = await attempts(request);
  await page.goto(`/compare?ids=${worked},${failed}`);
  const table = page.getByRole("region", { name: "Comparison" });
  await table.focus();
  await expect(table).toBeFocused();
  expect(await table.evaluate((region) => region.scrollWidth > region.clientWidth)).toBe(true);
  expect(await tooWide(page)).toEqual([]);
});

test("the comparison is copied for a report and for a spreadsheet", async ({ page, context, request }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [worked, failed] = await attempts(request);
  await page.goto(`/compare?ids=${worked},${failed}`);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect.poll(clipboard).toContain("| Field | DeleteDBInstance | DeleteDBInstance |\n| --- | --- | --- |");
  await page.getByRole("button", { name: "Copy as CSV" }).click();
  await expect.poll(clipboard).toContain(`"eventID","${worked}","${failed}"\n`);
});
