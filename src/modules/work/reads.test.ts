import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount } from '#test/factories.ts';
import {
  anEvidence,
  anObligation,
  anOffice,
  aPost,
  aWorkTask,
  holds,
  standsIn,
  type TestOffice,
} from '#test/work-factories.ts';
import { accept } from './contract/acts.ts';
import {
  getMyWork,
  getObligation,
  getOverview,
  getWorkTask,
  listApprovals,
  listCalendar,
  listObligations,
  listWorkTasks,
} from './contract/reads.ts';
import { addTask } from './contract/tasks.ts';

/** At 09:00 on 15/03/2022. */
let t: TestApp;
let office: TestOffice;
let empty: Id;
const made: Record<string, { id: Id; taskId: Id }> = {};
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  const { owner, unit } = t;
  const { posts, officer } = office;
  empty = await aPost(owner, unit.id, { title: 'Công chức Địa chính – xây dựng' });
  const one = async (name: string, given: Parameters<typeof anObligation>[2]) => {
    made[name] = await anObligation(owner, unit.id, { positionId: posts.officer, title: name, ...given });
  };
  await one('overdue', { due: '2022-03-14' });
  await one('today', { due: '2022-03-15', stage: 'started' });
  await one('in-3', { due: '2022-03-18' });
  await one('in-7', { due: '2022-03-22' });
  await one('later', { due: '2022-06-30' });
  await one('undated', { due: null, kind: 'undated' });
  await one('guided', { due: null, kind: 'guided', stage: 'awaiting-guidance' });
  await one('done', { due: '2022-03-01', stage: 'accepted' });
  await one('submitted', {
    due: '2022-03-31',
    stage: 'submitted',
    submitted: { by: officer.personId, approverId: posts.chair, evidenceIds: [await anEvidence(owner, unit.id)] },
  });
  await one('higher', { due: '2022-03-01', ours: false, positionId: null });
  await one('nobody', { due: '2022-05-31', positionId: empty });
  await one('colleague', { due: '2022-03-16', positionId: posts.colleague });
  await one('by name', { due: '2022-03-17', positionId: null, personId: officer.personId });
  await anObligation(owner, t.otherUnit.id, { due: '2022-03-14', title: 'của đơn vị khác' });
});
afterAll(() => t.close());

const myWork = async (query = {}, as = office.officer) => (await t.call(getMyWork, { query }, { as })).body;
const counted = (body: Awaited<ReturnType<typeof myWork>>) =>
  Object.fromEntries(body.counts.filter(({ n }) => n > 0).map(({ group, n }) => [group, n]));

