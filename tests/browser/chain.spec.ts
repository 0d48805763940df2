// Somebody made the backups public, and their session's name says nothing: which person is behind it?

import { article, expect, fact, panel, settled, test } from "./support/console";
import type { APIRequestContext, Page } from "@playwright/test";

/** The id of the event that opened the bucket. */
async function opened(request: APIRequestContext): Promise<string> {
  const params = { q: "event:PutBucketPolicy resource:cat-backups outcome:ok", from: "-7d" };
  return (await (await request.get("/api/events", { params })).json()).rows[0].eventID;
}

/** The steps back, the furthest first. */
function steps(page: Page) {
  return page.getByRole("region", { name: "Who is behind this" }).locator("li");
}

test("who is behind the public bucket: from a session of a session to a person", async ({ page, request }) => {
  await page.goto(`/events/${await opened(request)}`);
  // The record names only a session.
  await expect(fact(article(page), "Who")).toContainText("restore-test");
  // Beside it stands a person, and how that is known.
  await expect(fact(article(page), "Who")).toContainText("mina@example.com, through 3 sessions, proved");
  await expect(steps(page)).toHaveCount(4);
  await expect(steps(page).first()).toContainText("mina@example.com");
  await expect(steps(page).first()).toContainText("Another directory vouches for who this is.");
  // Each step says how it is known, and leads to the event that tells it.
  const chain = page.getByRole("region", { name: "Who is behind this" });
  await expect(chain.getByText("proved", { exact: true })).toHaveCount(3);
  await chain.getByRole("link", { name: "AssumeRole", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "AssumeRole" })).toBeVisible();
  await expect(fact(article(page), "Who")).toContainText("mina@example.com");
});

test("a person's name finds what was done in sessions that do not have it, and says so", async ({ page, request }) => {
  const id = await opened(request);
  const q = "who:mina@example.com event:PutBucketPolicy resource:cat-backups";
  const found = await (await request.get("/api/events", { params: { q, from: "-7d" } })).json();
  expect(found.rows.map((row: { eventID: string }) => row.eventID)).toContain(id);
  expect(found.followed.whole).toBe(true);
  await page.goto(`/events?${new URLSearchParams({ q, from: "-7d" })}`);
  const results = page.getByRole("region", { name: "Events", exact: true });
  await expect(results).toContainText(/\d sessions? that these names began counts? as theirs\./);
  // Nothing of it is in the address, and nothing is said where nobody is named.
  expect(page.url()).not.toContain("ASIA");
  await page.goto("/events?q=event:PutBucketPolicy&from=-7d");
  await settled(page);
  await expect(page.getByText("that these names began")).toHaveCount(0);
});

test("the miner's key is a user's own: the chain says that it ends there", async ({ page, request }) => {
  const params = { q: "event:RunInstances region:ap-east-1 key:AKIAQ3CATS4CEXAMPLE3", from: "-7d" };
  const id = (await (await request.get("/api/events", { params })).json()).rows[0].eventID;
  await page.goto(`/events/${id}`);
  await expect(steps(page).first()).toContainText("ci-legacy");
  await expect(steps(page).first()).toContainText("An IAM user of this account, with credentials of their own.");
  // Who made the key may be older than what is kept: that is said.
  await expect(steps(page).first()).toContainText("may be older than what is kept");
  await expect(fact(article(page), "Who")).not.toContainText("behind it");
});

test("beside the list the chain is asked for when it is wanted, and not along the rows", async ({ page, request }) => {
  const id = await opened(request);
  const asked: string[] = [];
  page.on("request", (one) => one.url().includes("/chain") && asked.push(one.url()));
  await page.goto(`/events?q=event:PutBucketPolicy+resource:cat-backups&from=-7d&sel=${id}`);
  await settled(page);
  await expect(fact(panel(page), "Who")).toContainText("mina@example.com, through 3 sessions, proved");
  await panel(page).getByRole("tab", { name: "Identity" }).click();
  await expect(steps(page)).toHaveCount(4);
  expect(asked).toHaveLength(1);
});
