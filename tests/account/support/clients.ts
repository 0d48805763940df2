// AWS's own clients in these specs: keys and a channel by `whodunit`, and the AWS CLI that asks by them.

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";

import { account, given, stack } from "../playwright.config";
import { resource } from "./account.mjs";
import { door } from "./door.mjs";
import { test as base } from "./session";

export { expect, until } from "./session";

const run = promisify(execFile);
const ACCOUNT = "111122223333";

/** An access key that Whodunit issued. */
export type Key = { accessKeyId: string; secretAccessKey: string };
/** What became of a command of the AWS CLI: its answer, or the error that it names. */
export type Asked = { answer?: any; error?: string };

type Workers = {
  /** Runs `whodunit` on the stack's table, and gives what it prints. */
  whodunit: (...words: string[]) => Promise<string>;
  /** Issues a key. */
  issue: () => Promise<Key>;
  /** Revokes a key. */
  revoke: (key: Key) => Promise<void>;
  /** A key for all tests. */
  key: Key;
  /** ARN of a channel for events of applications. */
  channel: string;
  /** Asks the stack's functions by the AWS CLI, signed with a key. */
  asked: (key: Key, ...words: string[]) => Promise<Asked>;
  /** LookupEvents by an attribute, signed with a key: the ids that are found, or the error. */
  lookup: (name: string, value: string, key?: Key) => Promise<string[] | string>;
  /** PutAuditEvents of one event, signed with a key: the id that it is stored under, or the error. */
  put: (event: AuditEvent, key?: Key) => Promise<string | undefined>;
};

/** An event of an application. */
export type AuditEvent = { id: string; eventData: string };

export const test = base.extend<object, Workers>({
  whodunit: [
    async ({ out }, use) => {
      const table = ["--table", out.EventsTable, "--endpoint-url", account];
      await use(async (...words) => (await run(given("WHODUNIT_BINARY"), [...words, ...table])).stdout);
    },
    { scope: "worker" },
  ],
  issue: [
    async ({ whodunit, out }, use) => {
      const seed = ["--seed", `secretsmanager:${out.SigningSeed}`];
      await use(async () => JSON.parse(await whodunit("keys", "create", "--label", "test", ...seed, "--json")));
    },
    { scope: "worker" },
  ],
  revoke: [
    async ({ whodunit }, use) => use(async ({ accessKeyId }) => void (await whodunit("keys", "revoke", accessKeyId))),
    { scope: "worker" },
  ],
  key: [async ({ issue }, use) => use(await issue()), { scope: "worker" }],
  channel: [
    async ({ whodunit }, use) => use((await whodunit("channels", "create", `shop-${randomUUID()}`, "--account", ACCOUNT)).trim()),
    { scope: "worker" },
  ],
  asked: [
    async ({}, use) => {
      const doors = [];
      for (const name of ["LookupFunction", "AuditEventsFunction"]) doors.push(await door(await resource(stack, name)));
      const [lookup, audit] = doors.map(({ address }) => address);
      await use(async ({ accessKeyId, secretAccessKey }, ...words) => {
        const env = {
          ...process.env,
          AWS_ENDPOINT_URL_CLOUDTRAIL: lookup,
          AWS_ENDPOINT_URL_CLOUDTRAIL_DATA: audit,
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          // Nothing is tried again: what fails here is meant to.
          AWS_MAX_ATTEMPTS: "1",
        };
        return run("aws", [...words, "--output", "json"], { env }).then(
          ({ stdout }) => ({ answer: JSON.parse(stdout) }),
          ({ stderr }) => ({ error: /\((\w+)\)/.exec(stderr)?.[1] ?? stderr }),
        );
      });
      for (const { stop } of doors) await stop();
    },
    { scope: "worker" },
  ],
  lookup: [
    async ({ asked, key: own }, use) =>
      use(async (name, value, key = own) => {
        const attribute = `AttributeKey=${name},AttributeValue=${value}`;
        const { answer, error } = await asked(key, "cloudtrail", "lookup-events", "--lookup-attributes", attribute);
        return error ?? answer.Events.map(({ EventId }: { EventId: string }) => EventId);
      }),
    { scope: "worker" },
  ],
  put: [
    async ({ asked, key: own, channel }, use) =>
      use(async (event, key = own) => {
        const words = ["--channel-arn", channel, "--audit-events", JSON.stringify([event])];
        const { answer, error } = await asked(key, "cloudtrail-data", "put-audit-events", ...words);
        return error ?? answer.successful[0]?.eventID;
      }),
    { scope: "worker" },
  ],
});

/** An event of a moment ago; each has an id of its own. */
export function auditEvent(): AuditEvent {
  const id = randomUUID();
  const eventData = {
    version: "1.0",
    userIdentity: { type: "CustomUser", principalId: "kim" },
    eventSource: "shop.example.com",
    eventName: "CatAdopted",
    eventTime: new Date(Date.now() - 60_000).toISOString().replace(/\.\d+/, ""),
    UID: id,
    recipientAccountId: ACCOUNT,
  };
  return { id, eventData: JSON.stringify(eventData) };
}
