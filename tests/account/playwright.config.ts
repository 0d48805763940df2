// A deployed stack in an emulated account, seen from outside. `cargo xtask test --only account` starts the
// account, deploys, and runs this: the console in the machine's own Chromium, AWS by the AWS CLI.

import { defineConfig } from "@playwright/test";
import path from "node:path";

/** A variable that `cargo xtask test` sets. */
export function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these by \`cargo xtask test --only account\``);
  return value;
}

/** Name of the stack. */
export const stack = given("WHODUNIT_STACK");
/** Address of the emulated account; the AWS CLI reads the same variable. */
export const account = given("AWS_ENDPOINT_URL");
/** Where the built site, traces and pictures are: cargo's target folder. */
export const artefacts = given("WHODUNIT_ARTEFACTS");

export default defineConfig({
  testDir: ".",
  outputDir: path.join(artefacts, "account", "results"),
  globalSetup: "./support/setup.ts",
  reporter: [["list"]],
  // One account: in turn, and the two that change the stack itself after all others.
  workers: 1,
  projects: [
    { name: "use", testMatch: ["clients.spec.ts", "console.spec.ts", "doors.spec.ts", "given_bucket.spec.ts"] },
    { name: "rights", testMatch: "rights.spec.ts", dependencies: ["use"] },
    { name: "lifecycle", testMatch: "lifecycle.spec.ts", dependencies: ["rights"] },
  ],
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    ignoreHTTPSErrors: true,
    screenshot: "only-on-failure",
    // A trace of every test takes longer; what failed is run again with `--trace on`.
    trace: "off",
    launchOptions: {
      executablePath: given("WHODUNIT_CHROMIUM"),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