describe('my work', () => {
  test('shows what is to be done by its day, with the counts of all groups', async () => {
    const body = await myWork();
    expect(counted(body)).toEqual({
      overdue: 1,
      'within-1': 1,
      'within-3': 2,
      'within-7': 1,
      later: 1,
      undated: 1,
      waiting: 2,
    });
    expect(body.rows.map(({ title, group }) => [title, group])).toEqual([
      ['overdue', 'overdue'],
      ['today', 'within-1'],
      ['by name', 'within-3'],
      ['in-3', 'within-3'],
      ['in-7', 'within-7'],
      ['later', 'later'],
      ['undated', 'undated'],
    ]);
    expect(body).toMatchObject({ day: '2022-03-15', total: 7, otherSide: 0, insteadOf: [] });
    expect(body.rows[0]?.bearer).toMatchObject({
      title: 'Công chức Tư pháp – hộ tịch',
      people: [{ name: 'Vũ Thị Thử Hộ Tịch', insteadOf: null }],
      empty: null,
    });
  });

  test.each(['overdue', 'within-1', 'within-3', 'within-7', 'later', 'undated', 'waiting', 'to-decide'] as const)(
    'of the group %s are as many rows as it counts',
    async (group) => {
      for (const as of [office.officer, office.chair]) {
        const body = await myWork({ group }, as);
        expect(body.rows.map((row) => row.group)).toEqual(body.rows.map(() => group));
        expect(body.rows.length).toBe(body.counts.find((one) => one.group === group)?.n);
        expect(body.total).toBe(body.rows.length);
      }
    },
  );

  test('goes on over pages without a gap', async () => {
    const titles: string[] = [];
    for (const page of [1, 2, 3, 4]) titles.push(...(await myWork({ page, size: 2 })).rows.map((row) => row.title));
    expect(titles).toEqual((await myWork()).rows.map((row) => row.title));
  });

  test('waits for a decision of the chair only', async () => {
    expect((await myWork({ group: 'to-decide' }, office.chair)).rows.map((row) => row.title)).toEqual(['submitted']);
    expect((await myWork({ group: 'to-decide' }, office.deputy)).rows).toEqual([]);
  });

  test('of somebody away is done by the substitute, told apart, from the next request on', async () => {
    const helper = await anAccount(t.owner, t.unit.id, { name: 'Ngô Thị Thử Thay', roles: ['officer'] });
    const away = await anAccount(t.owner, t.unit.id, { name: 'Bùi Văn Thử Vắng', roles: ['officer'] });
    const post = await aPost(t.owner, t.unit.id, { title: 'Công chức Văn hóa – xã hội', personId: away.personId });
    await anObligation(t.owner, t.unit.id, { positionId: post, title: 'của người vắng', due: '2022-03-20' });
    expect((await myWork({ side: 'for-others' }, helper)).rows).toEqual([]);
    await standsIn(t.owner, t.unit.id, away.personId, helper.personId);
    const body = await myWork({ side: 'for-others' }, helper);
    expect(body.rows.map(({ title, insteadOf }) => [title, insteadOf])).toEqual([
      ['của người vắng', 'Bùi Văn Thử Vắng'],
    ]);
    expect(body.insteadOf).toEqual(['Bùi Văn Thử Vắng']);
    expect((await myWork({}, helper)).otherSide).toBe(1);
    expect((await myWork({}, away)).total).toBe(0);
  });

  test('goes with the post when the post changes hands', async () => {
    const [before, after] = [
      await anAccount(t.owner, t.unit.id, { roles: ['officer'] }),
      await anAccount(t.owner, t.unit.id, { roles: ['officer'] }),
    ];
    const post = await aPost(t.owner, t.unit.id, { title: 'Trưởng công an' });
    await holds(t.owner, t.unit.id, post, before.personId);
    await anObligation(t.owner, t.unit.id, { positionId: post, due: '2022-04-01' });
    expect((await myWork({}, before)).total).toBe(1);
    await t.owner.query(`update position_holder set valid_to = '2022-03-14' where position_id = $1`, [post]);
    await holds(t.owner, t.unit.id, post, after.personId, { from: '2022-03-15' });
    expect([(await myWork({}, before)).total, (await myWork({}, after)).total]).toEqual([0, 1]);
  });
});

