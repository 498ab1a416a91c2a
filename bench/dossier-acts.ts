import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '#server/embedded/cluster.ts';
import { anIntake } from '#test/dossier-office.ts';
import { type BenchRow, median, percentile } from './bench-row.ts';
import { perClient, prepareDossierActs } from './dossier/acts-data.ts';
import { startServer } from './plan-list/start-server.ts';
import { idText } from './work/acts-data.ts';
import { writeActsScript } from './work/acts-script.ts';
import { HttpClient, type Write } from './write/http-load.ts';
import { findPgbench, runPgbench } from './write/pgbench.ts';
import { recordStatements } from './write/recorded-statements.ts';

export const title =
  'Tiếp nhận hồ sơ 100 người cùng lúc; chuyển và phân công qua HTTP so với pgbench, 16 người cùng làm';

const clients = 16;
const receivers = 100;
const rounds = 3;
const seconds = Number(process.env['BENCH_WRITE_SECONDS'] ?? 8);

/** Measures receiving with many at once, and the acts of two hands beside pgbench with the very same statements. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-dossier-acts-'));
  await chmod(dataDir, 0o755);
  const cluster = await startCluster({
    dataDir,
    secretsDir: join(dataDir, 'secrets'),
    settings: ["shared_buffers = '512MB'", 'max_connections = 100'],
  });
  const servers: ChildProcess[] = [];
  const superuser = new pg.Client({ connectionString: cluster.url('postgres') });
  try {
    const ready = await prepareDossierActs(cluster.url('postgres'), dataDir, clients);
    await superuser.connect();
    const address = await startServer(servers, ready.task);
    const received = await measureReceipts(address, ready.clerks, superuser);
    return [...received, ...(findPgbench() ? [await measureActs(address, ready, superuser, dataDir)] : [])];
  } finally {
    await superuser.end();
    for (const server of servers) server.kill('SIGTERM');
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * Hundred people at the counters of one unit, each taking in the next dossier as soon as the last has its code; all codes
 * of the day come from one counter. Then as many as type at the speed of a fast hand: one in ten seconds each.
 */
async function measureReceipts(
  address: string,
  sessions: readonly string[],
  superuser: pg.Client,
): Promise<readonly BenchRow[]> {
  const people = Array.from(
    { length: receivers },
    (_, index) => new HttpClient(address, sessions[index % sessions.length] ?? ''),
  );
  await receiveAll(people, Math.min(3, seconds), 0);
  const busy = await receiveAll(people, seconds, 0);
  const typing = await receiveAll(people, seconds, 10_000);
  for (const one of people) one.close();
  const { rows } = await superuser.query<{ n: number; last: number }>(
    `select count(distinct d.code)::integer as n, (select last from dossier_code_counter where series = 'H56.22.17') as last
     from dossier d where d.code ~ '^H56[.]22[.]17-[0-9]{6}-[0-9]{4,}$'`,
  );
  const isGapless = rows[0]?.n === rows[0]?.last;
  const told = (times: readonly number[], share: number) => `${Math.round(percentile(times, share))} ms`;
  const rate = Math.round(busy.length / seconds).toLocaleString('vi-VN');
  const asked = 'p95 ≤ 150 ms, mã không nhảy, không trùng';
  const gaps = isGapless ? '' : '; MÃ BỊ NHẢY HOẶC TRÙNG';
  return [
    {
      name: 'tiếp nhận, 100 người nhập liên tục (mỗi người 10 giây một hồ sơ)',
      asked,
      measured: `p95 ${told(typing, 0.95)}, giữa ${told(typing, 0.5)}${gaps}`,
      pass: percentile(typing, 0.95) <= 150 && isGapless,
    },
    {
      name: 'tiếp nhận, 100 yêu cầu luôn chờ cùng lúc (không nghỉ)',
      asked,
      measured: `p95 ${told(busy, 0.95)}, giữa ${told(busy, 0.5)}, ${rate} hồ sơ/giây${gaps}`,
      pass: percentile(busy, 0.95) <= 150 && isGapless,
    },
  ];
}

