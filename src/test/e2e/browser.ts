import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A desk and a phone. */
export const widths = [1280, 360] as const;
export type Width = (typeof widths)[number];

const heights: Readonly<Record<Width, number>> = { 1280: 800, 360: 740 };

/** Builds the staff site when its sources changed, so that the browser sees what is in the tree. */
export function buildSite(): void {
  const built = spawnSync(process.execPath, ['scripts/build-web.ts'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}

/** The machine's Chromium, without the calls home it makes by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page of its own session, and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  readonly width: Width;
  /** Errors of the console and of the page's code since the last look. */
  readonly errors: string[];
  /** Waits until the page has asked for everything it shows. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function visit(browser: Browser, url: string, width: Width): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: heights[width] },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, width, errors, quiet: quietOf(page), close: () => context.close() };
}

const quietMs = 120;

/** Follows what the page asks for; the stream of notices stays open and does not count. */
function quietOf(page: Page): () => Promise<void> {
  let open = 0;
  let last = 0;
  const counts = (request: Request) => request.resourceType() !== 'eventsource';
  const done = (request: Request) => {
    if (!counts(request)) return;
    open -= 1;
    last = performance.now();
  };
  page.on('request', (request) => {
    if (!counts(request)) return;
    open += 1;
    last = performance.now();
  });
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return async () => {
    for (let waited = 0; waited < 15_000; waited += 20) {
      if (open <= 0 && performance.now() - last > quietMs) return;
      await page.waitForTimeout(20);
    }
    throw new Error(`${page.url()} still asks for something after 15 s`);
  };
}

/** Signs in as a demo person by the one click the sign-in page offers. */
export async function signIn({ page }: Visit, who: string): Promise<void> {
  await page.goto('/dang-nhap?tiep=/lam-viec');
  await page.getByRole('button', { name: new RegExp(`^${who}`) }).click();
  await page.waitForURL(/\/lam-viec/);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/**
 * Looks at the page as it is: nothing serious or critical to axe, nothing wider than the window, no error in the console.
 * `name` says in a failure which page it was.
 */
export async function look(on: Visit, name: string): Promise<void> {
  const { page, width, errors } = on;
  await on.quiet();
  // No page has frames: all in one go, which is three times as fast as a page of its own for the findings.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  const room = await page.evaluate<number>(
    'document.documentElement.clientWidth - document.documentElement.scrollWidth',
  );
  expect({ name, width, grave, errors, tooWide: room < 0 }).toEqual({
    name,
    width,
    grave: [],
    errors: [],
    tooWide: false,
  });
}
