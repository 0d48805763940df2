// Which columns the table has, in which order, and how its rows look.

import { expect, panel, rows, settled, test } from "./support/console";
import type { Locator, Page } from "@playwright/test";

const WRITES = "/events?q=access:write&from=-30d";

const table = (page: Page) => page.getByRole("region", { name: "Events", exact: true });

/** The headings that are shown, in their order. */
async function headings(page: Page): Promise<string[]> {
  return table(page).getByRole("columnheader").evaluateAll((all) =>
    (all as HTMLTableCellElement[])
      .filter((th) => th.scope === "col" && th.offsetWidth > 0)
      .map((th) => th.innerText.trim()),
  );
}

async function open(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const menu = page.getByRole("dialog", { name: "Columns" });
  await expect(menu).toBeVisible();
  return menu;
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1000 });
});

test("a column is added and removed, and Back takes that back", async ({ page }) => {
  await page.goto(WRITES);
  await settled(page);
  const menu = await open(page);
  const asked = page.waitForRequest((request) => request.url().includes("/api/events?"));
  await menu.getByRole("checkbox", { name: /^User agent/ }).click();
  // Only what rows do not have is asked for.
  expect(new URL((await asked).url()).searchParams.get("cols")).toBe("agent");
  await settled(page);
  await expect.poll(() => headings(page)).toContain("User agent");
  await expect(rows(page).first().locator(".extra-agent")).toContainText(/\w/);
  await expect(menu.getByRole("checkbox", { name: /^User agent \d+ %/ })).toBeFocused();

  await menu.getByRole("checkbox", { name: /^Service/ }).click();
  await expect(page).toHaveURL(/cols=time,event,who,from,region,resource,outcome,agent$/);
  await expect(menu.getByRole("checkbox", { name: /^Event \d/ })).toBeDisabled();
  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/cols=/);
  await expect.poll(() => headings(page)).not.toContain("User agent");
});

test("columns are moved by buttons and by dragging, and the keyboard stays", async ({ page }) => {
  await page.goto(WRITES);
  await settled(page);
  const menu = await open(page);
  const usual = await headings(page);
  await menu.getByRole("button", { name: "Move Who up" }).click();
  await expect.poll(() => headings(page)).toEqual(["Time", "Event", "Who", "Service", ...usual.slice(4)]);
  await expect(menu.getByRole("button", { name: "Move Who up" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => headings(page)).toEqual(["Time", "Who", "Event", "Service", ...usual.slice(4)]);

  const item = (name: RegExp) => menu.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name }) });
  await item(/^Outcome/).dragTo(item(/^Time/));
  await expect.poll(async () => (await headings(page))[0]).toBe("Outcome");
  await menu.getByRole("button", { name: "Responder" }).click();
  await expect.poll(() => headings(page)).toEqual(usual);
  await expect(page).not.toHaveURL(/cols=/);
});

test("what stands at a path of the record is a column", async ({ page, request }) => {
  await page.goto("/events?q=event:DeleteDBInstance&from=-90d");
  await settled(page);
  const menu = await open(page);
  const field = menu.getByRole("textbox", { name: "Path of the record" });
  await field.fill("a..b");
  await field.press("Enter");
  await expect(menu.getByRole("alert")).toBeVisible();
  await field.fill("@requestParameters.dBInstanceIdentifier");
  await field.press("Enter");
  await settled(page);
  const id = await rows(page).first().getAttribute("data-id");
  const { record } = await (await request.get(`/api/events/${id}`)).json();
  const name = JSON.parse(record).requestParameters.dBInstanceIdentifier;
  expect(name).toBeTruthy();
  await expect(rows(page).first().locator(".extra-path")).toHaveText(name);
  await expect(menu.getByRole("checkbox", { name: "@requestParameters.dBInstanceIdentifier 100 %" })).toBeChecked();
});

test("an identifier keeps both its ends, and all of it where rows wrap", async ({ page }) => {
  await page.goto(`${WRITES}&cols=event,id,@userAgent,@userIdentity.arn,@requestParameters`);
  await page.setViewportSize({ width: 1024, height: 800 });
  await settled(page);
  const id = (await rows(page).first().getAttribute("data-id")) ?? "";
  const cell = rows(page).first().locator(".extra-id");
  await expect(cell).toHaveText(id);
  const hidden = () => cell.locator(".ends > span").first().evaluate((head) => head.scrollWidth - head.clientWidth);
  const end = cell.locator(".ends > span").last();
  expect(id.endsWith(await end.innerText())).toBe(true);
  expect(await hidden()).toBeGreaterThan(0);
  expect(await end.evaluate((end) => end.scrollWidth <= end.offsetWidth)).toBe(true);
  await page.keyboard.press("w");
  await expect.poll(hidden).toBe(0);
  await page.reload();
  await settled(page);
  await expect.poll(hidden, "what this browser remembers").toBe(0);
});

test("rows are 32 pixels high, or 26", async ({ page }) => {
  await page.goto(WRITES);
  await settled(page);
  const height = () => rows(page).first().evaluate((row) => Math.round(row.getBoundingClientRect().height));
  expect(await height()).toBe(32);
  const menu = await open(page);
  await menu.getByRole("checkbox", { name: "Narrow rows" }).check();
  expect(await height()).toBe(26);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  expect(await height()).toBe(32);
});

test("columns that are none are named, and the usual ones shown", async ({ page }) => {
  await page.goto("/events?cols=time,nosuch");
  await settled(page);
  await expect(page.getByRole("status").getByRole("listitem")).toContainText("cols");
  await expect(page).toHaveURL(/\/events$/);
});

for (const preset of ["Responder", "Engineer", "Auditor"]) {
  test(`no heading overlaps another: ${preset}`, async ({ page }) => {
    await page.goto(WRITES);
    await settled(page);
    await (await open(page)).getByRole("button", { name: preset }).click();
    await settled(page);
    await page.keyboard.press("Escape");
    for (const state of ["closed", "open"]) {
      for (const width of [1920, 1440, 1280, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        // The table counts its columns anew some time after the window has changed.
        await expect(async () => {
          const cells = await table(page).getByRole("columnheader").evaluateAll(async (all) => {
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const shown = (all as HTMLTableCellElement[]).filter((th) => th.scope === "col" && th.offsetWidth > 0);
            return shown.map((th) => ({
              name: th.innerText,
              fits: th.scrollWidth <= th.clientWidth,
              wide: th.getBoundingClientRect().width >= 56,
            }));
          });
          expect(cells.length).toBeGreaterThan(3);
          expect(cells.filter((cell) => !cell.fits || !cell.wide), `${width} px, panel ${state}`).toEqual([]);
          const spans = await page.locator("tr.day th").evaluateAll((all) => all.map((th) => (th as HTMLTableCellElement).colSpan));
          expect(new Set(spans), `${width} px, panel ${state}`).toEqual(new Set([cells.length]));
        }).toPass({ timeout: 10_000 });
      }
      if (state === "closed") {
        await page.setViewportSize({ width: 1440, height: 900 });
        await rows(page).first().locator("td").filter({ visible: true }).last().click();
        await expect(panel(page)).toBeVisible();
      }
    }
  });
}
