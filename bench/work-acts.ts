import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '#server/embedded/cluster.ts';
import { type BenchRow, median } from './bench-row.ts';
import { startServer } from './plan-list/start-server.ts';
import { idText, perClient, prepareActs } from './work/acts-data.ts';
import { writeActsScript } from './work/acts-script.ts';
import { HttpClient, type Write } from './write/http-load.ts';
import { findPgbench, runPgbench } from './write/pgbench.ts';
import { recordStatements } from './write/recorded-statements.ts';

export const title = 'Nộp rồi chấp nhận sản phẩm qua HTTP so với pgbench, 16 người cùng làm';

const clients = 16;
const rounds = 3;
const seconds = Number(process.env['BENCH_WRITE_SECONDS'] ?? 8);
const name = 'nộp và chấp nhận, mỗi lần một sản phẩm khác';
const asked = '≥ 0,8 của pgbench -M extended';

/** An officer and the chair, each on a connection of their own; `next` is the officer's next obligation. */
interface Pair {
  readonly client: number;
  readonly officer: HttpClient;
  readonly chair: HttpClient;
  next: number;
}

/** Measures handing in and accepting beside pgbench, which sends the very statements of one such pair. */
export async function run(): Promise<readonly BenchRow[]> {
  if (!findPgbench()) return [{ name, asked, measured: 'máy này không có pgbench', pass: false }];
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-acts-'));
  await chmod(dataDir, 0o755);
  const cluster = await startCluster({
    dataDir,
    secretsDir: join(dataDir, 'secrets'),
    settings: ["shared_buffers = '512MB'", 'max_connections = 100'],
  });
  const servers: ChildProcess[] = [];
  const superuser = new pg.Client({ connectionString: cluster.url('postgres') });
  try {
    const ready = await prepareActs(cluster.url('postgres'), dataDir, clients);
    await superuser.connect();
    const address = await startServer(servers, ready.task);
    const pairs = ready.officers.map((cookie, client) => ({
      client,
      officer: new HttpClient(address, cookie),
      chair: new HttpClient(address, ready.chair),
      next: 0,
    }));
    const [ours, theirs] = await measure(pairs, ready, superuser, dataDir);
    for (const { officer, chair } of pairs) for (const one of [officer, chair]) one.close();
    return [rowOf(ours, theirs)];
  } finally {
    await superuser.end();
    for (const server of servers) server.kill('SIGTERM');
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Ready = Awaited<ReturnType<typeof prepareActs>>;

async function measure(
  pairs: readonly Pair[],
  { evidenceId, task }: Ready,
  superuser: pg.Client,
  dataDir: string,
): Promise<readonly [number[], number[]]> {
  await runPairs(pairs, evidenceId, Math.min(3, seconds));
  const since = Date.now();
  const first = pairs[0] as Pair;
  const nth = first.next++;
  const [handInWrite, acceptWrite] = writesOf(first.client, nth, evidenceId);
  const keys = [randomUUID(), randomUUID()] as const;
  const log = join(dataDir, 'pg', 'server.log');
  const role = new URL(task.appUrl).username;
  const record = (key: string, send: () => Promise<void>) => recordStatements(superuser, log, role, key, send);
  const statements = [
    ...(await record(keys[0], () => first.officer.send(handInWrite, keys[0]))),
    ...(await record(keys[1], () => first.chair.send(acceptWrite, keys[1]))),
  ];
  const ids = { obligation: idText.obligation(first.client, nth), task: idText.task(first.client, nth) };
  const script = await writeActsScript(join(dataDir, 'acts.sql'), statements, { ...ids, keys, since });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await runPairs(pairs, evidenceId, seconds));
    const begin = perClient / 2 + round * (perClient / 2 / rounds);
    const variables = { ...script.variables, k: String(Math.floor(begin)) };
    theirs.push(await runPgbench(task.appUrl, { ...script, variables }, clients, seconds));
  }
  return [ours, theirs];
}

function writesOf(client: number, nth: number, evidenceId: string): readonly [Write, Write] {
  const path = `/api/obligations/${idText.obligation(client, nth)}`;
  return [
    { method: 'POST', path: `${path}/hand-in`, body: { version: 1, evidenceIds: [evidenceId] } },
    { method: 'POST', path: `${path}/accept`, body: { version: 2 } },
  ];
}

/** Pairs of a hand-in and its acceptance a second, all clients together. */
async function runPairs(pairs: readonly Pair[], evidenceId: string, forSeconds: number): Promise<number> {
  const begun = performance.now();
  const until = begun + forSeconds * 1_000;
  let count = 0;
  await Promise.all(
    pairs.map(async (pair) => {
      for (; performance.now() < until; count++) {
        const [handIn, accept] = writesOf(pair.client, pair.next++, evidenceId);
        await pair.officer.send(handIn);
        await pair.chair.send(accept);
      }
    }),
  );
  return count / ((performance.now() - begun) / 1_000);
}

function rowOf(ours: readonly number[], theirs: readonly number[]): BenchRow {
  const ratio = median(ours.map((perSecond, round) => perSecond / (theirs[round] ?? Number.NaN)));
  const told = (numbers: readonly number[]) => Math.round(median(numbers)).toLocaleString('vi-VN');
  const measured = `${ratio.toFixed(2).replace('.', ',')} (${told(ours)} so với ${told(theirs)} cặp/giây)`;
  return { name, asked, measured, pass: ratio >= 0.8 };
}
