// Before the first test: what the emulated account needs that AWS does not, people, and the edge's certificate.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { account, artefacts, stack } from "../playwright.config";
import { aws, outputs, person, prepare } from "./account.mjs";

/** Signed in, and in the group `auditor`. */
export const auditor = { name: "auditor@example.com", password: "Who-did-it-2026?" };
/** Signed in, and in no group. */
export const stranger = { name: "stranger@example.com", password: "Who-are-you-2026?" };

export default async function setup(): Promise<void> {
  const { id, secret } = await prepare(stack, account);
  // Read by the workers, which start the edge: see `session.ts`.
  process.env.EDGE_KEY_ID = id;
  process.env.EDGE_KEY_SECRET = secret;
  const { UserPool, LogFilesQueueUrl } = await outputs(stack);
  await person(UserPool, auditor.name, auditor.password, "auditor");
  await person(UserPool, stranger.name, stranger.password);
  // A failed message comes back after half an hour. Nobody waits for that five times.
  await aws("sqs", "set-queue-attributes", "--queue-url", LogFilesQueueUrl, "--attributes", "VisibilityTimeout=2");
  certificate();
}

/** A certificate that nobody has to trust: the browser is told to ignore it. */
function certificate(): void {
  const folder = path.join(artefacts, "account");
  mkdirSync(folder, { recursive: true });
  const files = ["-keyout", path.join(folder, "edge.key"), "-out", path.join(folder, "edge.crt")];
  const words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=edge", ...files];
  execFileSync("openssl", words, { stdio: "ignore" });
}

/** What `certificate` made. */
export function tls(): { key: string; cert: string } {
  const read = (name: string) => readFileSync(path.join(artefacts, "account", name), "utf8");
  return { key: read("edge.key"), cert: read("edge.crt") };
}
