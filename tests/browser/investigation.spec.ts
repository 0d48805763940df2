// The question that the product is for: the database is gone. Who deleted it, when, from where, in which
// region, with which access key?

import { article, chips, expect, fact, panel, rows, search, settled, test } from "./support/console";
import type { Locator } from "@playwright/test";

const DELETED = "DeleteDBInstance";

/** The seven lines of the event, wherever it is shown. */
async function expectTheAnswer(detail: Locator): Promise<void> {
  await expect(detail.getByRole("heading", { name: DELETED })).toBeVisible();
  await expect(detail.getByRole("term")).toHaveText([
    "Who",
    "When",
    "Where from",
    "Which region",
    "What",
    "Access key",
    "Outcome",
  ]);
  await expect(fact(detail, "Who")).toContainText("alana");
  await expect(fact(detail, "When")).toContainText(/\d{4}.*\d{2}:\d{2}:\d{2}.*UTC/);
  await expect(fact(detail, "Where from")).toContainText("205.251.233.48");
  await expect(fact(detail, "Which region")).toContainText("us-west-2");
  await expect(fact(detail, "What")).toContainText("cat-photos-prod");
  await expect(fact(detail, "Access key")).toContainText("AKIAQ3CATS2XEXAMPLE7");
  await expect(fact(detail, "Outcome")).toContainText("OK");
}

test("the default view shows what changed anything, and says so", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/events\?q=access:write$/);
  await settled(page);
  expect(await chips(page)).toEqual(["access = write"]);
  await expect(page.getByRole("button", { name: "Time range: Last 24 hours" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^management events only/ })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
});

test("who deleted the database", async ({ page }) => {
  await page.goto("/");
  await settled(page);

  await search(page, "rtype:AWS::RDS::DBInstance");
  await expect.poll(() => chips(page)).toEqual(["access = write", "rtype = AWS::RDS::DBInstance"]);
  const deletions = rows(page).filter({ has: page.getByRole("link", { name: DELETED, exact: true }) });
  await expect(deletions).toHaveCount(2);
  await deletions.filter({ hasText: "OK" }).click();

  await expectTheAnswer(panel(page));
  await expect(page).toHaveURL(/[?&]sel=[0-9a-f-]{36}/);

  await panel(page).getByRole("link", { name: "Full page" }).click();
  await expect(page).toHaveURL(/\/events\/[0-9a-f-]{36}/);
  await expectTheAnswer(article(page));

  // What else was done with that key, to whatever kind of resource.
  await fact(article(page), "Access key").getByRole("button", { name: "Only AKIAQ3CATS2XEXAMPLE7" }).click();
  await expect(page).toHaveURL(/\/events\?.*key:AKIAQ3CATS2XEXAMPLE7/);
  await page.getByRole("button", { name: "Remove rtype = AWS::RDS::DBInstance" }).click();
  await expect.poll(() => chips(page)).toEqual(["access = write", "key = AKIAQ3CATS2XEXAMPLE7"]);
  for (const name of ["ModifyDBInstance", "DeleteDBSnapshot"]) {
    await expect(page.getByRole("link", { name, exact: true }).first()).toBeVisible();
  }
});

test("the evidence stands at an address of its own", async ({ page, request }) => {
  const found = await request.get("/api/events", { params: { q: `event:${DELETED} outcome:ok who:alana` } });
  const id = (await found.json()).rows[0].eventID;
  await page.goto(`/events/${id}`);
  await expectTheAnswer(article(page));
  await expect(article(page)).toContainText(id);

  // The record says the same, as a tree and byte for byte.
  const record = article(page).getByRole("tree", { name: "Record" });
  await expect(record).toContainText("AKIAQ3CATS2XEXAMPLE7");
  await article(page).getByRole("button", { name: "Raw", exact: true }).click();
  await article(page).getByRole("button", { name: "Show all" }).click();
  const detail = await (await request.get(`/api/events/${id}`)).json();
  await expect(article(page).getByRole("region", { name: "Raw record" })).toHaveText(`${detail.record}Show less`);
});

test("a pivot adds its opposite, and a chip is removed", async ({ page }) => {
  await page.goto("/events?q=who:alana");
  await settled(page);
  await rows(page).first().click();
  await fact(panel(page), "Which region").getByRole("button", { name: /^Without / }).click();
  await expect.poll(() => chips(page)).toEqual([expect.stringMatching(/^region ≠ /), "who = alana"]);
  await page.getByRole("button", { name: "Remove who = alana" }).click();
  await expect.poll(() => chips(page)).toHaveLength(1);
  await expect(page).toHaveURL(/\/events\?q=-region:/);
});
