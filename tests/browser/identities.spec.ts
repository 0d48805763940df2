// Who is this, and what else did they do? From an event to a name, to its sessions, to all that was done with them.

import { expect, rows, settled, test } from "./support/console";

test("the list leads to a name, and a name to the sessions that it began", async ({ page }) => {
  await page.goto("/identities");
  await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("textbox", { name: "Name, access key or ARN" }).fill("mina@example.com");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/identities\/mina%40example\.com\?from=-90d$/);
  await expect(page.getByRole("heading", { level: 1, name: "mina@example.com" })).toBeVisible();
  // How much, and since when.
  await expect(page.locator(".facts")).toContainText(/Events\d+ events/);
  await expect(page.locator(".facts")).toContainText("First seen");
  // The session behind the public bucket, two calls away.
  const begun = page.getByRole("region", { name: "Sessions that they began" });
  await expect(begun).toContainText("ASIAQ3CATSP4EXAMPLE6");
  await expect(begun).toContainText("ASIAQ3CATSV4EXAMPLE2");
  await expect(begun.getByRole("row").filter({ hasText: "ASIAQ3CATSV4EXAMPLE2" })).toContainText("2 calls away");
  // All of it is one question.
  await page.getByRole("link", { name: /^Everything they did/ }).click();
  await expect(page).toHaveURL(/q=key:.*ASIAQ3CATSV4EXAMPLE2/);
  await settled(page);
  await expect(rows(page).filter({ hasText: "PutBucketPolicy" }).first()).toBeVisible();
});

test("a name in an event leads to its page", async ({ page, request }) => {
  const params = { q: "event:DeleteDBInstance outcome:ok who:alana" };
  const id = (await (await request.get("/api/events", { params })).json()).rows[0].eventID;
  await page.goto(`/events/${id}`);
  await page.getByRole("link", { name: "About this identity" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "alana" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Sessions", exact: true }).getByRole("row").nth(1)).toBeVisible();
});

test("the rights that were used are a policy to take over", async ({ page }) => {
  await page.goto("/identities/alana?from=-90d");
  await page.getByRole("button", { name: "Work out the rights used" }).press("Enter");
  const policy = page.getByRole("region", { name: "Policy" });
  await expect(policy).toContainText('"Version": "2012-10-17"');
  await expect(policy).toContainText("rds:DeleteDBInstance");
  await expect(page.getByRole("heading", { name: "What this policy does not know" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy policy" })).toBeVisible();
  JSON.parse(await policy.innerText());
});

test("nobody of that name", async ({ page }) => {
  await page.goto("/identities/nobody-of-that-name");
  await expect(page.getByText(/^No event of this name or key between/)).toBeVisible();
});
