// The test of specs that sign in: a console of their own, and words for the way in and out.

import { test as base, expect, settled } from "./console";
import { host, type Hosted } from "./hosted";
import type { Page, Response } from "@playwright/test";

/** Seconds for which an ID token is good: short, so that sessions need to be renewed soon. */
export const FRESH = 4;

/** `test` of the console, with a hosted one that all tests of a file share. */
export const test = base.extend<object, { hosted: Hosted }>({
  hosted: [
    async ({}, use) => {
      const hosted = await host(FRESH);
      await use(hosted);
      await hosted.stop();
    },
    { scope: "worker" },
  ],
  // A page that is refused says so in the browser's console: that is the browser's, not ours.
  expectedErrors: /status of (401|403)/,
  otherOrigin: async ({ hosted }, use) => use(hosted.issuer.url),
  // The issuer's pages want a font of the web and have no icon: neither is our business.
  context: async ({ context, hosted }, use) => {
    const unwanted = (url: URL) => url.hostname !== "localhost" || url.href === `${hosted.issuer.url}/favicon.ico`;
    await context.route(unwanted, (route) => route.fulfill({ status: 200, body: "" }));
    await use(context);
  },
});

export { expect, settled };

/** Signs in as `name` at the issuer's pages, on which `page` is; it may know the person already. */
export async function signIn(page: Page, hosted: Hosted, name: string): Promise<void> {
  await page.waitForURL((url) => url.origin === hosted.issuer.url);
  const login = page.getByPlaceholder("Enter any login");
  const consent = page.getByRole("button", { name: "Continue" });
  await expect(login.or(consent).first()).toBeVisible();
  if (await login.isVisible()) {
    await login.fill(name);
    await page.getByPlaceholder("and password").fill("any password");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await expect(consent).toBeVisible();
  }
  await consent.click();
  await page.waitForURL((url) => url.origin === hosted.url);
}

/** Opens `path` without being signed in, signs in as `name`, and waits for what is there. */
export async function arrive(page: Page, hosted: Hosted, path: string, name = "ana"): Promise<void> {
  await page.goto(hosted.url + path);
  await signIn(page, hosted, name);
}

/** Waits until the API says `code` to the page's cookie. */
export async function until(page: Page, hosted: Hosted, code: string): Promise<void> {
  const ask = async () => {
    const answer = await page.request.get(`${hosted.url}/api/me`);
    return answer.ok() ? "ok" : (await answer.json()).code;
  };
  await expect.poll(ask, { timeout: 30_000 }).toBe(code);
}

/** Every answer that the console's origin gives to the page, with its headers, as text. */
export function overhear(page: Page, hosted: Hosted): { text: () => Promise<string> } {
  const answers: Response[] = [];
  page.on("response", (answer) => {
    if (new URL(answer.url()).origin === hosted.url) answers.push(answer);
  });
  const read = async (answer: Response) => {
    // A redirect has no body.
    const body = await answer.text().catch(() => "");
    return `${answer.url()}\n${JSON.stringify(await answer.headersArray())}\n${body}`;
  };
  return { text: async () => (await Promise.all(answers.map(read))).join("\n") };
}
