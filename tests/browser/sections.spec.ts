// The sections of the console: by the header, by keys, and by a menu where there is no room beside.

import { expect, settled, test } from "./support/console";

const SECTIONS = [
  ["Identities", "/identities", "i"],
  ["Resources", "/resources", "r"],
  ["Views", "/views", "v"],
] as const;

test("each section is a link in the header and two keys", async ({ page }) => {
  await page.goto("/events?q=access:write");
  await settled(page);
  const main = page.getByRole("navigation", { name: "Main" });
  await expect(main.getByRole("link", { name: "Events" })).toHaveAttribute("aria-current", "page");
  for (const [name, path, key] of SECTIONS) {
    await main.getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(main.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await expect(page).toHaveURL("/events?q=access:write");
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
  }
  await main.getByRole("link", { name: "Status", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Status" })).toBeFocused();
});

test("on a narrow screen the sections are a menu", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/events?q=access:write");
  await settled(page);
  const main = page.getByRole("navigation", { name: "Main" });
  await expect(main.getByRole("link", { name: "Identities" })).toBeHidden();
  await main.getByRole("button", { name: "Menu" }).press("Enter");
  await main.getByRole("dialog", { name: "Menu" }).getByRole("link", { name: "Identities" }).press("Enter");
  await expect(page).toHaveURL("/identities");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Identities" })).toBeVisible();
});
