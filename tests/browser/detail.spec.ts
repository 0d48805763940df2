// An event in all its sections: what they say, how one looks for something in the record, and what can be
// taken away.

import { createHash } from "node:crypto";
import { deletion } from "./support/account";
import { article, expect, fact, panel, rows, settled, test } from "./support/console";
import { serve, type Server } from "./support/server";
import type { Page } from "@playwright/test";

const SECTIONS = ["Record", "Request & response", "Identity", "Around", "Integrity"];
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("the panel shows one section at a time, and the address says which", async ({ page, request }) => {
  await page.goto(`/events?q=access:write&sel=${await deletion(request)}`);
  await settled(page);
  await expect(panel(page).getByRole("tab")).toHaveText(SECTIONS);
  await panel(page).getByRole("tab", { name: "Record" }).focus();
  for (const [name, word] of [
    ["Request & response", "request"],
    ["Identity", "identity"],
    ["Around", "around"],
    ["Integrity", "integrity"],
  ] as const) {
    await page.keyboard.press("ArrowRight");
    await expect(panel(page).getByRole("tab", { name })).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`[?&]tab=${word}`));
    await expect(panel(page).getByRole("tabpanel", { name })).toBeVisible();
  }
  await page.reload();
  await expect(panel(page).getByRole("tab", { name: "Integrity" })).toHaveAttribute("aria-selected", "true");
});

test("the event's own page has all sections, and they are what is printed", async ({ page, request }) => {
  const id = await deletion(request);
  await page.goto(`/events/${id}`);
  await expect(article(page).getByRole("heading", { level: 2 })).toHaveText(SECTIONS);
  await expect(article(page).getByRole("tree", { name: "Identity" })).toContainText("alana");
  await expect(article(page).getByRole("tree", { name: "Request and response" })).toContainText("skipFinalSnapshot");
  const { record } = await (await request.get(`/api/events/${id}`)).json();
  await page.emulateMedia({ media: "print" });
  await expect(article(page).locator(".print-only")).toContainText(`/events/${id} as of 2`);
  await expect(article(page).locator(".print-only pre")).toHaveText(record);
  await expect(article(page).getByRole("tree", { name: "Record" })).toBeHidden();
  await expect(article(page).getByRole("table").last()).toBeVisible();
});

