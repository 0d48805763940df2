// The hosted console: gate, API, sign-in and site on one address, with an issuer of its own.

import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

import { artefacts } from "../playwright.config";
import { issue, type Issuer } from "./issuer";

/** A running console. It and its data are gone after `stop`. */
export type Hosted = { url: string; issuer: Issuer; stop: () => Promise<void> };

/** Starts a console whose issuer's ID tokens are good for `seconds`: then a session has to be renewed. */
export async function host(seconds: number): Promise<Hosted> {
  const issuer = await issue(seconds);
  const program = path.join(artefacts, "debug", "examples", "console");
  const server = spawn(program, [path.join(artefacts, "site")], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const stop = async () => {
    server.stdin?.end();
    await ended;
    await issuer.stop();
  };
  const said = lines(server);
  const url = await until(said, /^The console is at (http:\S+)/);
  server.stdin?.write(`${JSON.stringify(issuer.settings(url))}\n`);
  await until(said, /^The console is (ready)/);
  return { url, issuer, stop };
}

function lines(server: ChildProcess): AsyncIterator<string> {
  if (!server.stdout) throw new Error("the console has no standard output");
  return createInterface({ input: server.stdout })[Symbol.asyncIterator]();
}

async function until(said: AsyncIterator<string>, what: RegExp): Promise<string> {
  for (;;) {
    const { value, done } = await said.next();
    if (done) throw new Error(`the console ended before it said ${what}`);
    const found = what.exec(value)?.[1];
    if (found) return found;
  }
}
