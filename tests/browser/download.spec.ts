// The download menu: what a file will hold is said before it is asked for, and it holds that.

import { expect, ids, settled, test } from "./support/console";
import type { Download, Locator, Page } from "@playwright/test";

const MANY = "/events?q=service:ec2&from=-90d&size=25";

async function menu(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Download", exact: true }).click();
  return page.getByRole("dialog", { name: "Download" });
}

async function text(page: Page, link: Locator): Promise<[Download, string]> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return [download, await (await page.request.get(download.url())).text()];
}

test("this page is the rows that are shown, on any page", async ({ page }) => {
  await page.goto(MANY);
  await settled(page);
  for (const turn of [false, true]) {
    const before = await ids(page);
    if (turn) {
      await page.getByRole("link", { name: "Older" }).click();
      await expect.poll(() => ids(page)).not.toEqual(before);
      await settled(page);
    }
    const open = await menu(page);
    await expect(open).toContainText("This page: 25 rows");
    await expect(open).toContainText("All matching: not counted");
    await expect(open).toContainText(/From \d{4}-\d\d-\d\d/);
    const [, ndjson] = await text(page, open.getByRole("link", { name: "NDJSON, this page" }));
    const records = ndjson.split("\n").filter((line) => line !== "");
    expect(records.map((line) => JSON.parse(line).eventID)).toEqual(await ids(page));
  }
});

test("a CSV has AWS's columns, or those of the table", async ({ page }) => {
  await page.goto("/events?q=event:DeleteDBInstance&from=-90d&cols=time,event,via,lag");
  await settled(page);
  const rows = (await ids(page)).length;
  let open = await menu(page);
  await expect(open).toContainText(`All matching: ${rows} event`);
  const [, aws] = await text(page, open.getByRole("link", { name: "CSV, all matching" }));
  expect(aws).toMatch(/^"User name","AWS access key","Event time",/);
  open = await menu(page);
  await open.getByRole("checkbox", { name: /the table's columns/ }).check();
  const [download, own] = await text(page, open.getByRole("link", { name: "CSV, all matching" }));
  expect(own.split("\r\n")[0]).toBe('"Time","Event","Via","Lag (s)"');
  expect(own.trim().split("\r\n")).toHaveLength(rows + 1);
  expect(download.suggestedFilename()).toMatch(/^whodunit_events_\d{8}T\d{6}Z_\d{8}T\d{6}Z_[0-9a-f]{8}\.csv$/);
});
