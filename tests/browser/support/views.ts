// Every state of the console that is checked as a whole: for accessibility, for width, for the eye.

import { expect, panel, article, settled } from "./console";
import { burst, deletion, saved } from "./account";
import type { APIRequestContext, Page } from "@playwright/test";

type Show = (page: Page, request: APIRequestContext) => Promise<void>;

/** Name of the state, and how a page comes into it. */
export const views: Record<string, Show> = {
  keys: async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("button", { name: "? Keys" }).click();
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  },
  list: async (page) => {
    await page.goto("/events?q=access:write");
    await settled(page);
  },
  insight: async (page) => {
    await page.goto("/events?from=-90d");
    await settled(page);
    await expect(page.locator(".histogram svg")).toBeVisible();
  },
  "bars as a table": async (page) => {
    await views.insight?.(page, page.request);
    await page.getByRole("button", { name: "View as table" }).click();
    await expect(page.getByRole("region", { name: "Events over time as a table" })).toBeVisible();
  },
  "a stretch of time": async (page) => {
    await views.insight?.(page, page.request);
    await page.locator(".bars [tabindex='0']").focus();
    for (let n = 0; n < 9; n += 1) await page.keyboard.press("Shift+ArrowLeft");
  },
  "filters in a sheet": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await views.insight?.(page, page.request);
    await page.locator(".histogram").getByRole("button", { name: "Filters" }).click();
    await expect(page.getByRole("dialog", { name: "Filters" }).getByRole("link").first()).toBeVisible();
  },
  "all values": async (page) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await views.insight?.(page, page.request);
    await page.getByRole("button", { name: "More of Event" }).click();
    await expect(page.getByRole("textbox", { name: "Event that begins with" })).toBeVisible();
  },
  "no bars": async (page) => {
    const json = { code: "internal", message: "the table did not answer; try again" };
    await page.route("**/api/histogram?*", (route) => route.fulfill({ status: 500, json }));
    await page.goto("/events?q=access:write");
    await settled(page);
    await expect(page.locator(".histogram").getByRole("alert")).toBeVisible();
  },
  "did you mean": async (page) => {
    await page.goto("/events?q=event:DeleteDbInstnace+who:alana&from=-7d");
    await expect(page.getByRole("link", { name: "event = DeleteDBInstance" })).toBeVisible();
  },
  live: async (page) => {
    await page.goto("/events?q=access:write&live=1");
    await settled(page);
  },
  panel: async (page, request) => {
    await page.goto(`/events?q=access:write&sel=${await deletion(request)}`);
    await settled(page);
    await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
  },
  raw: async (page, request) => {
    await page.goto(`/events?q=access:write&tab=raw&sel=${await deletion(request)}`);
    await settled(page);
    await expect(panel(page).getByRole("region", { name: "Raw record" })).toBeVisible();
  },
  event: async (page, request) => {
    await page.goto(`/events/${await deletion(request)}`);
    await expect(article(page).getByRole("treeitem").first()).toBeVisible();
  },
  empty: async (page) => {
    await page.goto("/events?q=who:nobody-of-that-name");
    await settled(page);
  },
  "event not found": async (page) => {
    await page.goto("/events/00000000-0000-0000-0000-000000000000");
    await expect(page.getByRole("alert")).toBeVisible();
  },
  failure: async (page) => {
    const json = { code: "internal", message: "the table did not answer; try again" };
    await page.route("**/api/events?*", (route) => route.fulfill({ status: 500, json }));
    await page.goto("/events?q=access:write");
    await expect(page.getByRole("button", { name: "Retry" })).toBeVisible();
  },
  "bad query": async (page) => {
    await page.goto("/events?q=regoin:us-west-2");
    await expect(page.getByRole("alert")).toBeVisible();
  },
  suggestions: async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("combobox", { name: "Query" }).pressSequentially("r");
    await expect(page.getByRole("listbox")).toBeVisible();
  },
  "time range": async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("button", { name: /^Time range: / }).click();
    await expect(page.getByRole("dialog", { name: "Time range" })).toBeVisible();
  },
  "time zone": async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("button", { name: /^Time zone: / }).click();
    await expect(page.getByRole("dialog", { name: "Time zone" })).toBeVisible();
  },
  "bad time": async (page) => {
    await views["time range"]?.(page, page.request);
    await page.getByRole("textbox", { name: /^From \(/ }).fill("noon");
    await page.getByRole("button", { name: "Apply range" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  },
  terms: async (page) => {
    await page.goto('/events?q=access:write+outcome:denied,failed+-service:kms+-"cat photos"&from=-90d');
    await settled(page);
  },
  "slow query": async (page) => {
    await page.goto("/events?q=event:Delete*&from=-90d");
    await settled(page);
    await expect(page.getByText(/^No index holds what is asked for/)).toBeVisible();
  },
  "copy link": async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("button", { name: "Copy link", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Copy link" })).toBeVisible();
  },
  "ignored in the address": async (page) => {
    await page.goto("/events?from=noon&tz=mars");
    await settled(page);
    await expect(page.getByRole("listitem").filter({ hasText: "tz" })).toBeVisible();
  },
  download: async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("button", { name: "Download", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Download" })).toBeVisible();
  },
  columns: async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("button", { name: "Columns", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible();
  },
  auditor: async (page) => {
    await page.goto("/events?q=access:write&cols=time,event,who,role,mfa,key,account,region,resource,outcome,id");
    await settled(page);
  },
  selecting: async (page) => {
    await views.list?.(page, page.request);
    await page.getByRole("button", { name: "Select", exact: true }).click();
    await page.getByRole("checkbox", { name: /^Select / }).nth(0).click();
    await page.getByRole("checkbox", { name: /^Select / }).nth(1).click();
  },
  "narrow rows that wrap": async (page) => {
    await views.auditor?.(page, page.request);
    await page.keyboard.press("w");
    await page.keyboard.press("d");
    await expect(page.locator(".table")).toHaveClass(/compact wrap/);
  },
  "request and response": (page, request) => showSection(page, request, "request"),
  identity: (page, request) => showSection(page, request, "identity"),
  chain: async (page, request) => {
    const params = { q: "event:PutBucketPolicy resource:cat-backups outcome:ok", from: "-7d" };
    const { rows } = await (await request.get("/api/events", { params })).json();
    await page.goto(`/events?q=resource:cat-backups&from=-7d&tab=identity&sel=${rows[0].eventID}`);
    await settled(page);
    await expect(panel(page).getByRole("region", { name: "Who is behind this" })).toBeVisible();
  },
  around: (page, request) => showSection(page, request, "around"),
  integrity: (page, request) => showSection(page, request, "integrity"),
  "search in the record": async (page, request) => {
    await views.panel?.(page, request);
    await panel(page).getByRole("searchbox").fill("cat");
    await expect(panel(page).locator("mark").first()).toBeVisible();
  },
  copy: async (page, request) => {
    await views.panel?.(page, request);
    await panel(page).getByRole("button", { name: "Copy", exact: true }).click();
    await expect(panel(page).getByRole("dialog", { name: "Copy" })).toBeVisible();
  },
  "panel below": (page, request) => showPlace(page, request, "Below"),
  "panel in the list": (page, request) => showPlace(page, request, "In the list"),
  compare: async (page, request) => {
    const params = { q: "event:DeleteDBInstance who:alana" };
    const { rows } = await (await request.get("/api/events", { params })).json();
    await page.goto(`/compare?ids=${rows[0].eventID},${rows[1].eventID}`);
    await expect(page.getByRole("region", { name: "Comparison" })).toBeVisible();
  },
  identities: async (page) => {
    await page.goto("/identities");
    await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  },
  "an identity": async (page) => {
    await page.goto("/identities/mina%40example.com?from=-90d");
    await expect(page.getByRole("region", { name: "Sessions that they began" })).toBeVisible();
  },
  "an identity that is denied much": async (page) => {
    await page.goto("/identities/ci-legacy?from=-90d");
    await expect(page.getByRole("region", { name: "Sessions", exact: true })).toBeVisible();
  },
  "nobody of that name": async (page) => {
    await page.goto("/identities/nobody-of-that-name");
    await expect(page.getByText(/^No event of this name/)).toBeVisible();
  },
  resources: async (page) => {
    await page.goto("/resources");
    await expect(page.getByRole("region", { name: "Changed lately" })).toBeVisible();
  },
  "what changed in a policy": async (page) => {
    await page.goto("/resources/cat-backups?from=-90d");
    const change = page.getByRole("button", { name: "What changed since the PutBucketPolicy before" });
    await change.first().click();
    await expect(page.getByRole("region", { name: "What changed" })).toBeVisible();
  },
  "bursts of reads": async (page, request) => {
    const { from, to } = await burst(request);
    await page.goto(`/events?q=access:read,write&from=${from}&to=${to}`);
    await settled(page);
    await page.getByRole("button", { name: / reads within / }).first().click();
    await expect(page.locator("tr.folded").first()).toBeVisible();
  },
  "a saved view": async (page, request) => {
    await page.goto(`/events?view=${await saved(request)}`);
    await settled(page);
    await expect(page.getByText(/^Saved view Denied, for a look/)).toBeVisible();
  },
  "saved views": async (page, request) => {
    await saved(request);
    await page.goto("/views");
    await page.getByText("Download", { exact: true }).first().click();
    await expect(page.getByRole("link", { name: /^NDJSON, all of / }).first()).toBeVisible();
  },
  status: async (page) => {
    await page.goto("/status");
    await expect(page.getByRole("region", { name: "What came in" })).toBeVisible();
  },
  "a range that is not covered": async (page) => {
    await page.goto("/events?q=who:nobody-of-that-name&from=-7d");
    await settled(page);
    await expect(page.getByText(/^Not all of this range is covered/)).toBeVisible();
  },
  "an answer that failed": async (page) => {
    const json = { code: "internal", message: "the table did not answer; try again" };
    await page.route("**/api/status", (route) => route.fulfill({ status: 500, json }));
    await page.goto("/status");
    await expect(page.getByRole("button", { name: "Retry" })).toBeVisible();
  },
  menu: async (page) => {
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto("/identities");
    await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible();
  },
  "nothing to compare": async (page) => {
    await page.goto("/compare?ids=1");
    await expect(page.getByRole("alert")).toBeVisible();
  },
};

async function showSection(page: Page, request: APIRequestContext, tab: string): Promise<void> {
  await page.goto(`/events?q=access:write&tab=${tab}&sel=${await deletion(request)}`);
  await settled(page);
  await expect(panel(page).getByRole("tabpanel").locator("[role=treeitem], li, tr").first()).toBeVisible();
}

async function showPlace(page: Page, request: APIRequestContext, place: string): Promise<void> {
  // There is nothing to choose where there is no room beside.
  await page.setViewportSize({ width: 1440, height: 900 });
  await views.panel?.(page, request);
  await panel(page).getByLabel("Place of the event").selectOption(place);
  await expect(page.getByRole("separator", { name: "Width of the event" })).toBeHidden();
}
