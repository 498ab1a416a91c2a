import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { systemClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { makePool } from '#server/db.ts';
import { startCluster } from '#server/embedded/cluster.ts';
import { makeFileStore } from '#server/files.ts';
import { migrate } from '#server/migrate.ts';
import { type DatabaseUrls, ensureRoles } from '#server/roles.ts';
import { anAccount, aSession, aUnit } from '#test/factories.ts';
import { pageRows } from '#web/ui/table/page-rows.ts';
import { type BenchRow, percentile } from './bench-row.ts';
import { drive, type Request, type Timing } from './plan-list/clients.ts';
import { makeBigPlan } from './plan-list/data.ts';
import { startServer } from './plan-list/start-server.ts';

export const title = 'Danh sách kế hoạch: 20.000 nhiệm vụ, 60.000 sản phẩm, 16 người cùng xem';

const tasks = 20_000;
const clients = 16;
const roundMs = 2_500;
const rounds = 8;

interface Ready {
  readonly urls: DatabaseUrls;
  readonly unitId: UnitId;
  readonly planId: Id;
  readonly leadKey: string;
  readonly cookie: string;
  readonly authSecret: string;
}

/** Measures the list of a very large plan through HTTP, what the rights cost in it, and how it searches. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-list-'));
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const cluster = await startCluster({
    dataDir,
    secretsDir: join(dataDir, 'secrets'),
    settings: ["shared_buffers = '512MB'", 'max_connections = 100'],
  });
  const servers: ChildProcess[] = [];
  try {
    const ready = await prepare(cluster.url('postgres'), dataDir);
    const task = { workerUrl: ready.urls.worker, authUrl: ready.urls.auth, dataDir, ...ready };
    const held = await startServer(servers, { ...task, appUrl: ready.urls.app });
    const free = await startServer(servers, { ...task, appUrl: ready.urls.owner });
    const list = `/plans/${ready.planId}/tasks`;
    const asOfficer = (queries: readonly Query[]) =>
      drive(clients, roundMs, { cookie: ready.cookie }, pick(`${held}/api${list}`, queries));
    const asNobody = (queries: readonly Query[]) => drive(clients, roundMs, {}, pick(`${free}/bench${list}`, queries));
    const queries = queriesOf(ready.leadKey);
    await asOfficer(queries);
    await asNobody(queries);
    const mixed: Timing[] = [];
    const withRights: Timing[] = [];
    const without: Timing[] = [];
    for (let round = 0; round < rounds; round++) {
      withRights.push(...(await asOfficer(queries.slice(0, 1))));
      without.push(...(await asNobody(queries.slice(0, 1))));
      mixed.push(...(await asOfficer(queries)));
    }
    return [...listRows(mixed, withRights), rightsRow(withRights, without), await searchRow(ready)];
  } finally {
    for (const server of servers) server.kill('SIGTERM');
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export async function prepare(ownerUrl: string, dataDir: string): Promise<Ready> {
  const { roles, urls } = await ensureRoles(ownerUrl, 'lien_mach_bench', join(dataDir, 'secrets'));
  await migrate(ownerUrl, roles);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const authSecret = randomBytes(32).toString('base64url');
  const services = {
    config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
    clock: systemClock,
    demoClock: undefined,
    files: makeFileStore(dataDir),
    authUrl: urls.auth,
    authSecret,
    appPool: makePool(urls.app, 4, () => undefined),
    workerPool: makePool(urls.worker, 1, () => undefined),
  };
  try {
    const unit = await aUnit(owner, { code: 'xa-lon', name: 'xã Lớn' });
    const other = await aUnit(owner, { code: 'xa-ben', name: 'xã Bên' });
    const account = await anAccount(owner, unit.id, { username: 'cong.chuc', roles: ['officer'] });
    const cookie = await aSession(owner, account.id, authSecret);
    const planId = await makeBigPlan(services, unit.id, tasks);
    await makeBigPlan(services, other.id, tasks / 4);
    await owner.query('vacuum analyze');
    const { rows } = await owner.query<{ key: string }>(
      `select h.key from plan_role r join plan_holder h on h.unit_id = r.unit_id and h.words = r.words
       where r.unit_id = $1 and r.role = 'lead' group by h.key order by count(*) limit 1`,
      [unit.id],
    );
    return { urls, unitId: unit.id, planId, leadKey: rows[0]?.key ?? '', cookie, authSecret };
  } finally {
    await Promise.all([owner.end(), services.appPool.end(), services.workerPool.end()]);
  }
}

interface Query {
  readonly kind: string;
  readonly of: (random: number) => string;
}

/** What an officer does with the list. */
function queriesOf(leadKey: string): readonly Query[] {
  const words = ['tuyên truyền', 'tu phap', 'báo cáo kết quả', 'cong chuc van hoa', 'thôn đông', 'bến cá'];
  const fields = ['the-che', 'thu-tuc', 'bo-may', 'cong-vu', 'tai-chinh', 'chinh-quyen-so', 'dieu-hanh'];
  const one = (list: readonly string[], random: number) => encodeURIComponent(list[random % list.length] ?? '');
  return [
    { kind: 'trang đầu', of: () => '' },
    { kind: 'trang giữa', of: (random) => `?page=${(random % 800) + 1}` },
    { kind: 'theo lĩnh vực', of: (random) => `?field=${one(fields, random)}` },
    { kind: 'theo chủ trì', of: () => `?lead=${encodeURIComponent(leadKey)}` },
    { kind: 'tìm không dấu', of: (random) => `?q=${one(words, random)}%20so%20${random % 1_009}` },
    { kind: 'theo tháng hạn', of: (random) => `?due=m${(random % 12) + 1}` },
    { kind: 'xếp theo hạn', of: () => '?sort=due' },
    { kind: 'xếp theo nội dung', of: () => '?sort=content' },
  ];
}

function pick(address: string, queries: readonly Query[]): (client: number, nth: number) => Request {
  return (client, nth) => {
    const query = queries[(client + nth) % queries.length] as Query;
    const asked = query.of(client * 7_919 + nth * 104_729).replace('?', '&');
    return { kind: query.kind, url: `${address}?size=${pageRows}${asked}` };
  };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const times = (timings: readonly Timing[]) => timings.map((one) => one.ms);

function listRows(mixed: readonly Timing[], first: readonly Timing[]): BenchRow[] {
  const told = (name: string, timings: readonly Timing[]): BenchRow => {
    const p95 = percentile(times(timings), 0.95);
    const perSecond = Math.round(timings.length / ((roundMs * rounds) / 1_000));
    const measured = `p50 ${ms(percentile(times(timings), 0.5))}, p95 ${ms(p95)} (${perSecond}/giây)`;
    return { name, asked: 'p95 ≤ 40 ms', measured, pass: p95 <= 40 };
  };
  const kinds = Map.groupBy(mixed, (one) => one.kind);
  return [
    told('trang đầu, 16 người', first),
    told('mọi cách lọc và xếp, 16 người', mixed),
    ...[...kinds].map(([kind, timings]) => told(`– trong đó ${kind}`, timings)),
  ];
}

function rightsRow(withRights: readonly Timing[], without: readonly Timing[]): BenchRow {
  const [held, free] = [percentile(times(withRights), 0.95), percentile(times(without), 0.95)];
  const cost = (held / free - 1) * 100;
  return {
    name: 'giá của phân quyền và bảo mật theo dòng trong p95',
    asked: '≤ 10 %',
    measured: `${cost.toFixed(1)} % (${ms(held)} so với ${ms(free)})`,
    pass: cost <= 10,
  };
}

async function searchRow(ready: Ready): Promise<BenchRow> {
  const client = new pg.Client({ connectionString: ready.urls.app });
  await client.connect();
  try {
    await client.query(`begin; set local app.unit_id = '${ready.unitId}'`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain analyze select count(*) from plan_task where unit_id = $1 and fold like '%to dan pho so 777%'`,
      [ready.unitId],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    const took = /Execution Time: ([\d.]+) ms/.exec(plan)?.[1] ?? '?';
    const indexed = plan.includes('plan_task_by_words');
    return {
      name: 'tìm không dấu dùng chỉ mục với vai trò của ứng dụng',
      asked: 'dùng plan_task_by_words',
      measured: indexed ? `có, ${took} ms` : `không, ${took} ms`,
      pass: indexed,
    };
  } finally {
    await client.end();
  }
}
