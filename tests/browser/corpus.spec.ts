// Every oddity that a log file may hold (tests/corpus) can be looked at.

import { expect, ids, rows, settled, test } from "./support/console";
import { serve, type Server } from "./support/server";
import type { Page } from "@playwright/test";

let server: Server;
// Snapshots of 250 events take longer than the test.
test.use({ trace: "off" });
test.beforeAll(async () => {
  server = await serve("cases");
});
test.afterAll(() => server.stop());

test("every oddity of the corpus can be opened", async ({ page, request }) => {
  test.setTimeout(180_000);
  const everything = "q=category:any&from=2000-01-01T00:00:00Z&size=25";
  const download = await (await request.get(`${server.url}/api/events.ndjson?${everything}`)).text();
  const stored = download.split("\n").filter((line) => line !== "").length;
  expect(stored).toBeGreaterThan(200);

  await page.goto(`${server.url}/events?${everything}`);
  await settled(page);
  // A burst's events are gone over one by one.
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("checkbox", { name: "One click is one row" }).uncheck();
  await page.keyboard.press("Escape");
  let opened = 0;
  for (let more = true; more; ) {
    await settled(page);
    await rows(page).first().click();
    for (const id of await ids(page)) {
      await shows(page, id);
      opened += 1;
      await page.keyboard.press("j");
    }
    const older = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Older" });
    more = (await older.getAttribute("aria-disabled")) !== "true";
    if (more) {
      const first = (await ids(page))[0] ?? "";
      await older.click();
      await expect(rows(page).first()).not.toHaveAttribute("data-id", first);
    }
  }
  expect(opened).toBe(stored);
});

/** Waits until the panel shows the seven lines of the event, looking at every frame: there are many. */
async function shows(page: Page, id: string): Promise<void> {
  const there = (id: string) => {
    const panel = document.querySelector("aside[aria-label='Event detail']");
    const named = [...(panel?.querySelectorAll("bdi") ?? [])].some((text) => text.textContent === id);
    return named && panel?.querySelectorAll("dt").length === 7 && panel.querySelector("[role=treeitem], .tab-panel p");
  };
  await page.waitForFunction(there, id, { timeout: 10_000 });
}
