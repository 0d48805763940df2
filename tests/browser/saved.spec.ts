// A search that is asked every week gets a name; others see it if its owner wants.

import { chips, expect, settled, test } from "./support/console";

test("a view is saved, opened, renamed and deleted", async ({ page }) => {
  await page.goto("/events?q=outcome:denied&from=-7d&cols=time,event,who");
  await settled(page);
  await page.getByRole("link", { name: "Save view" }).click();
  await expect(page.getByRole("heading", { name: "Save this view" })).toBeVisible();
  // A view without a name is none.
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Give the view a name.");
  const name = `Denied, weekly ${Date.now()}`;
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("checkbox", { name: /^Others/ }).check();
  await page.keyboard.press("Enter");
  const view = page.getByRole("listitem").filter({ hasText: name });
  await expect(view).toContainText("shared");

  await view.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/q=outcome:denied&from=-7d&cols=time,event,who$/);
  await settled(page);
  expect(await chips(page)).toEqual(["outcome = denied"]);

  await page.goto("/views");
  await view.getByRole("button", { name: `Rename ${name}` }).press("Enter");
  await page.getByRole("textbox", { name: "Name" }).fill(`${name} again`);
  await page.getByRole("checkbox", { name: /^Others/ }).uncheck();
  await page.keyboard.press("Enter");
  const renamed = page.getByRole("listitem").filter({ hasText: `${name} again` });
  await expect(renamed).toContainText("only you");

  await renamed.getByRole("button", { name: /^Delete / }).press("Enter");
  await renamed.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(renamed).toHaveCount(0);
});
