import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '#server/embedded/cluster.ts';
import { type BenchRow, percentile } from './bench-row.ts';
import { drive, type Request, type Timing } from './plan-list/clients.ts';
import { startServer } from './plan-list/start-server.ts';
import { clients, prepareWork } from './work/prepare.ts';

export const title = 'Việc của tôi và Tổng quan: 20.000 nhiệm vụ, 200.000 sản phẩm đến hạn, 16 người cùng xem';

const roundMs = 2_500;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 6);

interface Page {
  readonly name: string;
  readonly path: string;
  readonly mostMs: number;
}

const pages: readonly Page[] = [
  { name: 'Việc của tôi', path: '/api/my-work', mostMs: 40 },
  { name: 'Việc của tôi, nhóm sau 7 ngày, trang 3', path: '/api/my-work?group=later&page=3', mostMs: 40 },
  { name: 'Tổng quan', path: '/api/work-overview', mostMs: 100 },
];

/** Measures what people open first, through HTTP as officers, each of them another. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-work-'));
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const cluster = await startCluster({
    dataDir,
    secretsDir: join(dataDir, 'secrets'),
    settings: ["shared_buffers = '512MB'", 'max_connections = 100'],
  });
  const servers: ChildProcess[] = [];
  try {
    const { cookies, ...task } = await prepareWork(cluster.url('postgres'), dataDir);
    const address = await startServer(servers, task);
    const rows: BenchRow[] = [];
    for (const page of pages) rows.push(rowOf(page, await measure(page, address, cookies)));
    return rows;
  } finally {
    for (const server of servers) server.kill('SIGTERM');
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(page: Page, address: string, cookies: readonly string[]): Promise<readonly Timing[]> {
  const next = (client: number): Request & { headers: { cookie: string } } => ({
    kind: page.name,
    url: `${address}${page.path}`,
    headers: { cookie: cookies[client % cookies.length] ?? '' },
  });
  await drive(clients, roundMs, {}, next);
  const timings: Timing[] = [];
  for (let round = 0; round < rounds; round++) timings.push(...(await drive(clients, roundMs, {}, next)));
  return timings;
}

function rowOf({ name, mostMs }: Page, timings: readonly Timing[]): BenchRow {
  const times = timings.map((one) => one.ms);
  const p95 = percentile(times, 0.95);
  const perSecond = Math.round(times.length / ((roundMs * rounds) / 1_000));
  const measured = `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${perSecond}/giây)`;
  return { name: `${name}, ${clients} người`, asked: `p95 ≤ ${mostMs} ms`, measured, pass: p95 <= mostMs };
}
