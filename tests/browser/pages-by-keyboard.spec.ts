// From the history to every other page and back, with a keyboard and nothing else: whoever goes there sees where they
// are, and is held nowhere.

import { saved } from "./support/account";
import { expect, rows, settled, test } from "./support/console";
import { hidden, isTrapped, leadsBack, stepTo } from "./support/focus";
import type { Page } from "@playwright/test";

/** A page was gone to: its heading has the focus, which can be seen, and Tab leads through it, out of it and back. */
async function arrived(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name });
  await expect(heading).toBeFocused();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "false");
  expect(await hidden(page), "the focus can be seen").toBe("");
  expect(await isTrapped(page), "Tab leads through the page").toBe(false);
  expect(await leadsBack(page), "Shift+Tab leads back into the page").toBe(true);
}

/** Two keys, one after the other. */
async function go(page: Page, where: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press(where);
}

test("identities, a session, resources, views and status, by keyboard alone", async ({ page, request }) => {
  test.setTimeout(120_000);
  await saved(request);
  await page.goto("/");
  await settled(page);

  // Who is there, and one of them.
  await go(page, "i");
  await arrived(page, "Identities");
  await stepTo(page, page.getByRole("textbox", { name: "Name, access key or ARN" }));
  await page.keyboard.type("mina@example.com");
  await page.keyboard.press("Enter");
  await arrived(page, "mina@example.com");

  // A session that they began, by its key.
  const begun = page.getByRole("region", { name: "Sessions that they began" });
  await stepTo(page, begun.getByRole("link", { name: /ASIAQ3CATSV4EXAMPLE2/ }).first());
  await page.keyboard.press("Enter");
  await arrived(page, /ASIAQ3CATSV4EXAMPLE2/);

  // What was changed lately, and what became of one thing.
  await go(page, "r");
  await arrived(page, "Resources");
  await stepTo(page, page.getByRole("textbox"));
  await page.keyboard.type("cat-backups");
  await page.keyboard.press("Enter");
  await arrived(page, "cat-backups");
  const change = page.getByRole("button", { name: "What changed since the PutBucketPolicy before" }).first();
  await stepTo(page, change);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "What changed" })).toBeVisible();
  await expect(change).toBeFocused();
  // A day's reads are opened in the same way.
  await stepTo(page, page.locator(".reads summary").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "These reads" }).first()).toBeVisible();

  // What was saved, and back to the history by it.
  await go(page, "v");
  await arrived(page, "Saved views");
  const view = page.getByRole("listitem").filter({ hasText: "Denied, for a look" });
  await stepTo(page, view.locator("summary"));
  await page.keyboard.press("Enter");
  await stepTo(page, view.getByRole("link", { name: /^CSV, / }));
  await stepTo(page, view.getByRole("link", { name: "Denied, for a look", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(page.getByRole("heading", { level: 1, name: "Events" })).toBeFocused();
  await expect(rows(page).first()).toContainText("Denied");

  // What came in has no key of its own: it is among the sections.
  const status = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Status" });
  await stepTo(page, status, "Shift+Tab");
  await page.keyboard.press("Enter");
  await arrived(page, "Status");

  // And back to where it began.
  await go(page, "e");
  await settled(page);
  await expect(page).toHaveURL(/\/events\?q=access:write$/);
});
