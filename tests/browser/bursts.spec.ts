// One click is one row: what a page of the AWS console fires at once does not bury what was done.

import { burst } from "./support/account";
import { expect, panel, rows, settled, test } from "./support/console";
import { serveRecords, type Server } from "./support/server";
import type { Page } from "@playwright/test";

const KEY = "ASIAQ3CATS2XEXAMPLE9";
/** Called by a program, with the same key. */
const SCRIPT = { userAgent: "Boto3/1.40.55 Botocore/1.40.55", sessionCredentialFromConsole: undefined };

/** A record of `name`, so many seconds after 10:00:00. */
function record(name: string, second: number, more: object = {}): object {
  return {
    eventVersion: "1.11",
    userIdentity: {
      type: "IAMUser",
      principalId: "AIDAQ3CATS2XEXAMPLE1",
      arn: "arn:aws:iam::111122223333:user/mina",
      accountId: "111122223333",
      accessKeyId: KEY,
      userName: "mina",
    },
    eventTime: `2026-11-20T10:00:${String(second).padStart(2, "0")}Z`,
    eventSource: "s3.amazonaws.com",
    eventName: name,
    awsRegion: "eu-central-1",
    sourceIPAddress: "203.0.113.24",
    userAgent: "[S3Console/0.4]",
    requestParameters: null,
    responseElements: null,
    requestID: `R${second}${name}`,
    eventID: `0000${String(second).padStart(4, "0")}-0000-4000-8000-00000000${String(name.length).padStart(4, "0")}`,
    readOnly: !/^(Put|Delete)/.test(name),
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "111122223333",
    eventCategory: "Management",
    sessionCredentialFromConsole: "true",
    ...more,
  };
}

let server: Server;
test.beforeAll(async () => {
  server = await serveRecords(
    record("PutBucketPolicy", 1),
    record("GetBucketPolicy", 2),
    record("GetBucketAcl", 3),
    record("GetBucketVersioning", 4),
    // A page that was only looked at; one of its reads was refused.
    record("GetBucketLogging", 10),
    record("GetBucketTagging", 11),
    record("GetBucketWebsite", 12),
    record("GetBucketCors", 13, { errorCode: "AccessDenied", errorMessage: "no" }),
    record("DeleteBucketPolicy", 20),
    // A script of the same second and key is no page of the console.
    record("ListBuckets", 30, SCRIPT),
    record("GetBucketLocation", 31, SCRIPT),
    record("GetBucketReplication", 32, SCRIPT),
  );
});
test.afterAll(() => server.stop());

const HERE = "from=2026-11-20&to=2026-11-21";
const SHOWN = ["GetBucketReplication", "GetBucketLocation", "ListBuckets", "DeleteBucketPolicy", "GetBucketCors", "GetBucketLogging", "PutBucketPolicy"];

const seen = (page: Page) => rows(page).filter({ visible: true }).getByRole("link").allInnerTexts();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());
/** What opens the reads under `name`. */
const under = (page: Page, name: string) =>
  rows(page).filter({ has: page.getByRole("link", { name, exact: true }) }).getByRole("button");

test("the reads that a click fired are one row with it; writes and failures never are hidden", async ({ page }) => {
  await page.goto(`${server.url}/events?${HERE}`);
  await settled(page);
  expect(await seen(page)).toEqual(SHOWN);
  // Under what was done; under the first read, where nothing was.
  const done = under(page, "PutBucketPolicy");
  await expect(done).toHaveAccessibleName("+3 reads within 3 s by the same key");
  await expect(done).toHaveAttribute("aria-expanded", "false");
  await expect(under(page, "GetBucketLogging")).toHaveAccessibleName("+2 reads within 2 s by the same key");
  await expect(page.getByRole("button", { name: / reads within / })).toHaveCount(2);

  // j goes over what is folded away.
  for (const name of SHOWN) {
    await page.keyboard.press("j");
    expect(await focused(page)).toBe(name);
  }
  await page.keyboard.press("k");
  expect(await focused(page)).toBe("GetBucketLogging");

  await done.click();
  await expect(done).toHaveAttribute("aria-expanded", "true");
  const open = [...SHOWN.slice(0, 6), "GetBucketVersioning", "GetBucketAcl", "GetBucketPolicy", "PutBucketPolicy"];
  expect(await seen(page)).toEqual(open);
  await expect(panel(page)).toBeHidden();
  await done.click();
  expect(await seen(page)).toEqual(SHOWN);
});

