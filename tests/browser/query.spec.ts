// Asking: what is wrong with a query is shown where it is wrong, and no hand has to leave the keyboard.

import { chips, expect, panel, rows, search, settled, test } from "./support/console";

test("a wrong key is pointed at, and what was meant is one click away", async ({ page }) => {
  await page.goto("/events");
  await settled(page);
  await search(page, "regoin:us-west-2");
  const error = page.getByRole("alert");
  await expect(error).toContainText("regoin");
  await expect(error.locator("pre")).toHaveText(/^regoin:us-west-2\n\^{6}$/);
  const field = page.getByRole("combobox", { name: "Query" });
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/regoin/);

  await error.getByRole("button", { name: "region", exact: true }).click();
  await expect(error).toBeHidden();
  await expect.poll(() => chips(page)).toEqual(["region = us-west-2"]);
  await expect(page).toHaveURL(/q=region:us-west-2/);
});

test("a wrong query in a link is kept to be mended", async ({ page }) => {
  await page.goto("/events?q=outcome:bad&from=-7d");
  await expect(page.getByRole("alert")).toContainText("outcome");
  await expect(page.getByRole("combobox", { name: "Query" })).toHaveValue("outcome:bad");
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("combobox", { name: "Query" }).fill("outcome:denied");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/events\?q=outcome:denied&from=-7d$/);
  await expect(rows(page).first()).toBeVisible();
});

test("keys are suggested while they are typed", async ({ page }) => {
  await page.goto("/events");
  await settled(page);
  const field = page.getByRole("combobox", { name: "Query" });
  await field.pressSequentially("reg");
  await expect(page.getByRole("option", { name: /region/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("region:");
  await page.keyboard.type("us-west-2");
  await page.keyboard.press("Enter");
  await expect.poll(() => chips(page)).toEqual(["region = us-west-2"]);
});

test("from the query to an event and back by keyboard alone", async ({ page }) => {
  await page.goto("/events?q=who:alana&from=-7d");
  await settled(page);
  const link = (n: number) => rows(page).nth(n).getByRole("link");

  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Query" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(link(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(link(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(link(1)).toBeFocused();

  await page.keyboard.press("Enter");
  const second = (await rows(page).nth(1).getAttribute("data-id")) ?? "";
  await expect(panel(page).getByText(second, { exact: true }).first()).toBeVisible();
  // The panel follows.
  await page.keyboard.press("j");
  const third = (await rows(page).nth(2).getAttribute("data-id")) ?? "";
  await expect(panel(page).getByText(third, { exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`sel=${third}`));

  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(link(2)).toBeFocused();
});

test("the time range is chosen in a dialog that gives the focus back", async ({ page }) => {
  await page.goto("/events?q=who:alana");
  await settled(page);
  const button = page.getByRole("button", { name: /^Time range: / });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Time range" });
  await expect(dialog.getByRole("button", { name: "Last 24 hours" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();

  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Last 30 days" }).click();
  await expect(page).toHaveURL(/from=-30d/);
  await expect(button).toHaveText("Last 30 days");

  await button.click();
  await dialog.getByRole("textbox", { name: "Amount" }).fill("0x");
  await dialog.getByRole("button", { name: "Apply" }).first().click();
  await expect(dialog.getByRole("alert")).toBeVisible();
});

test("every category is one click away from management events", async ({ page }) => {
  await page.goto("/events?from=-90d");
  await settled(page);
  await page.getByRole("button", { name: "management events only. Show every category" }).click();
  await expect.poll(() => chips(page)).toEqual(["category = any"]);
});
