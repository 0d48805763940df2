// The `test` of these specs: the edge, the console's address, and a browser that is signed in.

import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import https from "node:https";

import { account, given, stack } from "../playwright.config";
import { outputs } from "./account.mjs";
import { edge } from "./edge.mjs";
import { auditor, tls } from "./setup";

/** SHA-256 of an empty body, which the browser has to tell CloudFront. */
export const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** An answer, as it came over the wire. */
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Ask = (path: string, options?: { method?: string; headers?: Record<string, string>; body?: string }) => Promise<Answer>;

type Fixtures = {
  /** The console, signed in as the auditor. */
  console: Page;
  /** Signs the auditor in by a browser of its own, and gives the `Cookie` header of the session, if one began. */
  enter: () => Promise<string | undefined>;
  /** The `Cookie` header of a further session of the auditor, for one test. */
  other: string;
};
type Workers = {
  /** Outputs of the stack. */
  out: Record<string, string>;
  /** Port of the edge. */
  port: number;
  /** Asks the console's address without a browser. */
  ask: Ask;
  /** Posts as the console does: with its headers, and without a body. */
  post: (path: string, cookie: string) => Promise<Answer>;
  /** Cookies of the signed-in auditor. */
  session: State;
  /** The same as a `Cookie` header. */
  cookie: string;
  /** Rows that the API gives the auditor for a query. */
  search: (query: string) => Promise<{ eventID: string }[]>;
};

export const test = base.extend<Fixtures, Workers>({
  out: [async ({}, use) => use(await outputs(stack)), { scope: "worker" }],
  port: [
    async ({}, use) => {
      const key = { id: given("EDGE_KEY_ID"), secret: given("EDGE_KEY_SECRET") };
      const { port, stop } = await edge({ account, key, tls: tls() });
      await use(port);
      await stop();
    },
    { scope: "worker" },
  ],
  // The browser sees the real names, and finds the edge behind them.
  launchOptions: [
    async ({ launchOptions, port }, use) => {
      const rules = [".cloudfront.net", ".amazoncognito.com"].map((name) => `MAP *${name} 127.0.0.1:${port}`);
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), `--host-resolver-rules=${rules}`] });
    },
    { scope: "worker" },
  ],
  ask: [
    async ({ out, port }, use) => {
      const host = new URL(out.Address).hostname;
      await use(
        (path, { method = "GET", headers = {}, body } = {}) =>
          new Promise((done, failed) => {
            const options = { host: "127.0.0.1", port, path, method, headers: { host, ...headers } };
            const request = https.request({ ...options, rejectUnauthorized: false }, (response) => {
              const chunks: Buffer[] = [];
              response.on("data", (chunk) => chunks.push(chunk));
              response.on("end", () => {
                const { statusCode = 0, headers } = response;
                done({ status: statusCode, headers, body: Buffer.concat(chunks) });
              });
            });
            request.on("error", failed).end(body);
          }),
      );
    },
    { scope: "worker" },
  ],
  post: [
    async ({ ask }, use) => {
      const own = { "x-whodunit": "1", "sec-fetch-site": "same-origin", "x-amz-content-sha256": OF_NOTHING };
      await use((path, cookie) => ask(path, { method: "POST", headers: { cookie, ...own } }));
    },
    { scope: "worker" },
  ],
  session: [
    async ({ browser, out }, use) => {
      const context = await browser.newContext({ baseURL: out.Address });
      const page = await context.newPage();
      await signIn(page, "/events");
      await page.waitForURL(`${out.Address}/events`);
      await use(await context.storageState());
      await context.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  cookie: [async ({ session }, use) => use(header(session)), { scope: "worker" }],
  search: [
    async ({ ask, cookie }, use) => {
      await use(async (query) => {
        const path = `/api/events?q=${encodeURIComponent(query)}&from=-1d`;
        const { status, body } = await ask(path, { headers: { cookie } });
        expect(status, `${path}: ${body}`).toBe(200);
        return JSON.parse(body.toString()).rows;
      });
    },
    { scope: "worker" },
  ],
  enter: async ({ browser, out }, use) => {
    await use(async () => {
      const context = await browser.newContext({ baseURL: out.Address });
      const page = await context.newPage();
      const back = page.waitForResponse((answer) => answer.url().startsWith(`${out.Address}/auth/callback`));
      await signIn(page, "/signed-out");
      await back;
      const state = await context.storageState();
      await context.close();
      return state.cookies.some(({ name }) => name === "__Host-sid") ? header(state) : undefined;
    });
  },
  other: async ({ enter }, use) => use((await enter()) ?? ""),
  baseURL: async ({ out }, use) => use(out.Address),
  console: async ({ browser, out, session }, use) => {
    const context = await browser.newContext({ storageState: session, baseURL: out.Address });
    await use(await context.newPage());
    await context.close();
  },
});

export { expect };

/** Signs in by the user pool's own pages, beginning at `next`. */
export async function signIn(page: Page, next: string, who = auditor): Promise<void> {
  await page.goto(`/auth/login?next=${encodeURIComponent(next)}`);
  await page.locator("#username").fill(who.name);
  await page.locator("#password").fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

function header({ cookies }: State): string {
  return cookies.filter(({ name }) => name === "__Host-sid").map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Asks until the answer is as `wanted`, or a deadline is over: nothing here waits for a fixed time. */
export async function until<T>(what: string, ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  let last: T | undefined;
  const enough = async () => wanted((last = await ask()));
  await expect.poll(enough, { message: what, timeout: 60_000, intervals: [200, 500, 1_000] }).toBe(true);
  return last as T;
}
