// A `whodunit serve` of a test's own, for accounts that the demo is not: hostile, or empty.

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

import { artefacts } from "../playwright.config";

const READY = /Whodunit is ready at (http:\S+)/;

/** The program `name` as cargo left it in its target folder. */
function program(name: string): string {
  return path.join(artefacts, "debug", process.platform === "win32" ? `${name}.exe` : name);
}

/** A running server. It and its data are gone after `stop`. */
export type Server = { url: string; stop: () => Promise<void> };

/** Starts a server on a made-up account of its own that spends no more than `units` read units for a page. */
export async function frugal(units: number): Promise<Server> {
  return started(["--demo", "--read-budget", String(units)], async () => {});
}

/** Starts a server on a file of its own, into which the log files `imported` of the corpus are imported. */
export async function serve(...imported: ("hostile" | "cases")[]): Promise<Server> {
  return filled((folder) => {
    if (imported.length > 0) execFileSync(program("examples/save"), [folder]);
    return imported.map((name) => path.join(folder, `${name}.json`));
  });
}

/** Starts a server on a file of its own, with these records. */
export async function serveRecords(...records: object[]): Promise<Server> {
  return filled((folder) => {
    const file = path.join(folder, "records.json");
    writeFileSync(file, JSON.stringify({ Records: records }));
    return [file];
  });
}

/** Starts a server on a file of its own, with the log files that `write` makes in a folder. */
async function filled(write: (folder: string) => string[]): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), "whodunit-browser-"));
  const kept = ["--retention", "forever", "--data", path.join(folder, "events.db")];
  const files = write(folder);
  if (files.length > 0) execFileSync(program("whodunit"), ["import", ...files, ...kept], { stdio: "pipe" });
  return started(kept, async () => rmSync(folder, { recursive: true, force: true }));
}

/** Starts `whodunit serve` with these options; `tidy` runs after its end. */
async function started(options: string[], tidy: () => Promise<void>): Promise<Server> {
  const site = path.join(artefacts, "site");
  const serving = ["serve", "--listen", "127.0.0.1:0", "--site", site, ...options];
  const server = spawn(program("whodunit"), serving, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const stop = async () => {
    server.kill("SIGINT");
    await ended;
    await tidy();
  };
  return { url: await address(server), stop };
}

/** The address that the server prints when it is ready. */
async function address(server: ChildProcess): Promise<string> {
  if (server.stdout) {
    for await (const line of createInterface({ input: server.stdout })) {
      const url = READY.exec(line)?.[1];
      if (url) return url.replace(/\/$/, "");
    }
  }
  throw new Error("whodunit serve ended before it was ready");
}
