// Times, measured so that a slow or busy machine does not count: as multiples of a piece of work that the same
// page does beside them.

import type { CDPSession, Page } from "@playwright/test";

/** The middle one; of an even number, the lower. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** How long the page takes for the work that times are compared with, in milliseconds. */
export async function unit(page: Page): Promise<number> {
  return page.evaluate(() => {
    const work = () => {
      const start = performance.now();
      let text = "";
      for (let n = 0; n < 60_000; n += 1) text = (text + String.fromCharCode(97 + (n % 26))).slice(-64);
      const counts = new Map<string, number>();
      for (let n = 0; n < 100_000; n += 1) counts.set(`k${n % 997}`, n + text.length);
      return performance.now() - start;
    };
    work();
    const times = [work(), work(), work(), work(), work()].sort((a, b) => a - b);
    return times[2] ?? Number.NaN;
  });
}

/** The milliseconds of script from a key to all that it changed, when nothing has to be asked for it. */
export async function press(page: Page, key: string): Promise<number> {
  return page.evaluate(async (key) => {
    const target = document.activeElement ?? document.body;
    const start = performance.now();
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    // What the key set off runs before the next task.
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
    return performance.now() - start;
  }, key);
}

/** The seconds of the page's main thread so far: scripts, styles and layout. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return of("ScriptDuration") + of("RecalcStyleDuration") + of("LayoutDuration");
}

/** The milliseconds of the page's main thread that `act` costs. */
export async function work(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await busy(session);
  await act();
  const after = await busy(session);
  await session.detach();
  return (after - before) * 1_000;
}

/** What the page holds after the garbage is gone, in bytes: JavaScript's heap and WebAssembly's memory. */
export async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return usedSize + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0);
}

/** The paints, shifts and long tasks of a page since it was opened. */
export type Vitals = { fcp: number; lcp: number; cls: number; tbt: number };

/** See <https://web.dev/articles/vitals>; times in milliseconds. */
export async function vitals(page: Page): Promise<Vitals> {
  return page.evaluate(async () => {
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((done) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          done(list.getEntries());
        });
        observer.observe({ type, buffered: true });
        setTimeout(() => done([]), 300);
      });
    const shifts = (await entries("layout-shift")) as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
    const paints = performance.getEntriesByName("first-contentful-paint");
    const largest = await entries("largest-contentful-paint");
    const long = await entries("longtask");
    return {
      fcp: paints[0]?.startTime ?? Number.NaN,
      lcp: largest.at(-1)?.startTime ?? Number.NaN,
      cls: shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0),
      tbt: long.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0),
    };
  });
}
