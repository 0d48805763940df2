// Events come in by both doors, and what cannot be read stops nothing else.

import { aws } from "./support/account.mjs";
import { deliver, deliverBytes, record, type Record } from "./support/records";
import { expect, test, until } from "./support/session";

/** What the API finds of these events. */
function found(search: (query: string) => Promise<unknown[]>, records: Record[]) {
  return () => search(`id:${records.map((one) => one.eventID).join(",")}`);
}

/** CloudTrail's event as EventBridge hands it to rules; see `support/account.mjs` about the source. */
async function put(detail: Record): Promise<void> {
  const entry = {
    Source: "emulated.s3",
    DetailType: "AWS API Call via CloudTrail",
    Detail: JSON.stringify(detail),
  };
  const { FailedEntryCount } = await aws("events", "put-events", "--entries", JSON.stringify([entry]));
  expect(FailedEntryCount).toBe(0);
}

test("a log file put into the bucket is read in the console", async ({ console: page, out }) => {
  const made = record("CreateBucket");
  await deliver(out.LogsBucket, [made, record("PutBucketPolicy"), record("DeleteBucket")]);
  const row = page.locator(`tr[data-id="${made.eventID}"]`);
  await expect(async () => {
    await page.goto(`/events?q=event:CreateBucket+who:ana.silva&from=-1h`);
    await expect(row).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await row.getByRole("link").first().click();
  const detail = page.getByRole("complementary", { name: "Event detail" });
  await expect(detail.getByText("ledger-of-the-harbour").first()).toBeVisible();
});

test("an event that came by EventBridge is there once, though a log file brings it again", async ({ out, search }) => {
  const twice = record("DeleteObject");
  await put(twice);
  await until("the event of EventBridge", found(search, [twice]), (rows) => rows.length === 1);
  const last = record("PutObjectAcl");
  await deliver(out.LogsBucket, [twice, last]);
  await until("the log file", found(search, [last]), (rows) => rows.length === 1);
  expect(await found(search, [twice])()).toHaveLength(1);
});

test("an event that AWS did not send is not taken", async ({ out, search }) => {
  const [invented, real] = [record("CreateUser"), record("DeleteUser")];
  const entry = { Source: "evil", DetailType: "AWS API Call via CloudTrail", Detail: JSON.stringify(invented) };
  await aws("events", "put-events", "--entries", JSON.stringify([entry]));
  await put(real);
  await until("the real event", found(search, [real]), (rows) => rows.length === 1);
  expect(await found(search, [invented])()).toEqual([]);
});

test("a file that cannot be read rests with the dead letters, and nothing else is lost", async ({ out, search }) => {
  const before = record("GetBucketAcl");
  const after = record("PutBucketAcl");
  await deliver(out.LogsBucket, [before]);
  const poison = await deliverBytes(out.LogsBucket, Buffer.from("\x1f\x8b this is no gzip"));
  await deliver(out.LogsBucket, [after]);
  await until("the files around it", found(search, [before, after]), (rows) => rows.length === 2);

  const queue = ["--queue-url", out.LogFilesDeadLettersUrl];
  const receive = () => aws("sqs", "receive-message", ...queue, "--visibility-timeout", "0");
  const letters = await until("the dead letter", receive, (answer) => Boolean(answer?.Messages));
  expect(letters.Messages).toHaveLength(1);
  expect(letters.Messages[0].Body).toContain(poison);
  await aws("sqs", "purge-queue", ...queue);
});
