import type { BrowserContext, CDPSession } from 'playwright-core';

interface Times {
  /** Largest contentful paint, in ms from the beginning of the navigation. */
  readonly paintedMs: number;
  /** End of the load event. */
  readonly loadedMs: number;
  /** The first time something matched the selector and could be seen; NaN without a selector. */
  readonly seenMs: number;
}

/** What one visit of a page took and carried. */
export interface Visit extends Times {
  readonly totalBytes: number;
  readonly scriptAndStyleBytes: number;
}

const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** Opens an address in a new tab as a weak phone on a weak line does: 150 ms, 1.6 Mbit/s down, CPU 4× slower. */
export async function visit(context: BrowserContext, url: string, selector?: string): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bytes = countBytes(session);
  await page.addInitScript({ content: watchPaints });
  if (selector) await page.addInitScript({ content: watchFor(selector) });
  await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
  if (selector) await page.locator(selector).first().waitFor({ timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  const times = await page.evaluate<Times>(readTimes);
  await page.close();
  return { ...times, ...bytes() };
}

function countBytes(session: CDPSession): () => Pick<Visit, 'totalBytes' | 'scriptAndStyleBytes'> {
  const kinds = new Map<string, string>();
  let totalBytes = 0;
  let scriptAndStyleBytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    totalBytes += encodedDataLength;
    const kind = kinds.get(requestId);
    if (kind === 'Script' || kind === 'Stylesheet') scriptAndStyleBytes += encodedDataLength;
  });
  return () => ({ totalBytes, scriptAndStyleBytes });
}

/** Runs in the page: remembers the last of the largest paints. */
const watchPaints = `
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.paintedMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });`;

/** Runs in the page: looks once a frame, so that what it finds has been laid out and is painted next. */
const watchFor = (selector: string) => `
  const look = () => {
    const found = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
    const isSeen = found !== undefined && found.height > 0 && found.top < innerHeight;
    requestAnimationFrame(isSeen ? () => { globalThis.seenMs = performance.now(); } : look);
  };
  requestAnimationFrame(look);`;

const readTimes = `({
  paintedMs: globalThis.paintedMs ?? NaN,
  loadedMs: performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? NaN,
  seenMs: globalThis.seenMs ?? NaN,
})`;
