// How much the page loads, how often it asks, and what a step costs the browser. Bytes are the step `site`.
//
// Times are asserted only as multiples of a piece of work that the same page does beside them (about 10 ms on
// the machine of the README's figures), with medians; the milliseconds are printed.

import { expect, panel, rows, settled, test } from "./support/console";
import { median, memory, press, unit, vitals, work } from "./support/measure";
import type { Page } from "@playwright/test";

const LIST = "/events?q=access:write&from=-90d&size=100";

// A trace would be measured along.
test.use({ trace: "off", screenshot: "off" });

/** `milliseconds` in words, and as a multiple of the page's own unit: `one`, or as it is now. */
async function units(page: Page, what: string, milliseconds: number, one?: number): Promise<number> {
  one ??= await unit(page);
  console.log(`    ${what}: ${milliseconds.toFixed(1)} ms, ${(milliseconds / one).toFixed(2)} units of ${one.toFixed(1)} ms`);
  return milliseconds / one;
}

test("the first rows need six requests of one origin", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    // Nothing waits for a font or a picture.
    const { pathname } = new URL(request.url());
    if (!["font", "image"].includes(request.resourceType()) && !pathname.endsWith(".svg")) asked.push(pathname);
  });
  await page.goto("/events?q=access:write");
  await expect(rows(page).first()).toBeVisible();
  const before = asked.slice(0, asked.indexOf("/api/me") === -1 ? undefined : asked.indexOf("/api/me"));
  console.log(`    ${before.join(" ")}`);
  expect(before.length).toBeLessThanOrEqual(6);
  expect(before.filter((path) => path.startsWith("/api/"))).toHaveLength(1);
});

test("the page paints without the application, and nothing moves when that has come", async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route("**/*.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(LIST);
  await expect(page.getByRole("heading", { name: "Events", level: 1 })).toBeVisible();
  const painted = () =>
    page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
  await expect.poll(painted).toBe(1);
  arrive();
  await settled(page);
  await expect(rows(page).first()).toBeVisible();
  const { cls } = await vitals(page);
  console.log(`    CLS ${cls.toFixed(4)}`);
  expect(cls).toBeLessThanOrEqual(0.02);
});

test("j and k show the next event at once", async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
  const all = await rows(page).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.id ?? ""));
  const steps: { cost: number; unit: number }[] = [];
  for (let n = 1; n <= 15; n += 1) {
    // The event beside is there before it is wanted.
    await page.waitForLoadState("networkidle");
    // Right before the step and after it: a machine that others use is now quick and now slow.
    const before = await unit(page);
    const cost = await press(page, "j");
    await expect(panel(page).getByText(all[n] ?? "", { exact: true }).first()).toBeVisible();
    steps.push({ cost, unit: (before + (await unit(page))) / 2 });
  }
  steps.sort((a, b) => a.cost / a.unit - b.cost / b.unit);
  const middle = steps[7] ?? { cost: Number.NaN, unit: Number.NaN };
  // 50 ms on a machine whose unit is 10 ms.
  expect(await units(page, "j", middle.cost, middle.unit)).toBeLessThanOrEqual(5);
});

test("going along the rows waits for no request", async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const all = await rows(page).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.id ?? ""));
  // From here on no event is answered: the next one must be there already.
  await page.route("**/api/events/*", () => {});
  await page.keyboard.press("j");
  await expect(panel(page).getByText(all[1] ?? "", { exact: true }).first()).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a hundred rows", async ({ page }) => {
  await page.goto(LIST.replace("100", "25"));
  await settled(page);
  const costs: number[] = [];
  for (const size of ["100", "25", "100", "25", "100"]) {
    const cost = await work(page, async () => {
      await page.getByRole("link", { name: `${size} rows per page` }).click();
      await expect(rows(page)).toHaveCount(Number(size));
      await settled(page);
    });
    if (size === "100") costs.push(cost);
  }
  // All that changing the page costs; rendering alone is less.
  expect(await units(page, "a page of 100 rows", median(costs))).toBeLessThanOrEqual(30);
});

test("what the page holds in memory", async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  await rows(page).first().click();
  await expect(panel(page).getByRole("treeitem").first()).toBeVisible();
  const bytes = await memory(page);
  console.log(`    ${(bytes / 1e6).toFixed(1)} MB with 100 rows and the panel`);
  expect(bytes).toBeLessThanOrEqual(30e6);
});

for (const [name, viewport, throttle, latency, rate] of [
  ["desktop", { width: 1350, height: 940 }, 1, 40, 10e6 / 8],
  ["mobile", { width: 412, height: 823 }, 4, 150, 1.6e6 / 8],
] as const) {
  test(`measured, not asserted but for shifts: ${name}`, async ({ page, context }) => {
    await page.setViewportSize(viewport);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency,
      downloadThroughput: rate,
      uploadThroughput: rate,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    const runs: Awaited<ReturnType<typeof vitals>>[] = [];
    for (let n = 0; n < 5; n += 1) {
      await session.send("Network.clearBrowserCache");
      await page.goto("/events?q=access:write");
      await settled(page);
      runs.push(await vitals(page));
    }
    const of = (key: keyof (typeof runs)[number]) => median(runs.map((run) => run[key]));
    const times = (["fcp", "lcp", "tbt"] as const).map((key) => `${key.toUpperCase()} ${of(key).toFixed(0)} ms`);
    console.log(`    ${name}: ${times.join(", ")}, CLS ${of("cls").toFixed(4)}`);
    expect(of("cls")).toBeLessThanOrEqual(0.02);
  });
}
