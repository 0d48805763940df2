// Least privilege: all other specs ran under the roles of the template. Here each right is taken away in
// turn, what needed it must fail, and work again when it is back: so the roles hold nothing superfluous, and
// these specs can fail. (The doors share a statement, and the logs and queues are the Lambda service's matter.)

import { createHash, randomBytes } from "node:crypto";

import { stack } from "./playwright.config";
import { invoke, resource } from "./support/account.mjs";
import { auditEvent, expect, test } from "./support/clients";
import { deliver, record } from "./support/records";
import { restart, setMoment, without } from "./support/rights";

/** Invokes a door with one message, as its queue does, and gives how many messages it gave back. */
async function given(door: string, body: object): Promise<number> {
  const message = { messageId: "1", receiptHandle: "1", body: JSON.stringify(body), eventSource: "aws:sqs" };
  const answer = await invoke(await resource(stack, `${door}Function`), { Records: [message] });
  return answer.batchItemFailures.length;
}

/** S3's notice of a new object. */
function notice(bucket: string, key: string): object {
  const s3 = { bucket: { name: bucket }, object: { key } };
  return { Records: [{ eventSource: "aws:s3", eventName: "ObjectCreated:Put", s3 }] };
}

for (const right of [
  ["LogFiles", "LogFiles", "s3:GetObject"],
  ["LogFiles", "Store", "dynamodb:BatchGetItem"],
  ["LogFiles", "Store", "dynamodb:BatchWriteItem"],
  ["LogFiles", "Note", "dynamodb:UpdateItem"],
] as const) {
  test(`log files are not read without ${right[2]}`, async ({ out }) => {
    let key = "";
    await without(right, async () => {
      // Delivered when the right is gone already, or the queue would be quicker than this.
      key = await deliver(out.LogsBucket, [record("TagResource")]);
      expect(await given("LogFiles", notice(out.LogsBucket, key))).toBe(1);
    });
    expect(await given("LogFiles", notice(out.LogsBucket, key))).toBe(0);
  });
}

test("a record of many parts is not compared with another of its id without dynamodb:GetItem", async ({ out }) => {
  const large = () => ({ requestParameters: { random: randomBytes(450_000).toString("base64") } });
  const first = record("PutObject", large());
  const second = { ...first, ...large() };
  expect(await given("LogFiles", notice(out.LogsBucket, await deliver(out.LogsBucket, [first])))).toBe(0);
  await without(["LogFiles", "Store", "dynamodb:GetItem"], async () => {
    const key = await deliver(out.LogsBucket, [second]);
    expect(await given("LogFiles", notice(out.LogsBucket, key))).toBe(1);
  });
});

for (const right of [
  ["EventBridge", "Store", "dynamodb:BatchGetItem"],
  ["EventBridge", "Store", "dynamodb:BatchWriteItem"],
  ["EventBridge", "Note", "dynamodb:UpdateItem"],
] as const) {
  test(`events of EventBridge are not stored without ${right[2]}`, async () => {
    const event = { "detail-type": "AWS API Call via CloudTrail", source: "aws.s3", detail: record("PutObject") };
    await without(right, async () => expect(await given("EventBridge", event)).toBe(1));
    expect(await given("EventBridge", event)).toBe(0);
  });
}

for (const [path, ...right] of [
  ["/api/events?from=-1d", "Api", "Search", "dynamodb:Query"],
  ["/api/events.json?from=-1d", "Api", "Fetch", "dynamodb:BatchGetItem"],
  ["/api/events/ID", "Api", "Fetch", "dynamodb:GetItem"],
  ["/api/events?from=-1d", "Api", "Asked", "dynamodb:UpdateItem"],
  ["/api/me", "Api", "Session", "dynamodb:GetItem"],
  ["/api/health", "Insight", "Search", "dynamodb:Query"],
  ["/api/events/ID/chain", "Insight", "Fetch", "dynamodb:BatchGetItem"],
  ["/api/histogram?from=-1d", "Insight", "Count", "dynamodb:Query"],
  ["/api/status", "Insight", "Count", "dynamodb:Query"],
  ["/api/health", "Insight", "Session", "dynamodb:GetItem"],
] as const) {
  test(`the API does not answer ${path} without ${right[2]}`, async ({ ask, cookie, search }) => {
    const [{ eventID }] = await search("event:CreateBucket");
    // A download that fails after its first byte ends without its last.
    const works = async () => {
      const { status, body } = await ask(path.replace("ID", eventID), { headers: { cookie } });
      return status === 200 && body.length > 2;
    };
    await without(right, async () => expect(await works()).toBe(false));
    expect(await works()).toBe(true);
  });
}

