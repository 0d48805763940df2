// Asking: what is wrong with a query is shown where it is wrong, and no hand has to leave the keyboard.

import { chips, expect, panel, rows, search, settled, test } from "./support/console";
import type { Page } from "@playwright/test";

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
  await expect(field).toBeFocused();
  const marked = await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd]);
  expect(marked).toEqual([0, 6]);

  await error.getByRole("button", { name: "region", exact: true }).click();
  await expect(error).toBeHidden();
  await expect.poll(() => chips(page)).toEqual(["region = us-west-2"]);
  await expect(page).toHaveURL(/q=region:us-west-2/);
});

test.describe("a link to a wrong query", () => {
  // It is asked before the application has come, which knows better.
  test.use({ expectedErrors: /status of 400/ });

  test("is kept to be mended", async ({ page }) => {
    await page.goto("/events?q=outcome:bad&from=-7d");
    await expect(page.getByRole("alert")).toContainText("outcome");
    await expect(page.getByRole("combobox", { name: "Query" })).toHaveValue("outcome:bad");
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole("combobox", { name: "Query" }).fill("outcome:denied");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/events\?q=outcome:denied&from=-7d$/);
    await expect(rows(page).first()).toBeVisible();
  });
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

const field = (page: Page) => page.getByRole("combobox", { name: "Query" });
const options = (page: Page) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");

/** Pastes `text` as a reader does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field(page).focus();
  await page.keyboard.press("ControlOrMeta+v");
}

test("values that were seen are offered after a key, and after a comma again", async ({ page }) => {
  await page.goto("/events?q=service:rds&from=-30d");
  await settled(page);
  await field(page).pressSequentially("who:al");
  await expect(options(page)).toHaveText([/^alana.*loaded rows?$/]);
  await page.keyboard.press("ArrowDown");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", "suggestion-0");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("who:alana");
  await page.keyboard.type(" outcome:ok,de");
  await expect(options(page)).toHaveText(["denied"]);
  // Nothing was asked by typing.
  await expect(page).toHaveURL(/q=service:rds&from=-30d$/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => chips(page)).toEqual(["outcome = denied, ok", "service = rds", "who = alana"]);
});

test("a term is edited, turned round and removed by keyboard", async ({ page }) => {
  await page.goto("/events?q=service:rds+who:alana&from=-30d");
  await settled(page);
  await field(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "Edit service = rds" })).toBeFocused();
  // The browser's own keys stay the browser's.
  await page.keyboard.press("Alt+-");
  await page.keyboard.press("-");
  await expect(page).toHaveURL(/q=who:alana\+-service:rds/);
  await expect(page.getByRole("button", { name: "Edit service ≠ rds" })).toBeFocused();
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/q=who:alana\+service:rds/);
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("service:rds");
  await field(page).fill("service:iam");
  await page.keyboard.press("Enter");
  await expect.poll(() => chips(page)).toEqual(["service = iam", "who = alana"]);

  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Delete");
  await expect.poll(() => chips(page)).toEqual(["who = alana"]);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(field(page)).toHaveValue("who:alana");
});

test("what was asked before is offered in an empty field, in this tab alone", async ({ page, context }) => {
  await page.goto("/events");
  await settled(page);
  await search(page, "who:alana");
  await expect(page).toHaveURL(/q=who:alana/);
  await page.goto("/events?q=access:write");
  await settled(page);
  await field(page).click();
  await expect(options(page).first()).toHaveText(/^who:alana.*asked before$/);
  await expect(options(page).filter({ hasText: /^region:/ })).toHaveCount(1);
  await options(page).first().click();
  await expect(page).toHaveURL(/q=who:alana/);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("alana");

  const other = await context.newPage();
  await other.goto("/events");
  await settled(other);
  await field(other).click();
  await expect(options(other).first()).toHaveText(/^who:/);
  await expect(options(other).filter({ hasText: "asked before" })).toHaveCount(0);
});

test("the query runs from anywhere in its form", async ({ page }) => {
  await page.goto("/events?q=who:alana");
  await settled(page);
  await field(page).fill("service:rds");
  await page.getByRole("button", { name: "Edit who = alana" }).focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page).toHaveURL(/q=who:alana\+service:rds/);
});

test.describe("what is pasted", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("is taken apart when it is a query", async ({ page }) => {
    await page.goto("/events");
    await settled(page);
    await paste(page, 'who:alana -service:kms "cat photos"');
    await expect.poll(() => chips(page)).toEqual(['contains "cat photos"', "service ≠ kms", "who = alana"]);
    await expect(field(page)).toHaveValue("");
    await expect(page).toHaveURL(/\/events$/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=who:alana/);
  });

  for (const [text, offer, term] of [
    ["8f2c11d0-4c1e-4b1a-9c55-0a1b2c3d4e5f", /^Search as id: 8f2c11d0/, "id:8f2c11d0"],
    ["AKIAIOSFODNN7EXAMPLE", /^Search as key: AKIA/, "key:AKIAIOSFODNN7EXAMPLE"],
    ["arn:aws:s3:::cat-backups", /^Search as resource: arn:/, "resource:arn:aws:s3:::cat-backups"],
    ["203.0.113.0/24", /^Search as ip: 203/, "ip:203.0.113.0/24"],
  ] as const) {
    test(`is offered as what it is: ${text}`, async ({ page }) => {
      await page.goto("/events?q=access:write");
      await settled(page);
      await paste(page, text);
      await expect(options(page).first()).toHaveText(offer);
      await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Enter");
      await expect.poll(() => decodeURIComponent(page.url())).toContain(term);
      await expect.poll(async () => (await chips(page)).length).toBe(2);
    });
  }
});
