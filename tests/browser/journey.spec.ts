// Somebody who has never seen the console, with a keyboard and nothing else: who deleted the database, how does
// that differ from what the same person did before, and the evidence as a file.

import { readFileSync } from "node:fs";
import { expect, fact, panel, rows, settled, test } from "./support/console";
import { stepTo } from "./support/focus";

test("who deleted the database, compared and kept, by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await settled(page);

  // What keys are there?
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.getByText("to the query", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  // A longer time, by the menu.
  await page.keyboard.press("t");
  const time = page.getByRole("dialog", { name: "Time range" });
  await stepTo(page, time.getByRole("button", { name: "Last 90 days" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=-90d/);
  await settled(page);

  // The words are offered: nobody has to know them.
  await page.keyboard.press("/");
  await page.keyboard.type("rty");
  await expect(page.getByRole("option").first()).toContainText("rtype");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("AWS::RDS::DBInstance event:Delete*");
  await page.keyboard.press("Enter");
  await settled(page);
  const deletions = rows(page).filter({ hasText: "DeleteDBInstance" });
  await expect(deletions.first()).toBeVisible();

  // The deletion beside the list: who, when, from where, in which region, with which access key.
  await page.keyboard.press("Escape");
  while (!(await deletions.first().evaluate((row) => row.contains(document.activeElement)))) {
    await page.keyboard.press("j");
  }
  await page.keyboard.press("Enter");
  for (const line of ["Who", "When", "Where from", "Which region", "What", "Access key", "Outcome"]) {
    await expect(fact(panel(page), line)).not.toBeEmpty();
  }
  const key = /A[KS]IA[A-Z0-9]{16}/.exec((await fact(panel(page), "Access key").textContent()) ?? "")?.[0] ?? "";
  expect(key).not.toBe("");

  // What else did that key do? A value is one stop; `+` asks for it.
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await stepTo(page, fact(panel(page), "Access key").getByRole("link").first());
  await page.keyboard.press("+");
  await expect(page).toHaveURL(new RegExp(`key:${key}`));
  await settled(page);

  // Everything of the key, without the other terms. After each the focus is in the field again.
  await page.keyboard.press("/");
  for (const term of ["rtype", "event", "access"]) {
    const chip = page.getByRole("button", { name: new RegExp(`^Remove ${term} `) });
    await stepTo(page, chip, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(chip).toHaveCount(0);
    await settled(page);
    await expect(page.getByRole("combobox", { name: "Query" })).toBeFocused();
  }
  await page.keyboard.press("Escape");
  await expect(rows(page).nth(1)).toBeVisible();

  // Two of them, side by side.
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("2 selected", { exact: true })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/compare\?ids=/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("table")).toContainText("eventTime");
  await page.goBack();
  await settled(page);

  // The evidence: all that the key did, byte for byte.
  const button = page.getByRole("button", { name: "Download", exact: true });
  await page.keyboard.press("/");
  await stepTo(page, button);
  await page.keyboard.press("Enter");
  const link = page.getByRole("dialog", { name: "Download" }).getByRole("link", { name: /NDJSON/ }).last();
  await stepTo(page, link);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toMatch(/^whodunit_events_.*\.ndjson$/);
  const lines = readFileSync(await download.path(), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.every((record) => record.userIdentity.accessKeyId === key)).toBe(true);
  expect(lines.some((record) => record.eventName === "DeleteDBInstance")).toBe(true);
});
