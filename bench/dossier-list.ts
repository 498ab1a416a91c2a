import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '#server/embedded/cluster.ts';
import { pageRows } from '#web/ui/table/page-rows.ts';
import { type BenchRow, percentile } from './bench-row.ts';
import { prepareDossiers, type ReadyDossiers } from './dossier/prepare.ts';
import { askedLists, openings, type Question, searches } from './dossier/questions.ts';
import { drive, type Timing } from './plan-list/clients.ts';
import { startServer } from './plan-list/start-server.ts';

const count = Number(process.env['BENCH_DOSSIERS'] ?? 1_000_000);
const few = 4;
const many = 16;
const roundMs = 2_500;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 6);

const words = (value: number) => value.toLocaleString('vi-VN');
export const title = `Hồ sơ: ${words(count)} hồ sơ, hơn 10 thao tác mỗi hồ sơ, 20 phòng, công chức xem hồ sơ của phòng mình`;

/** Measures searching, work lists with counts and opening through HTTP, and what rights cost in a list. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-dossiers-'));
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const cluster = await startCluster({
    dataDir,
    secretsDir: join(dataDir, 'secrets'),
    settings: ["shared_buffers = '1GB'", "max_wal_size = '8GB'", 'max_connections = 100'],
  });
  const servers: ChildProcess[] = [];
  try {
    const begun = performance.now();
    const ready = await prepareDossiers(cluster.url('postgres'), dataDir, count);
    const seconds = (performance.now() - begun) / 1_000;
    return [loadRow(ready, seconds), ...(await measureReady(servers, ready, cluster.url('postgres')))];
  } finally {
    for (const server of servers) server.kill('SIGTERM');
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** All figures of a database that is filled already. */
export async function measureReady(
  servers: ChildProcess[],
  ready: ReadyDossiers,
  ownerUrl: string,
): Promise<readonly BenchRow[]> {
  const script = new URL('./dossier/server.ts', import.meta.url);
  const held = await startServer(servers, ready.task, script);
  const free = await startServer(servers, { ...ready.task, appUrl: ownerUrl }, script);
  const ask = (clients: number, questions: readonly Question[], address = held) =>
    measure(clients, questions, address, ready);
  const rows: BenchRow[] = [];
  rows.push(...toldByKind('tìm kiếm', await ask(few, searches()), 50));
  rows.push(...toldByKind('danh sách việc và số đếm', await ask(few, askedLists()), 40));
  rows.push(...toldByKind('mở một hồ sơ với lịch sử và giải thích hạn', await ask(few, openings()), 100));
  const lists = askedLists().filter((one) => one.kind !== 'số đếm');
  const busy = times(await ask(many, lists));
  const middle = percentile(busy, 0.5);
  const measured = `p50 ${ms(middle)}, p95 ${ms(percentile(busy, 0.95))} (${perSecond(busy)}/giây)`;
  rows.push({ name: `danh sách, ${many} người`, asked: 'p50 ≤ 40 ms', measured, pass: middle <= 40 });
  rows.push(...(await rightsRows(ready, held, free)), await searchRow(ready));
  return rows;
}

