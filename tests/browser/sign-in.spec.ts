// Signing in with a real issuer, staying signed in, and signing out for good.

import { rows } from "./support/console";
import { arrive, expect, overhear, settled, signIn, test, until } from "./support/signing-in";

const DEEP = "/events?q=service:s3&from=-7d";

test("a link leads through sign-in to where it points", async ({ page, context, hosted }) => {
  const heard = overhear(page, hosted);
  await arrive(page, hosted, DEEP);
  await expect(page).toHaveURL(hosted.url + DEEP);
  await settled(page);

  await page.getByRole("button", { name: /^Account/ }).click();
  const account = page.getByRole("dialog", { name: "Account" });
  await expect(account).toContainText("ana <b>of the journey</b>");
  await expect(account).toContainText("Auditor");

  // What the browser keeps of it, no script can read.
  const cookies = (await context.cookies(hosted.url)).filter((cookie) => cookie.name.startsWith("__Host-"));
  expect(cookies).toEqual([
    expect.objectContaining({ name: "__Host-sid", httpOnly: true, secure: true, sameSite: "Lax", path: "/" }),
  ]);
  const kept = await page.evaluate(() => [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)]);
  expect(kept).toEqual(["", "{}", "{}"]);
  const text = await heard.text();
  expect(text).toContain("/api/me");
  // `eyJ` begins every JSON Web Token, for `{"` does in base64.
  expect(text.replace(/^.*\.wasm\n.*\n.*$/gm, "")).not.toMatch(/eyJ[\w-]+\.|id_token|refresh_token|access_token/);

  await page.reload();
  await settled(page);
  await expect(page).toHaveURL(hosted.url + DEEP);
});

test("a session is renewed without a word", async ({ page, hosted }) => {
  await arrive(page, hosted, DEEP);
  await settled(page);
  await until(page, hosted, "sessionStale");
  const renewed = page.waitForResponse((answer) => answer.url().endsWith("/auth/refresh"));
  await page.getByRole("button", { name: "Search", exact: true }).click();
  expect((await renewed).status()).toBe(200);
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Session ended" })).toBeHidden();
});

test("two tabs that come back together stay signed in, though refresh tokens are good once", async ({
  page,
  context,
  hosted,
}) => {
  await arrive(page, hosted, DEEP);
  const other = await context.newPage();
  await other.goto(`${hosted.url}/events?q=access:write`);
  await Promise.all([settled(page), settled(other)]);
  for (let round = 0; round < 3; round++) {
    await until(page, hosted, "sessionStale");
    await Promise.all([page.reload(), other.reload()]);
    await Promise.all([settled(page), settled(other)]);
  }
  await expect(page).toHaveURL(hosted.url + DEEP);
});

test("a session that ended keeps the page, and sign-in comes back to it", async ({ page, hosted }) => {
  await arrive(page, hosted, DEEP);
  await settled(page);
  const before = await rows(page).count();
  expect(before).toBeGreaterThan(0);
  await hosted.issuer.forgetAll();
  await until(page, hosted, "sessionStale");
  await page.getByRole("button", { name: "Search", exact: true }).click();

  const dialog = page.getByRole("dialog", { name: "Session ended" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("link", { name: "Sign in" })).toBeFocused();
  expect(await rows(page).count()).toBe(before);
  await dialog.getByRole("button", { name: "Not now" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await dialog.getByRole("link", { name: "Sign in" }).click();
  await signIn(page, hosted, "ana");
  await expect(page).toHaveURL(hosted.url + DEEP);
  await settled(page);
});

test("signing out ends the session for good", async ({ page, context, hosted, playwright }) => {
  await arrive(page, hosted, DEEP);
  await settled(page);
  const cookie = (await context.cookies(hosted.url)).find((one) => one.name === "__Host-sid");
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect(page).toHaveURL(`${hosted.url}/signed-out`);
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  expect((await context.cookies(hosted.url)).filter((one) => one.name === "__Host-sid")).toEqual([]);

  // Whoever kept the cookie has nothing.
  const thief = await playwright.request.newContext({
    extraHTTPHeaders: { cookie: `__Host-sid=${cookie?.value}`, "x-whodunit": "1" },
  });
  for (const path of ["/api/me", "/api/events", "/api/events.csv", "/api/no-such-path"]) {
    const answer = await thief.get(hosted.url + path);
    expect([path, answer.status(), (await answer.json()).code]).toEqual([path, 401, "signedOut"]);
  }
  expect((await thief.post(`${hosted.url}/auth/refresh`)).status()).toBe(401);
  await thief.dispose();

  // The issuer asks again, too.
  await page.getByRole("link", { name: "Sign in again" }).click();
  await expect(page.getByPlaceholder("Enter any login")).toBeVisible();
});

test("who is in no group is told whom to ask, and can leave", async ({ page, hosted }) => {
  await arrive(page, hosted, DEEP, "eve");
  const notice = page.getByRole("alert").filter({ hasText: "No access" });
  await expect(notice).toContainText("whoever administers sign-in can add the group");
  await page.getByRole("button", { name: "Account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

test("who gives up at the issuer is told how to go on", async ({ page, hosted }) => {
  await page.goto(hosted.url + DEEP);
  await page.getByRole("link", { name: /Cancel/ }).click();
  await expect(page.getByRole("heading", { name: "The sign-in was refused" })).toBeVisible();
  await expect(page.getByText("access_denied")).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await signIn(page, hosted, "ana");
  await expect(page).toHaveURL(hosted.url + DEEP);
});

test("the pages of sign-in work without any script", async ({ browser, hosted }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [path, heading] of [
    ["/signed-out", "You are signed out"],
    ["/auth/callback?state=x", "This sign-in is over"],
  ] as const) {
    await page.goto(hosted.url + path);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    const button = page.getByRole("link", { name: /^Sign in/ });
    await expect(button).toHaveAttribute("href", /^\/auth\/login/);
    // The style sheet has come: a link alone has no background.
    await expect(button).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  }
  await context.close();
});