describe('the list of obligations', () => {
  const titles = async (query: object) =>
    (await t.call(listObligations, { query }, { as: 'viewer' })).body.rows.map((row) => row.title);

  test.each([
    ['state', { state: 'overdue' }, ['overdue']],
    ['two states', { state: ['overdue', 'submitted'] }, ['overdue', 'submitted']],
    ['who nobody answers for', { empty: 'yes' }, ['nobody']],
    ['days', { from: '2022-03-16', to: '2022-03-18' }, ['colleague', 'by name', 'in-3']],
    ['month', { month: '2022-06' }, ['later']],
    ['no day', { month: 'none', state: 'awaiting-guidance' }, ['guided']],
  ])('is narrowed by %s', async (_name, query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('is narrowed by post and by person, whose named work is among it', async () => {
    expect(await titles({ positionId: office.posts.colleague })).toEqual(['colleague']);
    expect(await titles({ personId: office.officer.personId })).toContain('by name');
  });

  test('is searched without diacritics, by what its task says', async () => {
    const taskId = await aWorkTask(t.owner, t.unit.id, { content: 'Rà soát đường dây nóng' });
    await anObligation(t.owner, t.unit.id, { taskId, title: 'Báo cáo rà soát', due: '2022-12-01' });
    expect(await titles({ q: 'duong day NÓNG' })).toEqual(['Báo cáo rà soát']);
    expect(await titles({ q: '100%' })).toEqual([]);
  });

  test('is searched by the title of the output of work given beside the plan', async () => {
    const made = await t.call(
      addTask,
      {
        body: {
          source: 'other',
          content: 'Việc ngoài kế hoạch',
          outputs: [{ title: 'Tờ trình hợp nhất', due: '2022-11-01' as PlainDate }],
          lead: { kind: 'position', id: office.posts.colleague },
        },
      },
      { as: office.focal },
    );
    expect(made.error).toBeUndefined();
    expect(await titles({ q: 'to trinh hop nhat' })).toEqual(['Tờ trình hợp nhất']);
  });

  test.each(['due', '-due', 'place', 'title', 'state'] as const)('has every row once, sorted by %s', async (sort) => {
    const all = await t.call(listObligations, { query: { sort, size: 200 } }, { as: 'viewer' });
    const pages = [];
    for (let page = 1; page <= Math.ceil(all.body.total / 5); page++)
      pages.push(...(await t.call(listObligations, { query: { sort, size: 5, page } }, { as: 'viewer' })).body.rows);
    expect(pages.map((row) => row.id)).toEqual(all.body.rows.map((row) => row.id));
    expect(new Set(pages.map((row) => row.id)).size).toBe(all.body.total);
    expect(all.body.rows.map((row) => row.title)).not.toContain('của đơn vị khác');
  });

  test('work of a higher level is nobody’s here and not empty', async () => {
    const { body } = await t.call(listObligations, { query: { state: 'higher-level' } }, { as: 'viewer' });
    expect(body.rows.map(({ title, bearer }) => [title, bearer.empty])).toEqual([['higher', null]]);
  });
});

describe('the page of an obligation', () => {
  const page = (name: string, as: Parameters<TestApp['call']>[2] extends infer O ? NonNullable<O> : never) =>
    t.call(getObligation, { params: { obligationId: made[name]?.id as Id } }, as);

  test('shows what was handed in with its evidence, and says on grey buttons why', async () => {
    const { body } = await page('submitted', { as: office.officer });
    expect(body.submissions).toHaveLength(1);
    expect(body.submissions[0]?.evidence).toHaveLength(1);
    expect(body.approver?.title).toBe('Chủ tịch UBND xã');
    const act = (name: string) => body.acts.find((one) => one.act === name);
    expect(act('withdraw')).toEqual({ act: 'withdraw', allowed: true, why: null });
    expect(act('accept')?.allowed).toBe(false);
    expect(act('accept')?.why).toMatch(/\p{L}{2,}.*\./u);
    expect((await page('submitted', { as: office.chair })).body.acts.find((one) => one.act === 'accept')?.allowed).toBe(
      true,
    );
  });

  test('tells in words what was done, the newest first', async () => {
    const item = await anObligation(t.owner, t.unit.id, {
      positionId: office.posts.officer,
      stage: 'submitted',
      submitted: {
        by: office.officer.personId,
        approverId: office.posts.chair,
        evidenceIds: [await anEvidence(t.owner, t.unit.id)],
      },
    });
    const done = await t.call(
      accept,
      { params: { obligationId: item.id }, body: { version: 1 } },
      { as: office.chair },
    );
    expect(done.error).toBeUndefined();
    const { body } = await t.call(getObligation, { params: { obligationId: item.id } }, { as: 'viewer' });
    expect(body.timeline.map(({ by, words }) => `${by} ${words}`)).toEqual(['Lê Văn Thử Chủ Tịch chấp nhận sản phẩm']);
    expect(body.obligation.state).toBe('done-in-time');
  });

  test('names the others that one evidence closed', async () => {
    const evidenceIds = [await anEvidence(t.owner, t.unit.id, { signed: true })];
    const submitted = { by: office.officer.personId, approverId: office.posts.focal, evidenceIds };
    const [first, second] = [
      await anObligation(t.owner, t.unit.id, { stage: 'accepted', submitted, title: 'một' }),
      await anObligation(t.owner, t.unit.id, { stage: 'accepted', submitted, title: 'hai' }),
    ];
    const { body } = await t.call(getObligation, { params: { obligationId: first.id } }, { as: 'viewer' });
    expect(body.closedTogether.map((one) => one.id)).toEqual([second.id]);
  });

  test('of another unit is not found', async () => {
    const { rows } = await t.owner.query<{ id: Id; task_id: Id }>(
      'select id, task_id from obligation where unit_id = $1',
      [t.otherUnit.id],
    );
    const [foreign] = rows;
    const params = { obligationId: foreign?.id as Id };
    expect((await t.call(getObligation, { params }, { as: 'chair' })).status).toBe(404);
    const task = { taskId: foreign?.task_id as Id };
    expect((await t.call(getWorkTask, { params: task }, { as: 'chair' })).status).toBe(404);
  });
});

describe('tasks', () => {
  test('are listed with how far their outputs are, the nearest day first', async () => {
    const { body } = await t.call(listWorkTasks, { query: {} }, { as: 'viewer' });
    expect(body.rows[0]).toMatchObject({ nextDue: '2022-03-14', counts: [{ state: 'overdue', n: 1 }] });
    const days = body.rows.map((row) => row.nextDue ?? '9999');
    expect(days).toEqual([...days].sort());
  });

  test('have a page with outputs, parts and people', async () => {
    const parentId = await aWorkTask(t.owner, t.unit.id, { content: 'Việc lớn', positionId: office.posts.focal });
    const child = await anObligation(t.owner, t.unit.id, { parentId, content: 'Việc con', due: '2022-07-01' });
    const { body } = await t.call(getWorkTask, { params: { taskId: parentId } }, { as: office.focal });
    expect(body.children).toEqual([{ id: child.taskId, content: 'Việc con', closed: false, nextDue: '2022-07-01' }]);
    expect(body.lead.people.map((one) => one.name)).toEqual(['Đỗ Văn Thử Đầu Mối']);
    expect(body.acts.find((one) => one.act === 'change')?.allowed).toBe(true);
    const asOfficer = await t.call(getWorkTask, { params: { taskId: parentId } }, { as: office.officer });
    expect(asOfficer.body.acts.find((one) => one.act === 'change')?.allowed).toBe(false);
  });
});

describe('decisions waited for', () => {
  test('are those of one’s posts, with what was handed in', async () => {
    const { body } = await t.call(listApprovals, { query: {} }, { as: office.chair });
    expect(body.rows.map((row) => [row.obligation.title, row.route, row.insteadOf])).toEqual([
      ['submitted', 'approve', null],
    ]);
    expect(body.rows[0]?.submission?.evidence).toHaveLength(1);
    expect((await t.call(listApprovals, { query: { kind: 'extension' } }, { as: office.chair })).body.total).toBe(0);
    expect((await t.call(listApprovals, { query: {} }, { as: office.officer })).body.total).toBe(0);
  });
});

describe('the overview', () => {
  test('counts every obligation once in each grouping', async () => {
    const { body } = await t.call(getOverview, { query: {} }, { as: 'chair' });
    const { rows } = await t.owner.query<{ n: number }>(
      'select count(*)::integer as n from obligation where unit_id = $1',
      [t.unit.id],
    );
    const sum = (figures: readonly { total: number }[]) => figures.reduce((all, one) => all + one.total, 0);
    expect(body.all.total).toBe(rows[0]?.n);
    for (const figures of [body.fields, body.departments, body.posts, body.months])
      expect(sum(figures)).toBe(rows[0]?.n);
    expect(body.all.byState.reduce((all, one) => all + one.n, 0)).toBe(rows[0]?.n);
    expect(body.late.map((row) => row.title)).toEqual(['overdue']);
    const listed = await t.call(listObligations, { query: { empty: 'yes' } }, { as: 'chair' });
    expect(body.empty).toBe(listed.body.total);
  });

  test('shows an act at once', async () => {
    const before = (await t.call(getOverview, { query: {} }, { as: 'chair' })).body;
    await anObligation(t.owner, t.unit.id, { due: '2022-08-01', positionId: empty });
    const after = (await t.call(getOverview, { query: {} }, { as: 'chair' })).body;
    expect([after.all.total - before.all.total, after.empty - before.empty]).toEqual([1, 1]);
  });

  test('of a plan that is not there says so', async () => {
    expect((await t.call(getOverview, { query: { year: 1999 } }, { as: 'chair' })).status).toBe(404);
  });
});

test('the calendar shows what falls due in its span, also only one’s own', async () => {
  const query = { from: '2022-03-14', to: '2022-03-16' } as never;
  const all = (await t.call(listCalendar, { query }, { as: office.officer })).body;
  expect(all.rows.map((row) => row.title)).toEqual(['overdue', 'today', 'colleague']);
  expect(all.more).toBe(0);
  const mine = (
    await t.call(listCalendar, { query: { ...(query as object), mine: 'yes' } as never }, { as: office.officer })
  ).body;
  expect(mine.rows.map((row) => row.title)).toEqual(['overdue', 'today']);
});
