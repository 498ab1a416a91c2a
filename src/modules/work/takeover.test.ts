import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aUnit, type TestUnit } from '#test/factories.ts';
import {
  aDuty,
  anObligation,
  anOffice,
  aPlanInForce,
  aPost,
  aWorkTask,
  countsThatDiffer,
  type TestOffice,
} from '#test/work-factories.ts';
import { reopenWork } from './contract/acts.ts';
import { getObligation, getWorkTask, listObligations } from './contract/reads.ts';
import { askTakeover, listTakeovers } from './contract/takeovers.ts';

let t: TestApp;
let stop: () => Promise<void>;
/** The successor, and the unit that was merged into it on 01/03/2022. */
let office: TestOffice;
let former: TestOffice;
let old: TestUnit;
/** What the old unit had to do. */
let judicial: { id: Id; taskId: Id };
let lonely: { id: Id; taskId: Id };
let done: { id: Id; taskId: Id };
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  old = await aUnit(t.owner, { code: 'xa-thu-cu', name: 'xã Thử Cũ', shortName: 'Thử Cũ' });
  former = await anOffice(t, old);
  await succeeds(t.unit, true);
  await aDuty(t.owner, t.unit.id, 'tu-phap', 'Tư pháp', office.posts.officer);
  await aDuty(t.owner, old.id, 'tu-phap', 'Tư pháp', former.posts.officer);
  const planId = await aPlanInForce(t.owner, old.id, 2022);
  judicial = await anObligation(t.owner, old.id, {
    taskId: await aWorkTask(t.owner, old.id, {
      content: 'Phổ biến pháp luật',
      planId,
      positionId: former.posts.officer,
    }),
    title: 'Báo cáo phổ biến pháp luật',
    due: '2022-04-29',
    positionId: former.posts.officer,
    stage: 'submitted',
    submitted: { by: former.officer.personId, approverId: former.posts.chair },
  });
  await t.owner.query(
    `insert into obligation_act (unit_id, id, obligation_id, act, from_stage, to_stage, day, at, by_name, reason)
     values ($1, gen_random_uuid(), $2, 'hand-in', 'open', 'submitted', '2022-02-20', '2022-02-20T08:00:00+07:00', $3, null)`,
    [old.id, judicial.id, former.officer.name],
  );
  const post = await aPost(t.owner, old.id, { title: 'Công chức chỉ có ở xã cũ' });
  lonely = await anObligation(t.owner, old.id, {
    content: 'Việc riêng của xã cũ',
    positionId: post,
    due: '2022-03-01',
  });
  done = await anObligation(t.owner, old.id, { content: 'Việc đã xong', stage: 'accepted' });
  await t.owner.query(`update work_task set closed = true where unit_id = $1 and id = $2`, [old.id, done.taskId]);
  const child = await aWorkTask(t.owner, old.id, { content: 'Việc con', parentId: lonely.taskId });
  await anObligation(t.owner, old.id, { taskId: child, title: 'Sản phẩm việc con', positionId: former.posts.focal });
  stop = await t.startJobs();
});
afterAll(async () => {
  await stop();
  await t.close();
});

async function succeeds(successor: TestUnit, heir: boolean, day = '2022-03-01'): Promise<void> {
  await t.owner.query(
    `insert into unit_succession (predecessor_id, successor_id, kind, heir, day, citation)
     values ($1, $2, 'merge', $3, $4, 'Nghị quyết thử nghiệm số 1')`,
    [old.id, successor.id, heir, day],
  );
}

const ask = (as: Parameters<TestApp['call']>[2] = { as: office.focal }, key?: string) =>
  t.call(askTakeover, { params: { predecessorId: old.id as string as Id }, body: {} }, { ...as, ...(key && { key }) });
const takeovers = async () => (await t.call(listTakeovers, {}, { as: office.focal })).body.rows;
async function untilDone() {
  for (let waited = 0; waited < 20_000; waited += 100) {
    const [row] = await takeovers();
    if (row?.state === 'done') return row;
    await sleep(100);
  }
  throw new Error('the work was not taken over');
}
const rowsOf = async (unit: TestUnit, id: Id) =>
  (
    await t.owner.query<{ stage: string; position_id: Id | null; version: number }>(
      `select stage, position_id, version from obligation where unit_id = $1 and id = $2`,
      [unit.id, id],
    )
  ).rows[0];

describe('who may take over', () => {
  test('is the focal point or the administrator of the heir, from the day on', async () => {
    expect((await ask({ as: 'officer' })).status).toBe(403);
    expect((await ask({ as: 'chair' })).status).toBe(403);
    const other = await t.account('focal', t.otherUnit);
    expect((await ask({ as: other })).status).toBe(404);
    await succeeds(t.otherUnit, false);
    expect((await ask({ as: other })).error?.code).toBe('takeover-not-heir');
    const listed = await t.call(listTakeovers, {}, { as: other });
    expect(listed.body.rows).toMatchObject([{ name: 'xã Thử Cũ', state: 'open' }]);
    expect(listed.body.rows[0]?.why).toContain('kế thừa');
    t.clock.set('2022-02-28T09:00:00+07:00');
    expect((await ask()).error?.code).toBe('takeover-too-early');
    t.clock.set('2022-03-15T09:00:00+07:00');
  });

  test('and nobody else gets anything, whatever event comes', async () => {
    await t.owner.query(
      `insert into outbox (unit_id, id, topic, payload, at) values ($1, gen_random_uuid(), 'takeover.asked', $2, now())`,
      [t.otherUnit.id, JSON.stringify({ atUnit: old.id, successorId: t.otherUnit.id })],
    );
    await sleep(1_500);
    expect((await rowsOf(old, judicial.id))?.stage).toBe('submitted');
    const { rows } = await t.owner.query(`select 1 from work_handover`);
    expect(rows).toEqual([]);
  });
});

