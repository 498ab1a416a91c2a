import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UnitId } from '#kernel/brands.ts';
import { seedOrg } from '#modules/org/starter.ts';
import { seedPlan } from '#modules/plan/starter.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { seedWork } from './starter.ts';
import { workOffDay } from './sync/watch-day.ts';

let t: TestApp;
const unitId = newId() as unknown as UnitId;

beforeAll(async () => {
  t = await startTestApp({ now: '2022-01-10T08:00:00+07:00' });
  await t.owner.query('truncate unit cascade');
  await runInUnit(t.services, { unitId, actor: 'test' }, async (ctx) => void (await seedOrg(ctx, { demo: true })));
  await seedPlan(t.services, unitId);
  // A plan that was accepted before this module was there: what the watch of the day finds at the start.
  await workOffDay(t.services, t.clock.today());
});
afterAll(async () => t.close());

const [q1, q2, q3, q4] = ['2022-Q1=2022-03-31', '2022-Q2=2022-06-30', '2022-Q3=2022-09-30', '2022-Q4=2022-12-30'];

/** Where the usual calendar of reports puts the longer ones. */
const [m6, m9, y] = ['2022-6M=2022-06-20', '2022-9M=2022-09-20', '2022-Y=2022-12-20'];

/** By hand from the plan: place → each obligation as `period=due`, or its kind when it has no day. */
const byHand: Readonly<Record<string, readonly string[]>> = {
  'PL01/1': ['=2022-01-28', q1, m6, m9, y, 'undated'],
  'PL01/2': ['=2022-09-30', q3],
  'PL01/3': [m6, y, 'undated'],
  'PL02/1': [q1, q2, q3, q4, 'standing'],
  'PL02/2': [q1, q2, q3, q4, 'standing'],
  'PL02/3': [q1, q2, q3, q4, 'standing'],
  'PL02/4': [q1, q2, q3, q4, 'standing'],
  'PL02/5': [q1, q2, q3, q4, 'standing'],
  'PL02/6': ['guided'],
  'PL02/7': ['2022-12=2022-12-30'],
  'PL03/1': ['2022-Y=2022-12-30', '=2022-12-30', '=2022-12-30'],
  'PL03/2': ['2022-12=2022-12-30', '=2022-12-30'],
  'PL03/3': ['2022-12=2022-12-30', '=2022-12-30'],
  'PL03/4': ['standing', 'standing'],
  'PL04/1': ['=2022-06-30'],
  'PL04/2': ['standing'],
  'PL04/3': ['=2022-01-28', '2022-12=2022-12-30'],
  'PL04/4': ['undated', 'undated'],
  'PL05/1': ['=2022-03-31'],
  'PL05/2': ['=2022-01-28'],
  'PL05/3': ['=2022-03-31'],
  'PL05/4': ['undated'],
  'PL05/5': ['=2022-11-30'],
  'PL06/1': ['2022-01=2022-01-28', '=2022-01-28'],
  'PL06/2': ['=2022-12-30'],
  'PL06/3': [q4],
  'PL06/4': ['standing'],
  'PL06/5': ['2022-Y=2022-12-30'],
  'PL06/6': [q4, '=2022-12-30'],
  'PL06/7': ['2022-11=2022-11-30', '=2022-11-30'],
  'PL07/1': ['=2022-01-04', q1, q2, q3, q4],
  'PL07/2': ['=2022-12-09', '=2022-12-23'],
  'PL07/3': [q1, q2, q3, q4, 'undated'],
  'PL07/4': ['=2022-03-31', q4],
};

test('each task of the plan of 2022 is owed on the days found by hand', async () => {
  const { rows } = await t.owner.query<{ place: string; what: string }>(
    `select w.place, case when o.due is null then o.kind else o.period || '=' || o.due end as what
     from obligation o join work_task w on w.unit_id = o.unit_id and w.id = o.task_id where o.unit_id = $1`,
    [unitId],
  );
  const found = Object.fromEntries(
    [...Map.groupBy(rows, ({ place }) => place)].map(([place, some]) => [place, some.map(({ what }) => what).sort()]),
  );
  const expected = Object.entries(byHand).map(([place, some]) => [place, [...some].sort()]);
  expect(found).toEqual(Object.fromEntries(expected));
});

