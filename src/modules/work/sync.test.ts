import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { setCalendarDay } from '#modules/calendar/contract.ts';
import { createPosition } from '#modules/org/contract/positions.ts';
import { createTask, issueDraft, removeTask, startDraft, updateTask } from '#modules/plan/contract/drafting.ts';
import { getPlan } from '#modules/plan/contract/plans.ts';
import { longWorkOf } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aPerson } from '#test/factories.ts';
import { acceptedPlan, smallPlan } from '#test/plan-acts.ts';
import { syncPlan } from './sync/sync-plan.ts';

let t: TestApp;
let stopJobs: () => Promise<void>;
let planId: Id;

interface Row {
  readonly id: Id;
  readonly task_id: Id;
  readonly content: string;
  readonly title: string;
  readonly period: string;
  readonly due: PlainDate | null;
  readonly stage: string;
  readonly state: string;
  readonly position_id: Id | null;
  readonly stage_reason: string | null;
}

async function obligations(): Promise<readonly Row[]> {
  const { rows } = await t.owner.query<Row>(
    `select o.id, o.task_id, w.content, o.title, o.period, o.due, o.stage, o.state, o.position_id, o.stage_reason
     from obligation o join work_task w on w.unit_id = o.unit_id and w.id = o.task_id
     where o.unit_id = $1 order by w.content, o.due, o.title`,
    [t.unit.id],
  );
  return rows;
}

