import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { signInDemo, startProcess, stopProcess } from '#test/process/server-process.ts';
import { ensureChromium } from '../scripts/chromium.ts';
import { type BenchRow, median } from './bench-row.ts';
import { type Visit, visit } from './web/slow-visit.ts';

export const title = 'Mở trang trên đường truyền 150 ms, 1,6 Mbit/s, máy chậm 4 lần';

const times = Number(process.env['BENCH_VISITS'] ?? 5);
/** Any of the demo people: the first on the sign-in page. */
const officer = process.env['BENCH_PERSON'] ?? '[^<]*';
const publicPages = [
  { name: 'trang đăng nhập', path: '/dang-nhap' },
  { name: 'trang công khai', path: '/' },
  { name: 'kế hoạch 2022 công khai', path: '/ke-hoach/2022' },
];
/** The first figure of the overview, or the first row of a list. */
const firstRow = 'main a.work-figure, main a.row-link';

/** Opens the first pages of citizens and of officers in Chromium, cold and warm, on a slow line. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-web-'));
  await chmod(dataDir, 0o755);
  const server = await startProcess(dataDir);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  try {
    await visitAll(browser, server.url, await signInDemo(server.url, officer), 1);
    return await visitAll(browser, server.url, await signInDemo(server.url, officer), times);
  } finally {
    await browser.close();
    await stopProcess(server.child);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function visitAll(browser: Browser, url: string, cookie: string, count: number): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, path } of publicPages) {
    const visits: Visit[] = [];
    for (let nth = 0; nth < count; nth++)
      visits.push(await inFreshContext(browser, (context) => visit(context, url + path)));
    rows.push(...publicRows(name, visits));
  }
  const cold: Visit[] = [];
  const warm: Visit[] = [];
  for (let nth = 0; nth < count; nth++) {
    await inFreshContext(browser, async (context) => {
      await context.addCookies(cookiesOf(cookie, url));
      cold.push(await visit(context, `${url}/lam-viec`, firstRow));
      warm.push(await visit(context, `${url}/lam-viec`, firstRow));
    });
  }
  return [...rows, ...staffRows(cold, warm)];
}

/** A browser that has never been here: nothing cached, no cookies. */
async function inFreshContext<T>(browser: Browser, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

function cookiesOf(cookie: string, url: string): { name: string; value: string; url: string }[] {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(2).replace('.', ',')} giây`;
const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1).replace('.', ',')} kB`;
const middle = (visits: readonly Visit[], of: (visit: Visit) => number) => median(visits.map(of));

function publicRows(name: string, visits: readonly Visit[]): BenchRow[] {
  const painted = middle(visits, (one) => one.paintedMs);
  const loaded = middle(visits, (one) => one.loadedMs);
  const bytes = Math.max(...visits.map((one) => one.totalBytes));
  return [
    {
      name: `${name}, lần đầu`,
      asked: '≤ 1,5 giây',
      measured: `hiện ${seconds(painted)}, xong ${seconds(loaded)}`,
      pass: painted <= 1_500 && loaded <= 1_500,
    },
    { name: `${name}, tất cả`, asked: '≤ 60 kB', measured: kilobytes(bytes), pass: bytes <= 60_000 },
  ];
}

function staffRows(cold: readonly Visit[], warm: readonly Visit[]): BenchRow[] {
  const told = (name: string, most: number, ms: number): BenchRow => ({
    name,
    asked: `≤ ${String(most).replace('.', ',')} giây`,
    measured: seconds(ms),
    pass: ms <= most * 1_000,
  });
  const bytes = Math.max(...cold.map((one) => one.scriptAndStyleBytes));
  return [
    told(
      'trang cán bộ đầu tiên tới khi thấy số liệu, lần đầu',
      3,
      middle(cold, (one) => one.seenMs),
    ),
    told(
      'trang cán bộ đầu tiên tới khi thấy số liệu, lần sau',
      1.5,
      middle(warm, (one) => one.seenMs),
    ),
    {
      name: 'mã của trang ấy (js và css, brotli)',
      asked: '≤ 250 kB',
      measured: kilobytes(bytes),
      pass: bytes <= 250_000,
    },
  ];
}