describe('taking over', () => {
  test('moves what is open, to the post of the duty or to nobody, once', async () => {
    const key = crypto.randomUUID();
    expect((await ask({ as: office.focal }, key)).body).toEqual({ state: 'asked' });
    expect((await ask({ as: office.focal }, key)).body).toEqual({ state: 'asked' });
    expect(await untilDone()).toMatchObject({ tasks: 3, obligations: 3, withoutPost: 1, why: null });
    expect(await rowsOf(t.unit, judicial.id)).toMatchObject({ stage: 'started', position_id: office.posts.officer });
    expect(await rowsOf(t.unit, lonely.id)).toMatchObject({ stage: 'open', position_id: null });
    expect(await rowsOf(t.unit, done.id)).toBeUndefined();
    const empty = await t.call(listObligations, { query: { empty: 'yes' } }, { as: office.chair });
    expect(empty.body.rows.map((row) => row.id)).toContain(lonely.id);
    const { rows } = await t.owner.query<{ parent_id: Id }>(
      `select parent_id from work_task where unit_id = $1 and content = 'Việc con'`,
      [t.unit.id],
    );
    expect(rows[0]?.parent_id).toBe(lonely.taskId);
  });

  test('ends it in the old unit, readable under both names, and nobody opens it there again', async () => {
    const here = (await t.call(getWorkTask, { params: { taskId: judicial.taskId } }, { as: office.focal })).body;
    expect(here.movedFrom).toMatchObject({ name: 'xã Thử Cũ', on: '2022-03-01' });
    expect(here.movedFrom?.history.map((one) => [one.by, one.words, one.at])).toEqual([
      [former.officer.name, 'nộp sản phẩm', '2022-02-20T01:00:00.000Z'],
    ]);
    expect(here.sourceWords).toContain('xã Thử Cũ: Kế hoạch thử nghiệm năm 2022');
    const there = (await t.call(getWorkTask, { params: { taskId: judicial.taskId } }, { as: former.focal })).body;
    expect(there.movedTo).toMatchObject({ name: 'xã Thử Nghiệm', on: '2022-03-15' });
    expect(there.droppedBy).toContain('Chuyển sang xã Thử Nghiệm từ ngày 01/03/2022');
    const page = (await t.call(getObligation, { params: { obligationId: judicial.id } }, { as: former.focal })).body;
    expect(page.obligation.state).toBe('void');
    expect(page.submissions[0]?.state).toBe('withdrawn');
    expect(page.timeline[0]?.words).toContain('chuyển sang đơn vị kế tục');
    expect(page.acts.find(({ act }) => act === 'reopen')?.why).toContain('đơn vị kế tục');
    const reopened = await t.call(
      reopenWork,
      { params: { obligationId: judicial.id }, body: { version: page.obligation.version, reason: 'Muốn làm ở xã cũ' } },
      { as: former.focal },
    );
    expect(reopened.error?.code).toBe('work-moved');
  });

  test('counts everything once, in both units', async () => {
    expect(await countsThatDiffer(t)).toEqual([]);
    expect(await countsThatDiffer({ ...t, unit: old })).toEqual([]);
    const { rows } = await t.owner.query<{ n: number }>(
      `select count(*)::integer as n from obligation where live and id = any($1)`,
      [[judicial.id, lonely.id]],
    );
    expect(rows[0]?.n).toBe(2);
  });

  test('asked again takes only what has become open since', async () => {
    const before = await rowsOf(t.unit, judicial.id);
    const later = await anObligation(t.owner, old.id, { content: 'Việc nhập muộn', positionId: former.posts.officer });
    await ask();
    expect(await untilDone()).toMatchObject({ tasks: 4, obligations: 4, withoutPost: 1 });
    expect(await rowsOf(t.unit, later.id)).toMatchObject({ position_id: office.posts.officer });
    expect(await rowsOf(t.unit, judicial.id)).toEqual(before);
  });

  test('tells who got work, and the chair what is nobody’s', async () => {
    const { rows } = await t.owner.query<{ kind: string; account_id: Id }>(
      `select n.kind, r.account_id from notification n join notification_recipient r on r.unit_id = n.unit_id
         and r.notification_id = n.id where n.unit_id = $1 and n.kind like 'work.%'`,
      [t.unit.id],
    );
    expect(rows).toContainEqual({ kind: 'work.assigned-many', account_id: office.officer.id });
    expect(rows).toContainEqual({ kind: 'work.taken-over', account_id: office.chair.id });
  });

  test('leaves who did what in the logs of both', async () => {
    const { rows } = await t.owner.query<{ unit_id: string; action: string }>(
      `select distinct unit_id, action from log_entry where action in ('work-takeover.asked', 'work-task.moved',
         'obligation.moved', 'work-task.taken-over', 'work-takeover.done')`,
    );
    const of = (unit: TestUnit) => rows.filter((row) => row.unit_id === unit.id).map((row) => row.action);
    expect(of(old).sort()).toEqual(['obligation.moved', 'work-task.moved']);
    expect(of(t.unit).sort()).toEqual(['work-takeover.asked', 'work-takeover.done', 'work-task.taken-over']);
  });
});