test('what nobody answers for is the work of groups and of the committee as a whole', async () => {
  const { rows } = await t.owner.query<{ holder_name: string }>(
    `select distinct holder_name from work_task where unit_id = $1 and position_id is null order by 1`,
    [unitId],
  );
  expect(rows.map((row) => row.holder_name)).toEqual([
    'Các bộ phận chuyên môn UBND xã, UBND xã',
    'Các công chức chuyên môn UBND xã',
    'Các công chức chuyên môn, UBND xã',
    'UBND cấp xã, các bộ phận chuyên môn có liên quan',
    'UBND xã',
  ]);
});

test('work of a higher level is shown and not counted; counts by state sum to all', async () => {
  const { rows } = await t.owner.query<{ state: string; n: number; counted: number }>(
    `select state, count(*)::integer as n, (select sum(c.n)::integer from work_count c
       where c.unit_id = $1 and c.state = o.state) as counted
     from obligation o where unit_id = $1 group by state order by state`,
    [unitId],
  );
  expect(rows.map(({ n }) => n)).toEqual(rows.map(({ counted }) => counted));
  expect(Object.fromEntries(rows.map(({ state, n }) => [state, n]))).toEqual({
    'awaiting-guidance': 1,
    'higher-level': 9,
    'in-time': 71,
    overdue: 1,
  });
});

test('each day explains itself: January ends on the 28th because of Tết', async () => {
  const { rows } = await t.owner.query<{ due_steps: { code: string; words: string }[] }>(
    `select o.due_steps from obligation o join work_task w on w.unit_id = o.unit_id and w.id = o.task_id
     where o.unit_id = $1 and w.place = 'PL06/1' limit 1`,
    [unitId],
  );
  expect(rows[0]?.due_steps.map(({ words }) => words)).toEqual([
    'Thời hạn theo văn bản: “Tháng 01/2022”.',
    'Ngày cuối của khoảng thời gian văn bản nêu là thứ Hai, 31/01/2022.',
    'thứ Hai, 31/01/2022 là ngày nghỉ: Tết Nguyên đán (Thông báo 119/TB-LĐTBXH).',
    'Chủ nhật, 30/01/2022 là ngày nghỉ hằng tuần.',
    'thứ Bảy, 29/01/2022 là ngày nghỉ hằng tuần.',
    'Hạn lùi về ngày làm việc liền trước: thứ Sáu, 28/01/2022.',
  ]);
});

test('a task that a document ended is not taken up again', async () => {
  await t.owner.query(
    `with ended as (update work_task set dropped_by = 'theo Quyết định 9', closed = true
       where unit_id = $1 and place = 'PL07/4' returning unit_id, id)
     update obligation o set stage = 'void', state = 'void' from ended where o.unit_id = ended.unit_id and o.task_id = ended.id`,
    [unitId],
  );
  await seedWork(t.services, unitId);
  const { rows } = await t.owner.query(
    `select o.stage from obligation o join work_task w on w.unit_id = o.unit_id and w.id = o.task_id
     where o.unit_id = $1 and w.place = 'PL07/4' and w.dropped_by = 'theo Quyết định 9'`,
    [unitId],
  );
  expect(rows).toEqual([{ stage: 'void' }, { stage: 'void' }]);
});

test('a second run changes nothing', async () => {
  const traces = async () =>
    (
      await t.owner.query(
        `select (select count(*) from obligation_act where unit_id = $1) as acts,
           (select sum(version) from obligation where unit_id = $1) as versions,
           (select sum(version) from work_task where unit_id = $1) as tasks,
           (select count(*) from log_entry where unit_id = $1) as entries`,
        [unitId],
      )
    ).rows[0];
  const before = await traces();
  await seedWork(t.services, unitId);
  expect(await traces()).toEqual(before);
});