async function until(what: string, holds: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> {
  for (let waited = 0; waited < 200; waited++) {
    const rows = await obligations();
    if (holds(rows)) return rows;
    await sleep(50);
  }
  throw new Error(`${what} did not come about: ${JSON.stringify(await obligations())}`);
}

async function journal(obligationId: Id) {
  const { rows } = await t.owner.query(
    `select act, from_stage, to_stage, due_before, due_after, reason from obligation_act
     where unit_id = $1 and obligation_id = $2 order by at, id`,
    [t.unit.id, obligationId],
  );
  return rows;
}

/** Each state with its obligations, its count, and whether stored states are those of the day. */
async function counts() {
  const { rows } = await t.owner.query<{ state: string; n: number; counted: number }>(
    `select o.state, count(*)::integer as n,
       (select coalesce(sum(c.n), 0)::integer from work_count c where c.unit_id = $1 and c.state = o.state) as counted
     from obligation o where o.unit_id = $1 group by o.state order by o.state`,
    [t.unit.id],
  );
  return rows;
}

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  const file = smallPlan('viec.txt', [
    { content: 'Rà soát văn bản do xã ban hành', due: 'Tháng 4 năm 2022', output: 'Kế hoạch rà soát' },
    { content: 'Tuyên truyền, phổ biến pháp luật', due: 'Trước ngày 15/12/2022', output: 'Văn bản tuyên truyền' },
    { content: 'Xử lý vướng mắc về thể chế', due: 'Định kỳ hằng quý', output: 'Báo cáo kết quả thực hiện' },
  ]);
  planId = (await acceptedPlan(t, file)).planId;
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

test('an accepted plan is taken up by itself, with what is due and in which state', async () => {
  const rows = await until('taking up', (found) => found.length === 6);
  expect(rows.map(({ period, due, state }) => [period, due, state])).toEqual([
    ['', '2022-04-29', 'in-time'],
    ['', '2022-12-14', 'in-time'],
    ['2022-Q1', '2022-03-31', 'in-time'],
    ['2022-Q2', '2022-06-30', 'in-time'],
    ['2022-Q3', '2022-09-30', 'in-time'],
    ['2022-Q4', '2022-12-30', 'in-time'],
  ]);
  expect(await journal(rows[0]?.id as Id)).toMatchObject([{ act: 'take-up', due_after: '2022-04-29' }]);
  expect(await counts()).toEqual([{ state: 'in-time', n: 6, counted: 6 }]);
});

test('a post that is made later takes over the work, and the journal says so', async () => {
  expect((await obligations()).map((row) => row.position_id)).toEqual(Array(6).fill(null));
  const since = { validFrom: '2020-01-01' as PlainDate, validTo: null };
  const post = await t.call(
    createPosition,
    { body: { title: 'Công chức Tư pháp – Hộ tịch', departmentId: null, seats: 1, leader: false, ...since } },
    { as: 'admin' },
  );
  expect(post.error).toBeUndefined();
  const rows = await until('the post', (found) => found.every((row) => row.position_id === post.body.id));
  expect((await journal(rows[0]?.id as Id)).map(({ act }) => act)).toEqual(['take-up', 'reassign']);
  expect(await counts()).toEqual([{ state: 'in-time', n: 6, counted: 6 }]);
});

test('who was assigned by hand keeps the work, whatever the plan says of its lead', async () => {
  const person = await aPerson(t.owner, t.unit.id);
  const [one] = await obligations();
  const former = one?.position_id ?? null;
  const assign = (assigned: boolean, personId: Id | null, positionId: Id | null) =>
    t.owner.query('update work_task set assigned = $2, person_id = $3, position_id = $4 where id = $1', [
      ...[one?.task_id, assigned, personId, positionId],
    ]);
  const sync = () => syncPlan(longWorkOf(t.services, 'test', { unitId: t.unit.id, key: 'test', payload: {} }), planId);
  const bearer = async () => {
    const sql = 'select position_id, person_id from obligation where id = $1';
    return (await t.owner.query(sql, [one?.id])).rows[0];
  };
  await assign(true, person, null);
  await sync();
  expect(await bearer()).toEqual({ position_id: null, person_id: person });
  await assign(false, null, null);
  await sync();
  expect(await bearer()).toEqual({ position_id: former, person_id: null });
  expect(await counts()).toEqual([{ state: 'in-time', n: 6, counted: 6 }]);
});

test('a day off that is announced later moves open days, and both days are kept', async () => {
  await t.owner.query(`update obligation set stage = 'accepted', done_on = '2022-03-10', state = 'done-in-time'
    where period = '2022-Q1'`);
  for (const text of ['2022-03-31', '2022-04-29']) {
    const entered = await t.call(
      setCalendarDay,
      {
        body: {
          day: text as PlainDate,
          kind: 'special',
          name: 'Nghỉ theo quyết định của xã',
          citation: 'Quyết định 9/QĐ-UBND',
          reason: 'Ngày hội của xã',
          version: 0,
        },
      },
      { as: 'admin' },
    );
    expect(entered.error).toBeUndefined();
  }
  const rows = await until('the new day', (found) => found[0]?.due === '2022-04-28');
  expect(await journal(rows[0]?.id as Id)).toContainEqual({
    act: 're-date',
    from_stage: 'open',
    to_stage: 'open',
    due_before: '2022-04-29',
    due_after: '2022-04-28',
    reason: null,
  });
  expect(rows.find((row) => row.period === '2022-Q1')).toMatchObject({ due: '2022-03-31', stage: 'accepted' });
});

test('a new version adds, moves and ends, and leaves what was accepted', async () => {
  const focal = { as: 'focal' as const };
  const params = { planId };
  const plan = await t.call(getPlan, { params }, focal);
  let { revision } = (await t.call(startDraft, { params, body: { revision: plan.body.revision } }, focal)).body;
  const before = await obligations();
  const taskOf = (words: string) => before.find((row) => row.content.startsWith(words))?.task_id as Id;
  await t.owner.query(`update obligation set stage = 'started' where task_id = $1`, [taskOf('Rà soát')]);
  await t.owner.query(
    `with handed as (update obligation set stage = 'submitted', state = 'submitted' where task_id = $1
       returning unit_id, id, due),
     asked as (insert into extension_request (unit_id, id, obligation_id, due_now, due_asked, reason, state, asked_at,
         asked_by_name)
       select unit_id, gen_random_uuid(), id, due, due + 7, 'cần thêm thời gian', 'asked', now(), 'Người thử' from handed)
     insert into submission (unit_id, id, obligation_id, number, kind, state, submitted_on)
     select unit_id, gen_random_uuid(), id, 1, 'evidence', 'submitted', '2022-03-15' from handed`,
    [taskOf('Tuyên truyền')],
  );
  const form = (content: string, output: string, dueText: string) => ({
    fieldCode: 'the-che',
    content,
    ours: true,
    outputs: [{ text: output, dueText }],
    leads: ['Công chức Tư pháp - Hộ tịch'],
    coordinators: [],
    dueText: '',
  });
  const moved = await t.call(
    updateTask,
    {
      params: { planId, taskId: taskOf('Rà soát') },
      body: { revision, task: form('Rà soát văn bản do xã ban hành', 'Kế hoạch rà soát', 'Quý III') },
    },
    focal,
  );
  expect(moved.error).toBeUndefined();
  revision = moved.body.revision;
  for (const words of ['Tuyên truyền', 'Xử lý']) {
    const gone = await t.call(removeTask, { params: { planId, taskId: taskOf(words) }, query: { revision } }, focal);
    expect(gone.error).toBeUndefined();
    revision = gone.body.revision;
  }
  const added = await t.call(
    createTask,
    { params, body: { revision, task: form('Số hóa hồ sơ', 'Hồ sơ số', 'Tháng 11') } },
    focal,
  );
  revision = added.body.revision;
  const decision = { number: '3/QĐ-UBND', date: '2022-03-14' as PlainDate };
  expect((await t.call(issueDraft, { params, body: { revision, decision } }, focal)).error).toBeUndefined();

  const rows = await until('version 2', (found) =>
    found.some((row) => row.content === 'Số hóa hồ sơ' && row.due !== null),
  );
  await until('the end', (found) => found.filter((row) => row.stage === 'void').length === 4);
  const because = 'theo phiên bản 2 của kế hoạch (Quyết định số 3/QĐ-UBND ngày 14/03/2022)';
  const after = await obligations();
  expect(after.map(({ content, period, due, stage }) => [content.slice(0, 7), period, due, stage])).toEqual([
    ['Rà soát', '', '2022-09-30', 'started'],
    ['Số hóa ', '', '2022-11-30', 'open'],
    ['Tuyên t', '', '2022-12-14', 'void'],
    ['Xử lý v', '2022-Q1', '2022-03-31', 'accepted'],
    ['Xử lý v', '2022-Q2', '2022-06-30', 'void'],
    ['Xử lý v', '2022-Q3', '2022-09-30', 'void'],
    ['Xử lý v', '2022-Q4', '2022-12-30', 'void'],
  ]);
  expect(rows.find((row) => row.content.startsWith('Rà soát'))?.id).toBe(before[0]?.id);
  expect(after[2]?.stage_reason).toBe(because);
  const { rows: waiting } = await t.owner.query(
    `select state, decision_reason from submission where obligation_id = $1
     union all select state, decision_reason from extension_request where obligation_id = $1`,
    [after[2]?.id],
  );
  expect(waiting).toEqual(Array(2).fill({ state: 'withdrawn', decision_reason: because }));
  expect((await journal(after[0]?.id as Id)).at(-1)).toMatchObject({
    act: 'follow-plan',
    due_before: '2022-04-28',
    due_after: '2022-09-30',
    reason: because,
  });
  const { rows: tasks } = await t.owner.query(
    'select closed, dropped_by from work_task where unit_id = $1 order by content',
    [t.unit.id],
  );
  expect(tasks).toEqual([
    { closed: false, dropped_by: null },
    { closed: false, dropped_by: null },
    { closed: true, dropped_by: because },
    { closed: true, dropped_by: because },
  ]);
  for (const { n, counted } of await counts()) expect(counted).toBe(n);
});

test('the states follow the clock, over midnight and over the turn of the year', async () => {
  const statesOn = async (instant: string, day: string) => {
    t.clock.set(instant);
    for (let waited = 0; waited < 100; waited++) {
      const { rows } = await t.owner.query('select derived_for from work_day where unit_id = $1', [t.unit.id]);
      if (rows[0]?.derived_for === day) break;
      await sleep(50);
    }
    for (const { n, counted } of await counts()) expect(counted).toBe(n);
    return (await obligations()).filter((row) => row.stage !== 'void').map((row) => row.state);
  };
  expect(await statesOn('2022-09-22T23:59:00+07:00', '2022-09-22')).toEqual(['doing', 'in-time', 'done-in-time']);
  expect(await statesOn('2022-09-23T00:00:00+07:00', '2022-09-23')).toEqual(['due-soon', 'in-time', 'done-in-time']);
  expect(await statesOn('2022-09-30T23:59:59+07:00', '2022-09-30')).toEqual(['due-soon', 'in-time', 'done-in-time']);
  expect(await statesOn('2022-10-01T00:00:00+07:00', '2022-10-01')).toEqual(['overdue', 'in-time', 'done-in-time']);
  expect(await statesOn('2022-12-31T23:59:00+07:00', '2022-12-31')).toEqual(['overdue', 'overdue', 'done-in-time']);
  expect(await statesOn('2023-01-01T00:01:00+07:00', '2023-01-01')).toEqual(['overdue', 'overdue', 'done-in-time']);
  expect(await statesOn('2022-03-15T09:00:00+07:00', '2022-03-15')).toEqual(['doing', 'in-time', 'done-in-time']);
});

test('deriving changes no version, so that no open form turns stale', async () => {
  const versions = async () =>
    (await t.owner.query('select sum(version) as n from obligation where unit_id = $1', [t.unit.id])).rows;
  const before = await versions();
  t.clock.set('2022-11-28T09:00:00+07:00');
  await until('the new day', (found) => found.some((row) => row.state === 'due-soon'));
  expect(await versions()).toEqual(before);
});

test('another unit has none of this', async () => {
  const { rows } = await t.owner.query('select 1 from obligation where unit_id = $1', [t.otherUnit.id]);
  expect(rows).toEqual([]);
});
