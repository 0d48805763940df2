// One click is one row: what a page of the AWS console fires at once does not bury what was done.

import { expect, rows, settled, test } from "./support/console";
import { serveRecords, type Server } from "./support/server";

const KEY = "ASIAQ3CATS2XEXAMPLE9";

/** A record of `name`, so many milliseconds before 10:00:10. */
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
    record("GetBucketLogging", 5, { errorCode: "AccessDenied", errorMessage: "no" }),
    record("DeleteBucketPolicy", 20),
  );
});
test.afterAll(() => server.stop());

test("the reads that a click fired are one row under it; writes and failures never are", async ({ page }) => {
  await page.goto(`${server.url}/events?from=2026-11-20&to=2026-11-21`);
  await settled(page);
  const seen = () => rows(page).filter({ visible: true }).getByRole("link").allInnerTexts();
  expect(await seen()).toEqual(["DeleteBucketPolicy", "GetBucketLogging", "PutBucketPolicy"]);
  const burst = page.getByRole("button", { name: "3 reads within 2 s by the same key" });
  await expect(burst).toHaveAttribute("aria-expanded", "false");

  // j goes over what is folded away.
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  for (const name of ["DeleteBucketPolicy", "GetBucketLogging", "PutBucketPolicy"]) {
    await page.keyboard.press("j");
    expect(await focused()).toBe(name);
  }
  await page.keyboard.press("k");
  expect(await focused()).toBe("GetBucketLogging");

  await burst.click();
  expect(await seen()).toHaveLength(6);
  await page.keyboard.press("j");
  await burst.click();
  expect(await seen()).toHaveLength(3);

  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("checkbox", { name: "One click is one row" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(burst).toBeHidden();
  expect(await seen()).toHaveLength(6);
  await page.reload();
  await settled(page);
  expect(await seen()).toHaveLength(6);
});

test("a link to an event that is folded away shows it", async ({ page }) => {
  await page.goto(`${server.url}/events?from=2026-11-20&to=2026-11-21`);
  await settled(page);
  const id = await rows(page).filter({ hasText: "GetBucketAcl" }).getAttribute("data-id");
  await page.goto(`${server.url}/events?from=2026-11-20&to=2026-11-21&sel=${id}`);
  await settled(page);
  await expect(rows(page).filter({ hasText: "GetBucketAcl" })).toBeVisible();
});