/** Milliseconds of every receipt; `every` is how often one person takes a dossier in, 0 without rest. */
async function receiveAll(people: readonly HttpClient[], forSeconds: number, every: number): Promise<number[]> {
  const begun = performance.now();
  const until = begun + forSeconds * 1_000;
  const times: number[] = [];
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.all(
    people.map(async (person, index) => {
      if (every > 0) await sleep((every / people.length) * index);
      while (performance.now() < until) {
        const sent = performance.now();
        await person.send({ method: 'POST', path: '/api/dossiers', body: { intake: anIntake() } });
        const took = performance.now() - sent;
        times.push(took);
        if (every > 0) await sleep(Math.max(0, every - took));
      }
    }),
  );
  return times;
}

type Ready = Awaited<ReturnType<typeof prepareDossierActs>>;

/** A clerk and the chair, each on a connection of their own; `next` is their next dossier. */
interface Pair {
  readonly client: number;
  readonly clerk: HttpClient;
  readonly chair: HttpClient;
  next: number;
}

async function measureActs(address: string, ready: Ready, superuser: pg.Client, dataDir: string): Promise<BenchRow> {
  const pairs = Array.from({ length: clients }, (_, client) => ({
    client,
    clerk: new HttpClient(address, ready.clerks[client] ?? ''),
    chair: new HttpClient(address, ready.chair),
    next: 0,
  }));
  await runPairs(pairs, Math.min(3, seconds));
  const since = Date.now();
  const first = pairs[0] as Pair;
  const nth = first.next++;
  const [transferWrite, assignWrite] = writesOf(first.client, nth);
  const keys = [randomUUID(), randomUUID()] as const;
  const log = join(dataDir, 'pg', 'server.log');
  const role = new URL(ready.task.appUrl).username;
  const record = (key: string, send: () => Promise<void>) => recordStatements(superuser, log, role, key, send);
  const statements = [
    ...(await record(keys[0], () => first.clerk.send(transferWrite, keys[0]))),
    ...(await record(keys[1], () => first.chair.send(assignWrite, keys[1]))),
  ];
  const ids = { obligation: idText.obligation(first.client, nth), task: randomUUID() };
  const script = await writeActsScript(join(dataDir, 'acts.sql'), statements, { ...ids, keys, since });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await runPairs(pairs, seconds));
    const begin = perClient / 2 + round * (perClient / 2 / rounds);
    const variables = { ...script.variables, k: String(Math.floor(begin)) };
    theirs.push(await runPgbench(ready.task.appUrl, { ...script, variables }, clients, seconds));
  }
  for (const { clerk, chair } of pairs) for (const one of [clerk, chair]) one.close();
  return rowOf(ours, theirs);
}

function writesOf(client: number, nth: number): readonly [Write, Write] {
  const path = `/api/dossiers/${idText.obligation(client, nth)}`;
  return [
    { method: 'POST', path: `${path}/transfer`, body: { version: 1 } },
    { method: 'POST', path: `${path}/assign`, body: { version: 2 } },
  ];
}

/** Pairs of a transfer and its assignment a second, all clients together. */
async function runPairs(pairs: readonly Pair[], forSeconds: number): Promise<number> {
  const begun = performance.now();
  const until = begun + forSeconds * 1_000;
  let count = 0;
  await Promise.all(
    pairs.map(async (pair) => {
      for (; performance.now() < until; count++) {
        const [transfer, assign] = writesOf(pair.client, pair.next++);
        await pair.clerk.send(transfer);
        await pair.chair.send(assign);
      }
    }),
  );
  return count / ((performance.now() - begun) / 1_000);
}

function rowOf(ours: readonly number[], theirs: readonly number[]): BenchRow {
  const ratio = median(ours.map((perSecond, round) => perSecond / (theirs[round] ?? Number.NaN)));
  const told = (numbers: readonly number[]) => Math.round(median(numbers)).toLocaleString('vi-VN');
  return {
    name: 'chuyển xử lý rồi phân công, mỗi lần một hồ sơ khác',
    asked: '≥ 0,8 của pgbench -M extended',
    measured: `${ratio.toFixed(2).replace('.', ',')} (${told(ours)} so với ${told(theirs)} cặp/giây)`,
    pass: ratio >= 0.8,
  };
}