async function measure(
  clients: number,
  questions: readonly Question[],
  address: string,
  ready: ReadyDossiers,
): Promise<Timing[]> {
  const next = (client: number, nth: number) => {
    const question = questions[(client + nth) % questions.length] as Question;
    const { path, body, cookie } = question.ask(client * 7_919 + nth * 104_729, ready, client);
    return { kind: question.kind, url: `${address}${path}`, headers: { cookie }, ...(body ? { body } : {}) };
  };
  await drive(clients, roundMs, {}, next);
  const timings: Timing[] = [];
  for (let round = 0; round < rounds; round++) timings.push(...(await drive(clients, roundMs, {}, next)));
  return timings;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const times = (timings: readonly Timing[]) => timings.map((one) => one.ms);
const perSecond = (all: readonly number[]) => Math.round(all.length / ((roundMs * rounds) / 1_000));

function toldByKind(name: string, timings: readonly Timing[], mostMs: number): BenchRow[] {
  const told = (label: string, of: readonly Timing[]): BenchRow => {
    const p95 = percentile(times(of), 0.95);
    const measured = `p50 ${ms(percentile(times(of), 0.5))}, p95 ${ms(p95)} (${perSecond(times(of))}/giây)`;
    return { name: label, asked: `p95 ≤ ${mostMs} ms`, measured, pass: p95 <= mostMs };
  };
  const kinds = Map.groupBy(timings, (one) => one.kind);
  const parts = kinds.size < 2 ? [] : [...kinds].map(([kind, of]) => told(`– trong đó ${kind}`, of));
  return [told(`${name}, ${few} người`, timings), ...parts];
}

interface Side {
  readonly address: string;
  readonly path: string;
  readonly cookieOf: (client: number) => string;
}

/** Two ways to the same rows, asked in turns, so that both meet the same machine: how much dearer the first is in p95. */
async function costRow(name: string, query: (client: number) => string, dear: Side, cheap: Side): Promise<BenchRow> {
  const ask = (side: Side) => async () =>
    times(
      await drive(few, roundMs, {}, (client) => ({
        kind: name,
        url: `${side.address}${side.path}?size=${pageRows}&list=running${query(client)}`,
        headers: { cookie: side.cookieOf(client) },
      })),
    );
  const [askDear, askCheap] = [ask(dear), ask(cheap)];
  await askDear();
  await askCheap();
  const [one, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    one.push(...(await askDear()));
    other.push(...(await askCheap()));
  }
  const [high, low] = [percentile(one, 0.95), percentile(other, 0.95)];
  const cost = (high / low - 1) * 100;
  const measured = `${cost.toFixed(1)} % (${ms(high)} so với ${ms(low)})`;
  return { name, asked: '≤ 10 %', measured, pass: cost <= 10 };
}

/** What session, permission and row-level security cost, and what it costs to see own dossiers only. */
async function rightsRows(ready: ReadyDossiers, held: string, free: string): Promise<BenchRow[]> {
  const { departments, officers, clerk } = ready;
  const path = '/api/dossiers';
  const asClerk = { address: held, path, cookieOf: () => clerk };
  const asNobody = { address: free, path: '/bench/dossiers', cookieOf: () => '' };
  const asOfficer = { address: held, path, cookieOf: (client: number) => officers[client % officers.length] ?? '' };
  const ofDepartment = (client: number) => `&departmentId=${departments[client % departments.length]}`;
  return [
    await costRow('giá của phân quyền và bảo mật theo dòng trong p95', () => '', asClerk, asNobody),
    await costRow('công chức xem phòng mình so với một cửa lọc theo phòng, p95', ofDepartment, asOfficer, asClerk),
  ];
}

async function searchRow(ready: ReadyDossiers): Promise<BenchRow> {
  const client = new pg.Client({ connectionString: ready.task.appUrl });
  await client.connect();
  try {
    await client.query(`begin; set local app.unit_id = '${ready.task.unitId}'`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain analyze select id from dossier where unit_id = $1 and words @@ $2::tsquery`,
      [ready.task.unitId, `${ready.task.unitId.slice(-4)}xoan`],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    const took = /Execution Time: ([\d.]+) ms/.exec(plan)?.[1] ?? '?';
    const indexed = plan.includes('dossier_by_words');
    const name = 'tìm từ hiếm dùng chỉ mục với vai trò của ứng dụng';
    return { name, asked: 'dùng dossier_by_words', measured: `${indexed ? 'có' : 'không'}, ${took} ms`, pass: indexed };
  } finally {
    await client.end();
  }
}

function loadRow({ acts }: ReadyDossiers, seconds: number): BenchRow {
  const measured = `${words(count)} hồ sơ, ${words(acts)} thao tác trong ${Math.round(seconds)} giây`;
  return { name: 'dữ liệu', asked: '≥ 10 thao tác mỗi hồ sơ', measured, pass: acts >= 10 * count };
}
