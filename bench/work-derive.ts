import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { UnitId } from '#kernel/brands.ts';
import { addDays, type PlainDate, plainDate } from '#kernel/plain-date.ts';
import { deriveStates } from '#modules/work/sync/derive.ts';
import { syncPlan } from '#modules/work/sync/sync-plan.ts';
import { readConfig } from '#server/config.ts';
import { makePool } from '#server/db.ts';
import { startCluster } from '#server/embedded/cluster.ts';
import { makeFileStore } from '#server/files.ts';
import { longWorkOf, runInUnit } from '#server/jobs.ts';
import { migrate } from '#server/migrate.ts';
import type { LongWork, Services } from '#server/module.ts';
import { ensureRoles } from '#server/roles.ts';
import { aUnit } from '#test/factories.ts';
import type { BenchRow } from './bench-row.ts';
import { makeBigPlan } from './plan-list/data.ts';
import { makeBigWork } from './work/data.ts';

export const title = 'Trạng thái của 200.000 sản phẩm đến hạn mỗi đêm; đưa kế hoạch 20.000 nhiệm vụ vào theo dõi';

const tasks = Number(process.env['BENCH_TASKS'] ?? 20_000);
const obligations = tasks * 10;
const begin = plainDate(2022, 10, 3);
const mostMs = 5_000;
const mostBatchMs = 3_000;

/** Derives all states of a very large unit for new days, and takes up a plan as large, on a cluster of its own. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-derive-'));
  const secretsDir = join(dataDir, 'secrets');
  const cluster = await startCluster({ dataDir, secretsDir, settings: ["shared_buffers = '512MB'"] });
  const { roles, urls } = await ensureRoles(cluster.url('postgres'), 'lien_mach_bench', secretsDir);
  await migrate(urls.owner, roles);
  const owner = new pg.Pool({ connectionString: urls.owner, max: 2 });
  const appPool = makePool(urls.app, 4, () => undefined);
  const servicesOn = (day: PlainDate): Services => ({
    config: readConfig({}),
    clock: { now: () => Date.parse(`${day}T00:00:05+07:00`), today: () => day },
    demoClock: undefined,
    files: makeFileStore(join(dataDir, 'files')),
    authUrl: urls.auth,
    authSecret: '',
    appPool,
    workerPool: appPool,
  });
  try {
    const unit = await aUnit(owner, { code: 'xa-lon', name: 'xã Lớn' });
    await makeBigWork(owner, unit.id, { tasks, obligations, posts: 20, today: begin });
    const planned = await aUnit(owner, { code: 'xa-ke-hoach', name: 'xã Kế Hoạch' });
    return [...(await deriving(owner, servicesOn, unit.id)), ...(await takingUp(servicesOn(begin), planned.id))];
  } finally {
    await Promise.all([owner.end(), appPool.end()]);
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

type ServicesOn = (day: PlainDate) => Services;

async function deriving(owner: pg.Pool, servicesOn: ServicesOn, unitId: UnitId): Promise<BenchRow[]> {
  const derive = (day: PlainDate) =>
    timed(() => runInUnit(servicesOn(day), { unitId, actor: 'bench' }, (ctx) => deriveStates(ctx)));
  const nights: number[] = [];
  for (let night = 1; night <= 5; night++) nights.push(await derive(addDays(begin, night)));
  const changed = await changedBy(owner, unitId);
  const away = await derive(addDays(begin, 60));
  const ofAway = await changedBy(owner, unitId);
  await proveCounts(owner, unitId);
  const row = (name: string, ms: number, n: number): BenchRow => ({
    name: `${name}, ${obligations} sản phẩm`,
    asked: `≤ ${mostMs / 1_000} s`,
    measured: `${(ms / 1_000).toFixed(2)} s (${n} trạng thái đổi)`,
    pass: ms <= mostMs,
  });
  return [
    row('Sang ngày mới, đêm chậm nhất trong 5', Math.max(...nights), changed),
    row('Sau 2 tháng máy tắt', away, ofAway),
  ];
}

async function changedBy(owner: pg.Pool, unitId: UnitId): Promise<number> {
  const { rows } = await owner.query<{ changed: number }>('select changed from work_day where unit_id = $1', [unitId]);
  return rows[0]?.changed ?? 0;
}

/** A fast derivation that counts wrongly would be worth nothing. */
async function proveCounts(owner: pg.Pool, unitId: UnitId): Promise<void> {
  const { rows } = await owner.query(
    `select state from obligation where unit_id = $1 group by state
     having count(*) <> (select sum(n) from work_count c where c.unit_id = $1 and c.state = obligation.state)`,
    [unitId],
  );
  if (rows.length > 0) throw new Error('the counts by state are not those of the obligations');
}

async function takingUp(services: Services, unitId: UnitId): Promise<BenchRow[]> {
  const planId = await makeBigPlan(services, unitId, tasks);
  const work = longWorkOf(services, 'bench', { unitId, key: 'bench', payload: {} });
  const batches: number[] = [];
  const watched: LongWork = {
    ...work,
    act: async (name, act) => {
      batches.push(await timed(() => work.act(name, act)));
    },
  };
  const first = await timed(() => syncPlan(watched, planId));
  const longest = Math.max(...batches);
  const again = await timed(() => syncPlan(work, planId));
  const made = await work.read((ctx) =>
    ctx.db
      .selectFrom('obligation')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('unit_id', '=', unitId)
      .executeTakeFirstOrThrow(),
  );
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  return [
    {
      name: `Đưa ${tasks} nhiệm vụ của kế hoạch vào theo dõi, giao dịch dài nhất`,
      asked: `≤ ${mostBatchMs / 1_000} s`,
      measured: `${(longest / 1_000).toFixed(2)} s; cả thảy ${seconds(first)} cho ${made.n} sản phẩm, lần sau không đổi gì ${seconds(again)}`,
      pass: longest <= mostBatchMs,
    },
  ];
}
