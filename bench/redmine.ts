import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { systemClock } from '#server/clock.ts';
import { startCluster } from '#server/embedded/cluster.ts';
import { anAccount, aSession } from '#test/factories.ts';
import { type BenchRow, percentile } from './bench-row.ts';
import { startServer } from './plan-list/start-server.ts';
import { type Exchange, timeExchanges } from './redmine/exchange.ts';
import { makeIssues } from './redmine/redmine-data.ts';
import { findRedmine, prepareRedmine, startRedmine } from './redmine/redmine-server.ts';
import { prepareWork } from './work/prepare.ts';

export const title = 'Cạnh Redmine 5 của Debian, cùng máy chủ PostgreSQL, 20.000 việc';

const count = 20_000;
const roundMs = Number(process.env['BENCH_ROUND_MS'] ?? 5_000);
const asked = 'nhanh gấp ≥ 10 lần Redmine';

/** The same three things on both sides. */
interface Side {
  readonly create: (client: number, nth: number) => Exchange;
  readonly list: (client: number, nth: number) => Exchange;
  readonly open: (client: number, nth: number) => Exchange;
}

const names: Readonly<Record<keyof Side, string>> = {
  create: 'thêm một việc',
  list: '25 trong 20.000 việc theo hạn',
  open: 'mở một việc',
};

/** Measures Redmine, as Debian ships it, and the product one after the other on one PostgreSQL. */
export async function run(): Promise<readonly BenchRow[]> {
  const version = findRedmine();
  if (version === undefined)
    return [{ name: 'so sánh', asked, measured: 'máy này không có gói redmine và puma', pass: false }];
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-redmine-'));
  await chmod(dataDir, 0o755);
  const cluster = await startCluster({
    dataDir,
    secretsDir: join(dataDir, 'secrets'),
    settings: ["shared_buffers = '512MB'", 'max_connections = 100'],
  });
  const servers: ChildProcess[] = [];
  try {
    const theirs = await measured(await redmineSide(cluster.url('postgres'), dataDir, servers));
    for (const server of servers.splice(0)) server.kill('SIGTERM');
    const ours = await measured(await ownSide(cluster.url('postgres'), dataDir, servers));
    return (Object.keys(names) as (keyof Side)[]).flatMap((name) =>
      [1, 16].map((clients) => rowOf(version, name, clients, ours, theirs)),
    );
  } finally {
    for (const server of servers) server.kill('SIGTERM');
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function redmineSide(ownerUrl: string, dataDir: string, servers: ChildProcess[]): Promise<Side> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('create database redmine');
  await owner.end();
  const databaseUrl = ownerUrl.replace(/\/postgres$/, '/redmine');
  const root = await prepareRedmine(dataDir, databaseUrl);
  const { apiKey, projectId, trackerId, issueIds } = await makeIssues(databaseUrl, count);
  const url = await startRedmine(root, servers);
  const headers = { 'x-redmine-api-key': apiKey };
  const due = systemClock.today();
  return {
    create: (client, nth) => ({
      method: 'POST',
      url: `${url}/issues.json`,
      headers,
      body: {
        issue: { project_id: projectId, tracker_id: trackerId, subject: `Việc ${client}/${nth}`, due_date: due },
      },
    }),
    list: () => ({
      method: 'GET',
      url: `${url}/issues.json?project_id=${projectId}&status_id=*&sort=due_date&limit=25`,
      headers,
    }),
    open: (client, nth) => ({
      method: 'GET',
      url: `${url}/issues/${issueIds[(client * 7_919 + nth * 104_729) % issueIds.length]}.json`,
      headers,
    }),
  };
}

async function ownSide(ownerUrl: string, dataDir: string, servers: ChildProcess[]): Promise<Side> {
  const { cookies, ...task } = await prepareWork(ownerUrl, dataDir, { tasks: count, obligations: count, posts: 40 });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const focal = await anAccount(owner, task.unitId, { username: 'dau.moi', roles: ['focal'] });
  const cookie = await aSession(owner, focal.id, task.authSecret);
  const ids = async (table: string) =>
    (await owner.query<{ id: string }>(`select id from ${table} where unit_id = $1`, [task.unitId])).rows.map(
      ({ id }) => id,
    );
  const [obligations, posts] = [await ids('obligation'), await ids('position')];
  await owner.end();
  const url = await startServer(servers, task);
  const as = (client: number) => ({ cookie: cookies[client % cookies.length] ?? '' });
  const due = systemClock.today();
  return {
    create: (client, nth) => ({
      method: 'POST',
      url: `${url}/api/work-tasks`,
      headers: { cookie, 'idempotency-key': randomUUID() },
      body: {
        source: 'other',
        content: `Việc ${client}/${nth}`,
        outputs: [{ title: 'Văn bản', due }],
        lead: { kind: 'position', id: posts[client % posts.length] },
      },
    }),
    list: (client) => ({ method: 'GET', url: `${url}/api/obligations?size=25&sort=due`, headers: as(client) }),
    open: (client, nth) => ({
      method: 'GET',
      url: `${url}/api/obligations/${obligations[(client * 7_919 + nth * 104_729) % obligations.length]}`,
      headers: as(client),
    }),
  };
}

type Measures = ReadonlyMap<string, { readonly times: readonly number[]; readonly perSecond: number }>;

/** Reading comes before creating, so that both sides read the same number. */
async function measured(side: Side): Promise<Measures> {
  const found = new Map<string, Awaited<ReturnType<typeof timeExchanges>>>();
  for (const name of ['list', 'open', 'create'] as const) {
    for (const clients of [1, 16]) {
      await timeExchanges(clients, roundMs / 2, side[name]);
      found.set(`${name} ${clients}`, await timeExchanges(clients, roundMs, side[name]));
    }
  }
  return found;
}

function rowOf(version: string, name: keyof Side, clients: number, ours: Measures, theirs: Measures): BenchRow {
  const told = (measures: Measures) => {
    const { times, perSecond } = measures.get(`${name} ${clients}`) ?? { times: [], perSecond: Number.NaN };
    return { perSecond, words: `p50 ${percentile(times, 0.5).toFixed(1)} ms, ${perSecond.toFixed(0)}/giây` };
  };
  const [own, other] = [told(ours), told(theirs)];
  const ratio = own.perSecond / other.perSecond;
  return {
    name: `${names[name]}, ${clients} người (Redmine ${version})`,
    asked,
    measured: `${ratio.toFixed(1).replace('.', ',')} lần (${own.words}; Redmine ${other.words})`,
    pass: ratio >= 10,
  };
}
