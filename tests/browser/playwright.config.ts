// The console in the machine's own Chromium. `cargo xtask test --only browser` starts whodunit on a
// demo account, says where it is, and runs this; it never downloads a browser.

import { defineConfig } from "@playwright/test";
import path from "node:path";

/** A variable that `cargo xtask test` sets. */
function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these by \`cargo xtask test --only browser\``);
  return value;
}

/** Where screenshots and traces are kept: cargo's target folder. */
export const artefacts = given("WHODUNIT_ARTEFACTS");

/** The path of a screenshot that is kept: `screenshot("history-light")`. */
export function screenshot(name: string): string {
  return path.join(artefacts, "screenshots", `${name}.png`);
}

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: path.join(artefacts, "browser", "results"),
  reporter: [["list"]],
  // One server, one account, two cores: in turn, so that a failure is the same every time.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: given("WHODUNIT_URL"),
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // A trace of every test takes two fifths longer; what failed is run again with `--trace on`.
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