for (const [path, role] of [
  ["/api/me", "Api"],
  ["/api/health", "Insight"],
] as const) {
  test(`the use of a session at ${path} is not noted without dynamodb:UpdateItem`, async ({ ask, cookie }) => {
    // Noted every five minutes.
    await setMoment(cookie, "s", Date.now() - 600_000);
    const status = async () => (await ask(path, { headers: { cookie } })).status;
    await without([role, "Session", "dynamodb:UpdateItem"], async () => expect(await status()).not.toBe(200));
    expect(await status()).toBe(200);
  });
}

test("no view is saved without dynamodb:UpdateItem", async ({ ask, cookie }) => {
  const body = JSON.stringify({ name: "Denied since yesterday", url: "q=outcome:denied", shared: false });
  const own = { "x-whodunit": "1", "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const hash = createHash("sha256").update(body).digest("hex");
  const headers = { cookie, ...own, "x-amz-content-sha256": hash, "content-length": String(body.length) };
  const status = async () => (await ask("/api/views", { method: "POST", headers, body })).status;
  await without(["Insight", "Views", "dynamodb:UpdateItem"], async () => {
    expect(await status()).toBeGreaterThanOrEqual(500);
  });
  expect(await status()).toBe(201);
});

for (const action of ["dynamodb:GetItem", "dynamodb:UpdateItem"] as const) {
  test(`sign-in does not refresh a session without ${action}`, async ({ post, other }) => {
    await setMoment(other, "f", Date.now() - 1_000);
    const refresh = async () => (await post("/auth/refresh", other)).status;
    await without(["SignIn", "Session", action], async () => expect(await refresh()).toBeGreaterThanOrEqual(500));
    expect(await refresh()).toBe(200);
  });
}

test("sign-in does not end a session without dynamodb:DeleteItem", async ({ ask, post, other }) => {
  const status = async () => (await ask("/api/me", { headers: { cookie: other } })).status;
  await without(["SignIn", "Session", "dynamodb:DeleteItem"], async () => {
    expect((await post("/auth/logout", other)).status).toBeGreaterThanOrEqual(500);
    expect(await status()).not.toBe(401);
  });
  expect((await post("/auth/logout", other)).status).toBe(200);
  expect(await status()).toBe(401);
});

test("sign-in begins no session without dynamodb:PutItem", async ({ enter }) => {
  await without(["SignIn", "Session", "dynamodb:PutItem"], async () => expect(await enter()).toBeUndefined());
  expect(await enter()).toBeDefined();
});

test("sign-in does not start without secretsmanager:GetSecretValue", async ({ ask }) => {
  const login = async () => (await ask("/auth/login")).status;
  await without(["SignIn", "Settings", "secretsmanager:GetSecretValue"], async () => {
    await restart("SignIn");
    expect(await login()).toBeGreaterThanOrEqual(500);
  });
  await restart("SignIn");
  expect(await login()).toBe(302);
});

for (const [name, sid, action] of [
  ["EventName", "Search", "dynamodb:Query"],
  ["EventId", "Fetch", "dynamodb:BatchGetItem"],
  ["EventId", "Fetch", "dynamodb:GetItem"],
] as const) {
  test(`LookupEvents by ${name} is not answered without ${action}`, async ({ lookup, search }) => {
    const [{ eventID }] = await search("event:CreateBucket");
    const found = () => lookup(name, { EventName: "CreateBucket", EventId: eventID }[name]);
    await without(["Lookup", sid, action], async () => expect(await found()).not.toContain(eventID));
    expect(await found()).toContain(eventID);
  });
}

for (const [sid, action] of [
  ["Fetch", "dynamodb:GetItem"],
  ["Fetch", "dynamodb:BatchGetItem"],
  ["Store", "dynamodb:BatchWriteItem"],
  ["Store", "dynamodb:PutItem"],
] as const) {
  test(`audit events are not stored without ${action}`, async ({ search, put }) => {
    const event = auditEvent();
    await without(["AuditEvents", sid, action], async () => expect(await put(event)).not.toMatch(/^[0-9a-f-]{36}$/));
    const id = await put(event);
    expect(await search(`id:${id} category:any`)).toMatchObject([{ eventID: id }]);
  });
}

test("AWS's clients are answered by nobody without secretsmanager:GetSecretValue", async ({ lookup, put }) => {
  for (const [name, works] of [
    ["Lookup", async () => (await lookup("EventId", "e-1")).length === 0],
    ["AuditEvents", async () => /^[0-9a-f-]{36}$/.test((await put(auditEvent())) ?? "")],
  ] as const) {
    await without([name, "Seed", "secretsmanager:GetSecretValue"], async () => {
      await restart(name);
      expect(await works(), name).toBe(false);
    });
    await restart(name);
    expect(await works(), name).toBe(true);
  }
});
