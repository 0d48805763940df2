// What the server tells the browser to refuse: checked at the page and at the API.

import { expect, settled, test } from "./support/console";

const NOTHING = ["default-src 'none'", "frame-ancestors 'none'"];
const PAGE = [
  ...NOTHING,
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

for (const [path, policy] of [
  ["/", PAGE],
  ["/events?q=access:write", PAGE],
  ["/events/some-id", PAGE],
  ["/api/events", NOTHING],
  ["/api/events/some-id", NOTHING],
  ["/api/events.csv?from=-1h", NOTHING],
] as const) {
  test(`headers of ${path}`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const directives = (headers["content-security-policy"] ?? "").split("; ");
    expect(directives).toEqual(expect.arrayContaining([...policy]));
    expect(directives.join()).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http:/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["server"]).toBeUndefined();
    if (path.startsWith("/api/")) expect(headers["cache-control"]).toBe("no-store");
  });
}

test("the page holds no script and no style of its own", async ({ page, request }) => {
  const html = await (await request.get("/events")).text();
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  // Nothing else is loaded from anywhere but here: `test` watches every request.
  const hosts = new Set<string>();
  page.on("request", (asked) => hosts.add(new URL(asked.url()).origin));
  await page.goto("/");
  await settled(page);
  expect([...hosts]).toEqual([new URL(page.url()).origin]);
});

test("a page of another site cannot read the API", async ({ request }) => {
  const answer = await request.get("/api/events", { headers: { origin: "https://attacker.example" } });
  expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
});