test("something is looked for in the record", async ({ page, request }) => {
  await page.goto(`/events?q=access:write&sel=${await deletion(request)}`);
  await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
  await panel(page).getByRole("heading", { level: 2 }).focus();
  await page.keyboard.press("/");
  const field = panel(page).getByRole("searchbox", { name: "Search in Record" });
  await expect(field).toBeFocused();
  await field.fill("CAT-photos-prod");
  const tree = panel(page).getByRole("tree", { name: "Record" });
  const all = await tree.getByRole("treeitem").filter({ has: page.locator("mark") }).count();
  expect(all).toBeGreaterThan(0);
  await expect(panel(page).locator(".tree-search output")).toHaveText(/^\d+ lines?$/);
  const found = Number((await panel(page).locator(".tree-search output").innerText()).split(" ")[0]);
  expect(found).toBeGreaterThanOrEqual(all);

  // Enter goes round, forwards and backwards, and says where it is.
  await page.keyboard.press("Enter");
  await expect(panel(page).locator(".tree-search output")).toHaveText(`1 of ${found} line${found > 1 ? "s" : ""}`);
  await page.keyboard.press("Shift+Enter");
  await expect(panel(page).locator(".tree-search output")).toHaveText(`${found} of ${found} line${found > 1 ? "s" : ""}`);
  await expect(tree.getByRole("treeitem", { selected: true }).locator("mark").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("");
  await expect(tree.locator("mark")).toHaveCount(0);
  await expect(panel(page)).toBeVisible();
});

test("a line is reached by its letters, and says its path", async ({ page, context, request }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/events?q=access:write&sel=${await deletion(request)}`);
  const tree = panel(page).getByRole("tree", { name: "Record" });
  await tree.getByRole("treeitem").first().focus();
  await page.keyboard.press("u");
  await page.keyboard.press("ArrowRight");
  const here = tree.getByRole("treeitem", { selected: true });
  await expect(here).toBeFocused();
  await expect(here).toHaveAttribute("aria-level", "2");
  await expect(panel(page).locator(".tree-path .mono")).toHaveText(/^userIdentity\.\w+$/);
  await panel(page).getByRole("button", { name: "Copy path" }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^userIdentity\.\w+$/);

  // The value is asked for with a key, and becomes a column.
  await here.focus();
  await here.getByRole("button", { name: "Show as column" }).click();
  await expect(page).toHaveURL(/cols=[^&]*@userIdentity\.\w+/);
  await here.focus();
  await page.keyboard.press("-");
  await expect(page).toHaveURL(/-@userIdentity\.\w+:/);
});

test("values are asked for by keyboard alone", async ({ page, request }) => {
  await page.goto(`/events?q=access:write&sel=${await deletion(request)}`);
  const address = fact(panel(page), "Where from").getByRole("link", { name: "205.251.233.48" });
  await address.focus();
  await page.keyboard.press("Shift+F10");
  await expect(fact(panel(page), "Where from").getByRole("button", { name: "Only 205.251.233.48" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(address).toBeFocused();
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/q=[^&]*ip:205\.251\.233\.48/);
  await expect(page).toHaveURL(/access:write/);

  // The link asks for it alone, a day around the event.
  await address.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/events\?q=ip:205\.251\.233\.48&from=[^&]+&to=[^&]+$/);
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
});

test("what happened around the event, whatever the filter", async ({ page, request }) => {
  const id = await deletion(request);
  const { eventTime } = await (await request.get(`/api/events/${id}`)).json();
  await page.goto(`/events?q=event:DeleteDBInstance&sel=${id}&tab=around`);
  const around = panel(page).getByRole("tabpanel", { name: "Around" });
  await expect(around).toContainText("The filter of the list does not apply here.");
  const item = around.getByRole("listitem");
  await expect(item.filter({ hasText: "(this event)" })).toHaveCount(1);

  const minutes = (n: number) => new Date(Date.parse(eventTime) + n * 60_000).toISOString();
  const expected = async (q: string, reach: number) => {
    const params = { q, from: minutes(-reach), to: new Date(Date.parse(minutes(reach)) + 1).toISOString(), sort: "time" };
    return (await (await request.get("/api/events", { params })).json()).rows as { eventName: string }[];
  };
  const same = await expected("who:alana category:any", 5);
  await expect(item).toHaveCount(same.length);
  expect(await item.locator(".event").allInnerTexts()).toEqual(
    same.map((row) => expect.stringContaining(row.eventName)),
  );
  await around.getByLabel("How far").selectOption("± 1 min");
  await expect(item).toHaveCount((await expected("who:alana category:any", 1)).length);
  await around.getByLabel("Events of").selectOption("same source address: 205.251.233.48");
  await expect(item).toHaveCount((await expected("ip:205.251.233.48 category:any", 1)).length);
  await around.getByRole("link", { name: "Show these in the history" }).click();
  await expect(page).toHaveURL(/q=ip:205\.251\.233\.48\+category:any&from=/);
});

test("the hash is that of the record's bytes", async ({ page, request }) => {
  const id = await deletion(request);
  const { record } = await (await request.get(`/api/events/${id}`)).json();
  await page.goto(`/events?sel=${id}&tab=integrity`);
  const integrity = panel(page).getByRole("tabpanel", { name: "Integrity" });
  await expect(integrity).toContainText(createHash("sha256").update(record).digest("hex"));
  await expect(integrity).toContainText("computed in this browser");
  await expect(integrity).toContainText(`${Buffer.byteLength(record)} bytes`);
  await expect(integrity).toContainText("not checked here");
});

test("an event is copied in the form that is needed", async ({ page, context, request }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await deletion(request);
  const { record } = await (await request.get(`/api/events/${id}`)).json();
  await page.goto(`/events?sel=${id}`);
  await panel(page).getByRole("button", { name: "Copy", exact: true }).click();
  const menu = panel(page).getByRole("dialog", { name: "Copy" });
  for (const [name, expected] of [
    ["Link", new URL(`/events/${id}`, page.url()).href],
    ["Event ID", id],
    ["JSON, as stored", record],
    ["AWS CLI command", `aws cloudtrail lookup-events --region 'us-west-2' --lookup-attributes '[{"AttributeKey":"EventId","AttributeValue":"${id}"}]'`],
  ]) {
    await menu.getByRole("button", { name, exact: true }).click();
    await expect.poll(() => clipboard(page)).toBe(expected);
  }
  await menu.getByRole("button", { name: "Markdown row" }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^\| 2\S+ \| DeleteDBInstance \| alana \| .* \|\n$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect.poll(() => clipboard(page)).toBe(record);
});

test.describe("an account of oddities", () => {
  let server: Server;
  test.beforeAll(async () => {
    server = await serve("cases", "hostile");
  });
  test.afterAll(() => server.stop());

  test("what hides is said where it is copied", async ({ page, context, request }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const params = { q: "category:any", from: "2026-01-15T00:00:00Z", to: "2026-01-16T00:00:00Z", size: "100" };
    const { rows } = await (await request.get(`${server.url}/api/events`, { params })).json();
    const override = rows.find((row: { userName?: string }) => row.userName === "user\u202egpj.exe");
    await page.goto(`${server.url}/events/${override.eventID}`);
    const who = fact(article(page), "Who");
    await who.getByRole("button", { name: /^Copy user\[U\+202E\]gpj\.exe$/ }).first().click();
    await expect.poll(() => clipboard(page)).toBe("user\u202egpj.exe");
    await expect(page.getByRole("status").filter({ hasText: "It contains 1 hidden character." })).toBeAttached();
    await who.getByRole("button", { name: /escaped: contains 1 hidden character$/ }).first().click();
    await expect.poll(() => clipboard(page)).toBe("user\\u202egpj.exe");
    await article(page).getByRole("button", { name: "Copy", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Copy" })).toContainText("contains 1 hidden character");
  });

  test("a policy in a string opens as what it is", async ({ page, request }) => {
    const params = { q: "event:CreatePolicyVersion category:any", from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" };
    const { rows } = await (await request.get(`${server.url}/api/events`, { params })).json();
    await page.goto(`${server.url}/events/${rows[0].eventID}`);
    const tree = article(page).getByRole("tree", { name: "Record" });
    const policy = tree.getByRole("treeitem").filter({ hasText: "policyDocument" });
    await expect(policy).toHaveAttribute("aria-expanded", "false");
    await policy.getByRole("button", { name: "expand as JSON" }).click();
    await expect(policy).toHaveAttribute("aria-expanded", "true");
    await expect(tree.getByRole("treeitem").filter({ hasText: "Statement" }).last()).toHaveAttribute("aria-level", "3");

    // A search opens it by itself.
    await policy.getByRole("button", { name: "fold JSON" }).click();
    const field = article(page).getByRole("searchbox", { name: "Search in Record" });
    await field.fill("Allow");
    await field.press("Enter");
    await expect(tree.locator("mark:visible").filter({ hasText: "Allow" })).toHaveCount(1);
    await expect(tree.getByRole("treeitem", { selected: true })).toContainText("Effect");
  });
});
