// Times: any zone, right across changes of the clock, and read as people write them.

import { expect, rows, settled, test } from "./support/console";
import { serveRecords } from "./support/server";
import type { Locator, Page } from "@playwright/test";

/** Opens the dialog of the time range. */
async function dialog(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /^Time range: / }).click();
  return page.getByRole("dialog", { name: "Time range" });
}

/** What the page says that `from` and `to` mean. */
async function echo(page: Page, shown: Locator, from: string, to: string): Promise<Locator> {
  await shown.getByRole("textbox", { name: /^From \(/ }).fill(from);
  await shown.getByRole("textbox", { name: /^To \(/ }).fill(to);
  return shown.getByText(/^From .* up to/);
}

test("a zone is chosen by its name, and every moment is shown in it", async ({ page }) => {
  await page.goto("/events?q=who:alana&from=-7d");
  await settled(page);
  const clock = rows(page).first().getByRole("time");
  const moment = (await clock.getAttribute("datetime")) ?? "";
  await page.getByRole("button", { name: "Time zone: UTC" }).click();
  const zones = page.getByRole("dialog", { name: "Time zone" });
  await zones.getByRole("combobox", { name: "Another zone" }).fill("asia/tokyo");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/[?&]tz=Asia\/Tokyo/);
  await expect(page.getByRole("button", { name: "Time zone: Asia/Tokyo" })).toBeFocused();
  const tokyo = new Date(moment).toLocaleTimeString("en-GB", { timeZone: "Asia/Tokyo" });
  await expect(clock).toHaveText(tokyo);
  await expect(page.getByRole("rowheader", { name: /, UTC\+09:00$/ }).first()).toBeVisible();

  await page.reload();
  await settled(page);
  await expect(clock).toHaveText(tokyo);
});

test("a zone that is none is told, and nothing changes", async ({ page }) => {
  await page.goto("/events?q=who:alana");
  await settled(page);
  await page.getByRole("button", { name: "Time zone: UTC" }).click();
  const zones = page.getByRole("dialog", { name: "Time zone" });
  await zones.getByRole("combobox", { name: "Another zone" }).fill("Mars/Olympus");
  await zones.getByRole("button", { name: "Use" }).click();
  await expect(zones.getByRole("alert")).toContainText("Europe/Berlin");
  await expect(page).not.toHaveURL(/tz=/);

  await page.goto("/events?q=who:alana&tz=Mars/Olympus");
  await settled(page);
  const notice = page.getByRole("status").getByRole("listitem").filter({ hasText: "tz" });
  await expect(notice).toContainText("Times are in UTC");
  await expect(page).toHaveURL(/\/events\?q=who:alana$/);
});

test("clocks that leap and clocks that go back mean what they say", async ({ page }) => {
  await page.goto("/events?tz=Europe/Berlin");
  await settled(page);
  const shown = await dialog(page);
  // Summer began on 29 March 2026 at 02:00, and ended on 25 October at 03:00.
  const leap = await echo(page, shown, "2026-03-29 01:59", "2026-03-29 02:30");
  await expect(leap).toHaveText(
    "From 2026-03-29 01:59:00 UTC+01:00 up to, not including, 2026-03-29 03:30:00 UTC+02:00",
  );
  const back = await echo(page, shown, "25 Oct 2026 02:30", "25 Oct 2026 03:00");
  await expect(back).toHaveText(
    "From 2026-10-25 02:30:00 UTC+02:00 up to, not including, 2026-10-25 03:00:00 UTC+01:00",
  );
  await shown.getByRole("button", { name: "Apply range" }).click();
  await expect(page).toHaveURL(/from=2026-10-25T00:30:00Z&to=2026-10-25T02:00:00Z/);
});

test("on a day on which clocks go back each row says which of the two it was", async ({ page }) => {
  const event = (n: number, eventTime: string) => ({
    eventVersion: "1.11",
    eventID: `00000000-0000-4000-8000-00000000000${n}`,
    eventTime,
    eventName: "ConsoleLogin",
    eventSource: "signin.amazonaws.com",
    awsRegion: "eu-central-1",
    userIdentity: { type: "IAMUser", userName: "ana" },
  });
  const server = await serveRecords(
    event(1, "2026-10-25T00:30:00Z"),
    event(2, "2026-10-25T01:30:00Z"),
    event(3, "2026-10-26T01:30:00Z"),
  );
  await page.goto(`${server.url}/events?from=2026-10-24&to=2026-10-27&tz=Europe/Berlin`);
  await settled(page);
  const times = page.getByRole("region", { name: "Events", exact: true }).locator("td.time");
  await expect(times).toHaveText([/^02:30:00$/, /^02:30:00\s*UTC\+01:00$/, /^02:30:00\s*UTC\+02:00$/]);
  await expect(page.getByRole("rowheader", { name: "Monday 26 October 2026, UTC+01:00" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Sunday 25 October 2026, Europe/Berlin" })).toBeVisible();
  // Counts may still be asked for.
  await page.close();
  await server.stop();
});

test.describe("in the reader's own zone", () => {
  test.use({ timezoneId: "America/St_Johns" });

  test("a time without an offset is meant there", async ({ page }) => {
    await page.goto("/events?tz=local");
    await settled(page);
    const shown = await dialog(page);
    await expect(shown.getByRole("button", { name: "Local (America/St_Johns)" })).toHaveAttribute(
      "aria-current",
      "true",
    );
    const meant = await echo(page, shown, "1 January 2026 9:05", "2026-01-01T12:36:00Z");
    await expect(meant).toHaveText(
      "From 2026-01-01 09:05:00 UTC−03:30 up to, not including, 2026-01-01 09:06:00 UTC−03:30",
    );
    await shown.getByRole("textbox", { name: "To (Local)" }).fill("2026-01-01T12:35:00Z");
    await shown.getByRole("button", { name: "Apply range" }).click();
    await expect(shown.getByRole("alert")).toContainText("put the earlier time first");
  });
});

test("the browser's own fields fill those in which is typed", async ({ page }) => {
  await page.goto("/events?from=2026-01-02T03:04:05Z&to=2026-01-03T00:00:00Z&tz=Asia/Kolkata");
  await settled(page);
  const shown = await dialog(page);
  const picked = shown.getByLabel("From, picked (Asia/Kolkata)");
  await expect(picked).toHaveValue("2026-01-02T08:34:05");
  await picked.fill("2026-01-02T12:00");
  await expect(shown.getByRole("textbox", { name: /^From \(/ })).toHaveValue("2026-01-02 12:00");
  await expect(shown.getByText(/^From 2026-01-02 12:00:00 UTC\+05:30 up to/)).toBeVisible();
});

test("what is no time is told under its field, with what one looks like", async ({ page }) => {
  await page.goto("/events?q=who:alana");
  await settled(page);
  const shown = await dialog(page);
  const field = shown.getByRole("textbox", { name: "From (UTC)" });
  await field.fill("noon");
  await expect(shown.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(field).toHaveAccessibleDescription(/22 Nov 14:00/);
  await expect(shown.getByRole("textbox", { name: "To (UTC)" })).not.toHaveAttribute("aria-invalid", "true");
  await field.fill("-3h");
  await expect(shown.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=-3h/);
  await expect(page.getByRole("button", { name: "Time range: Last 3 hours" })).toBeFocused();
});