test("a burst is opened and closed by keyboard, and off by a switch that is remembered", async ({ page }) => {
  await page.goto(`${server.url}/events?${HERE}`);
  await settled(page);
  for (const name of SHOWN) {
    await page.keyboard.press("j");
    expect(await focused(page)).toBe(name);
  }
  // What is beside the name of what was done is the next stop.
  const done = under(page, "PutBucketPolicy");
  await page.keyboard.press("Tab");
  await expect(done).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(done).toHaveAttribute("aria-expanded", "true");
  await expect(panel(page)).toBeHidden();
  expect(await seen(page)).toHaveLength(SHOWN.length + 3);
  // From there it goes on to what the row was hiding, and back.
  await page.keyboard.press("k");
  expect(await focused(page)).toBe("GetBucketPolicy");
  await page.keyboard.press("j");
  expect(await focused(page)).toBe("PutBucketPolicy");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(done).toHaveAttribute("aria-expanded", "false");
  expect(await seen(page)).toEqual(SHOWN);

  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("checkbox", { name: "One click is one row" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(done).toHaveCount(0);
  expect(await seen(page)).toHaveLength(SHOWN.length + 5);
  await page.reload();
  await settled(page);
  expect(await seen(page)).toHaveLength(SHOWN.length + 5);
});

test("the oldest first, the same rows stand for the same reads", async ({ page }) => {
  await page.goto(`${server.url}/events?${HERE}&sort=time`);
  await settled(page);
  expect(await seen(page)).toEqual([...SHOWN].reverse());
  await under(page, "PutBucketPolicy").click();
  expect((await seen(page)).slice(0, 4)).toEqual(["PutBucketPolicy", "GetBucketPolicy", "GetBucketAcl", "GetBucketVersioning"]);
});

test("nothing is hidden that is not a read that worked", async ({ page, request }) => {
  const click = await burst(request);
  const around = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * 60_000).toISOString();
  // The click is among the first rows of either order, however much there is of the others.
  const before = { from: around(click.from, -120), to: click.to, sort: "-time" };
  const after = { from: click.from, to: around(click.to, 120), sort: "time" };
  for (const part of [before, after]) {
    const params = { q: "category:any", size: "100", ...part };
    await page.goto(`/events?${new URLSearchParams(params)}`);
    await settled(page);
    const hidden = await rows(page).filter({ visible: false }).evaluateAll((all) =>
      all.map((row) => (row as HTMLElement).dataset.id ?? ""),
    );
    const answer = await (await request.get("/api/events", { params })).json();
    const of = new Map(answer.rows.map((row: { eventID: string }) => [row.eventID, row]));
    expect(hidden.length).toBeGreaterThanOrEqual(click.reads);
    for (const id of hidden) expect(of.get(id)).toMatchObject({ access: "read", outcome: "ok", console: true });
  }
});

test("the demo's people click too: a change stays, what its page read is under it", async ({ page, request }) => {
  const click = await burst(request);
  await page.goto(`/events?q=key:${click.accessKeyId}&from=${click.from}&to=${click.to}`);
  await settled(page);
  expect(await seen(page)).toEqual([click.eventName]);
  await expect(under(page, click.eventName)).toHaveAccessibleName(new RegExp(`^\\+${click.reads} reads within`));
});

test("a link to an event that is folded away shows it", async ({ page }) => {
  await page.goto(`${server.url}/events?${HERE}`);
  await settled(page);
  const id = await rows(page).filter({ hasText: "GetBucketAcl" }).getAttribute("data-id");
  await page.goto(`${server.url}/events?${HERE}&sel=${id}`);
  await settled(page);
  await expect(rows(page).filter({ hasText: "GetBucketAcl" })).toBeVisible();
});
