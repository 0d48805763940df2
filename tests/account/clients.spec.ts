// AWS's own clients, here the AWS CLI, against the functions that answer them.

import { stack } from "./playwright.config";
import { aws, resource } from "./support/account.mjs";
import { auditEvent, expect, test, until } from "./support/clients";
import { deliver, record } from "./support/records";

test("lookup-events finds what came by a log file", async ({ out, lookup, asked, key }) => {
  const made = record("CreateBucket");
  await deliver(out.LogsBucket, [made]);
  await until("the event", () => lookup("EventId", made.eventID), (found) => found.length === 1);
  const attribute = `AttributeKey=EventId,AttributeValue=${made.eventID}`;
  const { answer } = await asked(key, "cloudtrail", "lookup-events", "--lookup-attributes", attribute);
  const [event] = answer.Events;
  expect(event).toMatchObject({ EventId: made.eventID, EventName: "CreateBucket", Username: "ana.silva" });
  expect(event.CloudTrailEvent).toBe(JSON.stringify(made));
});

test("put-audit-events stores an event once, and the console finds it", async ({ search, lookup, put }) => {
  const event = auditEvent();
  const id = await put(event);
  expect(await put(event)).toBe(id);
  expect(await search(`id:${id} category:any`)).toMatchObject([{ eventID: id }]);
  // As on AWS, which looks up management events alone.
  expect(await lookup("EventId", id ?? "")).toEqual([]);
});

test("who signs with a wrong secret or another's key is refused", async ({ lookup, put, key }) => {
  const wrong = { ...key, secretAccessKey: key.secretAccessKey.split("").reverse().join("") };
  expect(await lookup("EventId", "e-1", wrong)).toBe("InvalidSignatureException");
  expect(await put(auditEvent(), wrong)).toBe("InvalidSignatureException");
  const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = process.env;
  const accounts = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  expect(await lookup("EventId", "e-1", accounts)).toBe("UnrecognizedClientException");
  expect(await put(auditEvent(), accounts)).toBe("UnrecognizedClientException");
});

test("a key that was revoked is refused from then on", async ({ lookup, put, issue, revoke }) => {
  const key = await issue();
  expect(await lookup("EventId", "e-1", key)).toEqual([]);
  await revoke(key);
  expect(await lookup("EventId", "e-1", key)).toBe("UnrecognizedClientException");
  expect(await put(auditEvent(), key)).toBe("UnrecognizedClientException");
});

test("the Internet may call both functions by their URLs, and not otherwise", async () => {
  for (const name of ["LookupFunction", "AuditEventsFunction"]) {
    const id = ["--function-name", await resource(stack, name)];
    expect(await aws("lambda", "get-function-url-config", ...id)).toMatchObject({ AuthType: "NONE" });
    const policy = JSON.parse((await aws("lambda", "get-policy", ...id)).Policy);
    const everybodys = policy.Statement.map(({ Principal, Action, Condition }: Statement) => {
      expect(["*", '{"AWS":"*"}']).toContain(typeof Principal === "string" ? Principal : JSON.stringify(Principal));
      return [Action, Object.values(Condition ?? {}).map((keys) => Object.keys(keys)).flat()];
    });
    expect(everybodys.sort()).toEqual([
      ["lambda:InvokeFunction", ["lambda:InvokedViaFunctionUrl"]],
      ["lambda:InvokeFunctionUrl", ["lambda:FunctionUrlAuthType"]],
    ]);
  }
});

type Statement = { Principal: unknown; Action: string; Condition?: Record<string, object> };
