// Show what changed in the bucket policy: from the event to the history of the bucket, to the difference.

import { article, expect, panel, rows, settled, test } from "./support/console";
import { serveRecords, type Server } from "./support/server";

const OPENED = { q: "event:PutBucketPolicy resource:cat-backups outcome:ok", from: "-7d" };

test("what happened to the bucket, newest first, with who and from where", async ({ page, request }) => {
  const id = (await (await request.get("/api/events", { params: OPENED })).json()).rows[0].eventID;
  await page.goto(`/events/${id}`);
  await article(page).getByRole("link", { name: /^History of cat-backups/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /cat-backups/ })).toBeVisible();
  const line = page.locator(".timeline");
  const opening = line.locator(".write").filter({ hasText: "PutBucketPolicy" }).filter({ hasText: "changed" });
  await expect(opening.first()).toContainText("restore-test as backup-admin");
  await expect(opening.first()).toContainText("198.51.100.23");
  // The attempt before was refused, and is told too.
  await expect(line.locator(".write").filter({ hasText: "tried, and was denied" }).first()).toBeVisible();
  // Reads are folded by day.
  await expect(line.locator(".reads summary").first()).toContainText(/reads? by/);
  await line.locator(".reads summary").first().press("Enter");
  await expect(line.getByRole("link", { name: "These reads" }).first()).toBeVisible();
});

test("what changed in the bucket's policy: who may read it", async ({ page }) => {
  await page.goto("/events?q=event:PutBucketPolicy+outcome:ok&from=-90d");
  await settled(page);
  await rows(page).filter({ hasText: "restore-test" }).first().click();
  await panel(page).getByRole("link", { name: /^History of cat-backups/ }).first().click();
  await expect(page).toHaveURL(/\/resources\/cat-backups/);
  const written = page.locator(".timeline .write").filter({ hasText: "PutBucketPolicy" }).filter({ hasText: "changed" });
  await expect(written).toHaveCount(2);
  await expect(written.first()).toContainText("restore-test as backup-admin");
  await expect(written.last()).toContainText("GitHubActions as deployer");

  // The first has nothing before it; the second says what it changed, and nothing that it left as it was.
  const button = { name: "What changed since the PutBucketPolicy before" };
  await expect(written.last().getByRole("button", button)).toHaveCount(0);
  await written.first().getByRole("button", button).press("Enter");
  const changes = written.first().getByRole("region", { name: "What changed" }).getByRole("row");
  await expect(changes.filter({ hasText: "Principal" })).toHaveText(/Principal.*arn:aws:iam::777788889999:role\/backup-restore.*\*/);
  await expect(changes.filter({ hasText: "Sid" })).toContainText("PublicRead");
  // With the headings.
  await expect(changes).toHaveCount(3);
  await expect(changes.filter({ hasText: /Action|Resource|Version|Host/ })).toHaveCount(0);
});

test("the ARN, the name and the id are one page", async ({ page }) => {
  const events = async (name: string) => {
    await page.goto(`/resources/${encodeURIComponent(name)}?from=-90d`);
    await expect(page.locator(".timeline > li").first()).toBeVisible();
    return page.locator(".timeline .write").count();
  };
  expect(await events("cat-backups")).toBe(await events("arn:aws:s3:::cat-backups"));
});

test("nothing of that name", async ({ page }) => {
  await page.goto("/resources/nothing-of-that-name");
  await expect(page.getByText(/^No event named it between/)).toBeVisible();
});

test.describe("a resource with more writes than its page has", () => {
  const written = (n: number) => ({
    eventVersion: "1.11",
    userIdentity: { type: "IAMUser", accountId: "111122223333", userName: "omar" },
    eventTime: new Date(Date.UTC(2026, 10, 20, 10, n)).toISOString().replace(".000", ""),
    eventSource: "s3.amazonaws.com",
    eventName: "PutBucketTagging",
    awsRegion: "eu-central-1",
    sourceIPAddress: "203.0.113.24",
    requestParameters: { bucketName: "busy-cats" },
    responseElements: null,
    eventID: `0000${String(n).padStart(4, "0")}-0000-4000-8000-000000000001`,
    readOnly: false,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "111122223333",
    eventCategory: "Management",
  });
  let server: Server;
  test.beforeAll(async () => {
    server = await serveRecords(...Array.from({ length: 230 }, (_, n) => written(n)));
  });
  test.afterAll(() => server.stop());

  test("says how many are not there, and leads to them", async ({ page }) => {
    await page.goto(`${server.url}/resources/busy-cats?from=2026-11-01&to=2026-11-25`);
    await expect(page.locator(".timeline .write")).toHaveCount(200);
    const cut = page.locator(".timeline > li").last();
    await expect(cut).toHaveText("30 older writes are not here: these writes");
    await cut.getByRole("link", { name: "these writes" }).click();
    await settled(page);
    // The last that was shown, and those before it.
    await expect(page.locator("caption")).toContainText("31 events");
    await expect(rows(page).first()).toContainText("10:30:00");
  });
});
