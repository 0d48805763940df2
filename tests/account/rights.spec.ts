// Least privilege: all other specs ran under the roles of the template. Here each right is taken away in
// turn, what needed it must fail, and work again when it is back: so nothing in the roles is superfluous, and
// these specs can fail.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

import { artefacts, stack } from "./playwright.config";
import { aws, resource } from "./support/account.mjs";
import { deliver, record } from "./support/records";
import { expect, test } from "./support/session";

type Statement = { Sid: string; Action: string | string[] };
type Policy = { Version: string; Statement: Statement[] };

/** Takes `action` out of the statement `sid` of `role` while `work` runs. */
async function without(role: string, sid: string, action: string, work: () => Promise<void>): Promise<void> {
  const name = ["--role-name", await resource(stack, `${role}Role`)];
  const [policy] = (await aws("iam", "list-role-policies", ...name)).PolicyNames;
  const named = [...name, "--policy-name", policy];
  const whole: Policy = (await aws("iam", "get-role-policy", ...named)).PolicyDocument;
  const rest = { ...whole, Statement: whole.Statement.flatMap((one) => reduced(one, sid, action)) };
  expect(rest, "the role has this right").not.toEqual(whole);
  const put = (document: Policy) =>
    aws("iam", "put-role-policy", ...named, "--policy-document", JSON.stringify(document));
  await put(rest);
  try {
    await work();
  } finally {
    await put(whole);
  }
}

function reduced(statement: Statement, sid: string, action: string): Statement[] {
  if (statement.Sid !== sid) return [statement];
  const Action = [statement.Action].flat().filter((one) => one !== action);
  return Action.length > 0 ? [{ ...statement, Action }] : [];
}

/** Invokes a door with one message, as its queue does, and gives how many messages it gave back. */
async function given(door: string, body: object): Promise<number> {
  const message = { messageId: "1", receiptHandle: "1", body: JSON.stringify(body), eventSource: "aws:sqs" };
  const file = path.join(artefacts, "account", "answer.json");
  const name = await resource(stack, `${door}Function`);
  const words = ["lambda", "invoke", "--function-name", name, "--cli-binary-format", "raw-in-base64-out"];
  await promisify(execFile)("aws", [...words, "--payload", JSON.stringify({ Records: [message] }), file]);
  return JSON.parse(readFileSync(file, "utf8")).batchItemFailures.length;
}

for (const [sid, action] of [
  ["LogFiles", "s3:GetObject"],
  ["Store", "dynamodb:BatchGetItem"],
  ["Store", "dynamodb:BatchWriteItem"],
]) {
  test(`log files are not read without ${action}`, async ({ out }) => {
    // Delivered when the right is gone already, or the queue would be quicker than this.
    const notice = { Records: [{ eventSource: "aws:s3", eventName: "ObjectCreated:Put", s3: {} }] };
    await without("LogFiles", sid, action, async () => {
      const key = await deliver(out.LogsBucket, [record("TagResource")]);
      notice.Records[0].s3 = { bucket: { name: out.LogsBucket }, object: { key } };
      expect(await given("LogFiles", notice)).toBe(1);
    });
    expect(await given("LogFiles", notice)).toBe(0);
  });
}

for (const action of ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem"]) {
  test(`events of EventBridge are not stored without ${action}`, async () => {
    const event = { "detail-type": "AWS API Call via CloudTrail", source: "aws.s3", detail: record("PutObject") };
    await without("EventBridge", "Store", action, async () => expect(await given("EventBridge", event)).toBe(1));
    expect(await given("EventBridge", event)).toBe(0);
  });
}

for (const [sid, action, path] of [
  ["Search", "dynamodb:Query", "/api/events?from=-1d"],
  ["Fetch", "dynamodb:BatchGetItem", "/api/events.json?from=-1d"],
  ["Fetch", "dynamodb:GetItem", "/api/events/ID"],
  ["Session", "dynamodb:GetItem", "/api/me"],
]) {
  test(`the API does not answer ${path} without ${action}`, async ({ ask, search, session }) => {
    const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const [{ eventID }] = await search("event:CreateBucket");
    // A download that fails after its first byte ends without its last.
    const works = () =>
      ask(path.replace("ID", eventID), { headers: { cookie } }).then(({ status, body }) => {
        return status === 200 && body.length > 2;
      });
    await without("Api", sid, action, async () => expect(await works()).toBe(false));
    expect(await works()).toBe(true);
  });
}
