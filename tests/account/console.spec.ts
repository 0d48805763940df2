// The console's address: who gets in, and what CloudFront gives to whom.

import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

import { account, artefacts, stack } from "./playwright.config";
import { aws, invoke, resource } from "./support/account.mjs";
import { OF_NOTHING, expect, signIn, test } from "./support/session";
import { stranger } from "./support/setup";

type File = { name: string; brotli: number | null; contentType: string; cacheControl: string };

/** The files of the site, as the build lists them. */
const files: File[] = JSON.parse(readFileSync(path.join(artefacts, "site/site.json"), "utf8")).files;

for (const path of ["/api/events", "/api/events/some-id", "/api/events/some-id/chain", "/api/events.csv", "/api/me", "/api/facets", "/api/nothing"]) {
  test(`nobody is told anything by ${path} before signing in`, async ({ ask }) => {
    const { status, body } = await ask(path);
    expect(status).toBe(401);
    expect(JSON.parse(body.toString())).toMatchObject({ code: "signedOut" });
  });
}

test("a Function URL answers nobody but CloudFront", async () => {
  for (const name of ["ApiFunction", "InsightFunction", "SignInFunction"]) {
    const id = await resource(stack, name);
    const { FunctionUrl } = await aws("lambda", "get-function-url-config", "--function-name", id);
    const host = new URL(FunctionUrl).hostname.split(".")[0];
    for (const path of ["/api/events", "/auth/login"]) {
      // The emulator's other way to write the URL's host.
      const answer = await fetch(`${account}/_aws/lambda-url/${host}${path}`, { redirect: "manual" });
      expect(answer.status, `${name} ${path}`).toBe(403);
      expect(await answer.text()).not.toContain("signedOut");
    }
  }
});

test("a person in no group is let in nowhere", async ({ browser, out }) => {
  const context = await browser.newContext({ baseURL: out.Address });
  const page = await context.newPage();
  await signIn(page, "/events", stranger);
  await page.waitForURL(`${out.Address}/**`);
  const status = await page.evaluate(async () => (await fetch("/api/events")).status);
  expect(status).toBe(403);
  await context.close();
});

test("signing out ends the session, here and at the user pool", async ({ browser, out, ask }) => {
  const context = await browser.newContext({ baseURL: out.Address });
  const page = await context.newPage();
  await signIn(page, "/events?q=access:write");
  await page.waitForURL(`${out.Address}/events?q=access:write`);
  const [cookie] = await context.cookies(out.Address);
  expect(cookie).toMatchObject({ name: "__Host-sid", httpOnly: true, secure: true, sameSite: "Lax" });
  const headers = { cookie: `${cookie.name}=${cookie.value}` };
  expect((await ask("/api/me", { headers })).status).toBe(200);
  await page.getByRole("button", { name: /Account|auditor@/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${out.Address}/signed-out`);
  expect((await ask("/api/me", { headers })).status).toBe(401);
  await context.close();
});

test("another site cannot sign anybody out", async ({ ask, cookie }) => {
  const headers = { cookie, "sec-fetch-site": "cross-site", "x-amz-content-sha256": OF_NOTHING };
  expect((await ask("/auth/logout", { method: "POST", headers })).status).toBe(403);
  expect((await ask("/api/me", { headers: { cookie } })).status).toBe(200);
});

for (const path of ["/", "/events?q=access:write", "/events/some.id", "/status"]) {
  test(`${path} is the console, asked for anew each time`, async ({ ask }) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-cache");
    expect(body.toString()).toContain("<title>");
  });
}

test("what is not there is not the console", async ({ ask, cookie }) => {
  const missing = await ask("/api/nothing", { headers: { cookie } });
  expect(missing.status).toBe(404);
  expect(missing.headers["content-type"]).toMatch(/json/);
  const file = await ask("/app-0000000000000000.js");
  // 404 on AWS, where CloudFront may list the bucket; the emulator's S3 says 403 in any case.
  expect([403, 404]).toContain(file.status);
  expect(file.body.toString()).not.toContain("<title>");
});

test("every file of the site has its type, its lifetime and its compressed twin", async ({ ask }) => {
  for (const { name, brotli, contentType, cacheControl } of files) {
    const small = await ask(`/${name}`, { headers: { "accept-encoding": "gzip, br" } });
    expect(small.status, name).toBe(200);
    expect(small.headers, name).toMatchObject({ "content-type": contentType, "cache-control": cacheControl });
    expect(small.headers["content-encoding"], name).toBe(brotli === null ? undefined : "br");
    const plain = await ask(`/${name}`, { headers: { "accept-encoding": "br;q=0, gzip" } });
    expect(plain.headers["content-encoding"], name).toBeUndefined();
    const built = readFileSync(path.join(artefacts, "site", name));
    expect(plain.body.equals(built), name).toBe(true);
    if (brotli !== null) expect(brotliDecompressSync(small.body).equals(built), name).toBe(true);
  }
});

for (const path of ["/", "/events/some-id", "/api/me", "/auth/callback"]) {
  test(`security headers of ${path}`, async ({ ask }) => {
    const { headers } = await ask(path);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
    expect(headers).toMatchObject({
      "strict-transport-security": "max-age=63072000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    if (!path.startsWith("/api/")) return;
    expect(headers["cache-control"]).toBe("no-store");
  });
}

test("a POST whose body the browser did not hash is refused before it reaches a function", async ({ ask }) => {
  expect((await ask("/auth/logout", { method: "POST", body: "x" })).status).toBe(403);
});

test("what is asked becomes an event: who asked, from where, for what", async ({ ask, cookie, search }) => {
  const range = "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";
  const forged = { cookie, "whodunit-viewer": "198.51.100.1", "user-agent": "someone's" };
  for (const path of [`/api/events?q=event:NobodyDoes&${range}`, `/api/histogram?q=event:NobodyDoes&${range}`]) {
    expect((await ask(path, { headers: forged })).status).toBe(200);
  }
  await invoke(await resource(stack, "RollFunction"), {});
  const rows = await search("category:activity service:whodunit event:SearchEvents agent:\"someone's\"");
  expect(rows).toHaveLength(1);
  const { body } = await ask(`/api/events/${rows[0].eventID}`, { headers: { cookie } });
  const { eventData, ...told } = JSON.parse(JSON.parse(body.toString()).record);
  const { Account } = await aws("sts", "get-caller-identity");
  expect(told).toMatchObject({ awsRegion: process.env.AWS_REGION, recipientAccountId: Account });
  expect(eventData).toMatchObject({
    eventName: "SearchEvents",
    userIdentity: { type: "ConsoleUser", principalId: expect.stringMatching(/^auditor/) },
    requestParameters: { q: "event:NobodyDoes", from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" },
    additionalEventData: { requests: 2 },
  });
  expect(eventData.sourceIPAddress, "the distribution's word, not the viewer's").toMatch(/^(::ffff:)?127\.0\.0\.1$|^::1$/);
});
