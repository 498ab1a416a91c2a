import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { longWorkOf, runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { acceptedPlan, smallPlan } from '#test/plan-acts.ts';
import { anEvidence, anOffice, countsThatDiffer, type TestOffice } from '#test/work-factories.ts';
import { handInMany, withdrawHandIn } from './contract/acts.ts';
import { deriveStates } from './sync/derive.ts';
import { routeAgain } from './sync/route-again.ts';
import { syncPlan } from './sync/sync-plan.ts';

let t: TestApp;
let office: TestOffice;
let planId: Id;
let evidenceId: Id;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  evidenceId = await anEvidence(t.owner, t.unit.id, { signed: true });
  const stop = await t.startJobs();
  const file = smallPlan('khoa.txt', [
    { content: 'Rà soát văn bản do xã ban hành', due: 'Tháng 4 năm 2022', output: 'Kế hoạch rà soát' },
    { content: 'Tuyên truyền, phổ biến pháp luật', due: 'Trước ngày 15/12/2022', output: 'Văn bản tuyên truyền' },
    { content: 'Xử lý vướng mắc về thể chế', due: 'Định kỳ hằng quý', output: 'Báo cáo kết quả thực hiện' },
  ]);
  planId = (await acceptedPlan(t, file)).planId;
  for (let waited = 0; (await obligations()).length < 6; waited += 50) {
    if (waited > 20_000) throw new Error('the plan was not taken up');
    await sleep(50);
  }
  await stop();
});
afterAll(() => t.close());

interface Row {
  readonly id: Id;
  readonly task_id: Id;
  readonly version: number;
  readonly stage: string;
}
const obligations = async () =>
  (
    await t.owner.query<Row>(
      'select id, task_id, version, stage from obligation where unit_id = $1 order by task_id, id',
      [t.unit.id],
    )
  ).rows;
const sync = () => syncPlan(longWorkOf(t.services, 'test', { unitId: t.unit.id, key: 'test', payload: {} }), planId);
const inUnit = (work: Parameters<typeof runInUnit>[2]) =>
  runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, work);

/** Resolves when somebody waits for a lock that another holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    const { rows } = await t.owner.query('select 1 from pg_locks where not granted limit 1');
    if (rows.length > 0) return;
    await sleep(20);
  }
  throw new Error('nobody waits');
}

test('taking up waits for an act with nothing of its tasks held, so that neither waits in a circle', async () => {
  const [one] = await obligations();
  const client = await t.owner.connect();
  try {
    await client.query('begin');
    await client.query('select from work_task where id = $1 for update', [one?.task_id]);
    const syncing = sync();
    await untilSomebodyWaits();
    await client.query(`set local lock_timeout = '3s'`);
    await client.query('select from obligation where id = $1 for update', [one?.id]);
    await client.query('commit');
    await expect(syncing).resolves.toBeUndefined();
  } finally {
    client.release();
  }
});

test('acts on many and all jobs go on beside each other, and everything is counted', async () => {
  await t.owner.query('update obligation set position_id = $2 where unit_id = $1', [t.unit.id, office.posts.officer]);
  await t.owner.query(`update work_task set assigned = true, position_id = $2 where unit_id = $1`, [
    t.unit.id,
    office.posts.officer,
  ]);
  await inUnit(deriveStates);
  const acting = async () => {
    for (let round = 0; round < 8; round += 1) {
      const before = await obligations();
      const items = before.map(({ id, version }) => ({ id, version })).reverse();
      const handed = await t.call(handInMany, { body: { evidenceIds: [evidenceId], items } }, { as: office.officer });
      expect(handed.error).toBeUndefined();
      for (const { id, version } of handed.body.done) {
        const body = { version, reason: 'Nộp thử rồi rút lại' };
        const withdrawn = await t.call(withdrawHandIn, { params: { obligationId: id }, body }, { as: office.officer });
        expect([undefined, 'stale-version']).toContain(withdrawn.error?.code);
      }
    }
  };
  const working = async () => {
    for (let round = 0; round < 8; round += 1) {
      const weight = 1 + (round % 3);
      await t.owner.query(
        `with s as (select id from work_task where unit_id = $1 order by id for update)
         update work_task w set weight = $2, content = content || '.' from s where w.unit_id = $1 and w.id = s.id`,
        [t.unit.id, weight],
      );
      await sync();
      await t.owner.query(
        `with s as (select id from obligation where unit_id = $1 and stage <> 'submitted' order by task_id, id for update)
         update obligation o set state = 'doing' from s where o.unit_id = $1 and o.id = s.id`,
        [t.unit.id],
      );
      await Promise.all([inUnit(deriveStates), inUnit(routeAgain)]);
    }
  };
  await Promise.all([acting(), working()]);
  await inUnit(deriveStates);
  expect(await countsThatDiffer(t)).toEqual([]);
});
