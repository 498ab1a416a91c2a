import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import {
  aDuty,
  anEvidence,
  anObligation,
  anOffice,
  aPlanInForce,
  aWorkTask,
  countsThatDiffer,
  type TestOffice,
} from '#test/work-factories.ts';
import { accept, handIn, reopenWork } from './contract/acts.ts';
import { getWorkTask } from './contract/reads.ts';
import { addCheck, addTask, carryOver, changeTask, dropTask, removeCheck, tickCheck } from './contract/tasks.ts';

let t: TestApp;
let office: TestOffice;
let evidenceId: Id;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  evidenceId = await anEvidence(t.owner, t.unit.id, { signed: true });
});
afterAll(() => t.close());

const day = (text: string) => text as PlainDate;
const post = (id: Id) => ({ kind: 'position' as const, id });
const aBody = (given: object = {}) => ({
  source: 'meeting' as const,
  sourceWords: 'Kết luận giao ban ngày 14/3',
  content: 'Rà soát thủ tục hành chính thử nghiệm',
  outputs: [{ title: 'Báo cáo rà soát', due: day('2022-04-15') }],
  lead: post(office.posts.officer),
  ...given,
});
const add = async (given: object = {}) => {
  const added = await t.call(addTask, { body: aBody(given) }, { as: office.focal });
  expect(added.error).toBeUndefined();
  return added.body.id;
};
const read = async (taskId: Id) => (await t.call(getWorkTask, { params: { taskId } }, { as: office.focal })).body;
const noticesOf = async (kind: string, id: Id) =>
  (
    await t.owner.query<{ accounts: string[] }>(
      `select payload->'accountIds' as accounts from outbox where topic = 'notification.wanted' and payload->>'kind' = $1
         and payload->'record'->>'id' = $2`,
      [kind, id],
    )
  ).rows.flatMap((row) => row.accounts);

const expectCountsRight = async () => expect(await countsThatDiffer(t)).toEqual([]);

describe('giving out', () => {
  test('makes each output somebody’s with its day, tells who leads, and counts', async () => {
    const id = await add({
      outputs: [
        { title: 'Báo cáo rà soát', due: day('2022-04-15') },
        { title: 'Danh mục kèm theo', due: day('2022-03-18') },
      ],
      coordinators: [post(office.posts.colleague)],
      watchers: [{ kind: 'person', id: office.chair.personId }],
      urgency: 'urgent',
      weight: 2.5,
    });
    const task = await read(id);
    expect(task).toMatchObject({ source: 'meeting', urgency: 'urgent', weight: 2.5, closed: false });
    expect(task.lead.people.map((one) => one.id)).toEqual([office.officer.personId]);
    expect(task.parts.map(({ role, fromPlan }) => ({ role, fromPlan }))).toEqual([
      { role: 'coordinator', fromPlan: false },
      { role: 'watcher', fromPlan: false },
    ]);
    expect(task.obligations.map(({ title, due, state }) => ({ title, due, state }))).toEqual([
      { title: 'Danh mục kèm theo', due: '2022-03-18', state: 'due-soon' },
      { title: 'Báo cáo rà soát', due: '2022-04-15', state: 'in-time' },
    ]);
    expect(await noticesOf('work.assigned', id)).toEqual([office.officer.id]);
    await expectCountsRight();
  });

  test('reaches the post that bears a duty', async () => {
    const dutyId = await aDuty(t.owner, t.unit.id, 'tai-chinh', 'Tài chính', office.posts.colleague);
    const task = await read(await add({ lead: { kind: 'duty', id: dutyId } }));
    expect(task.lead.positionId).toBe(office.posts.colleague);
  });

  test.each([
    ['a past day', () => ({ outputs: [{ title: 'Báo cáo', due: day('2022-03-14') }] }), 'work-due-past', 409],
    ['a document nobody names', () => ({ source: 'document', sourceWords: undefined }), 'work-source-missing', 409],
    ['an unknown post', () => ({ lead: post(evidenceId) }), 'work-assignee-unknown', 409],
    ['an unknown person', () => ({ lead: { kind: 'person', id: evidenceId } }), 'work-assignee-unknown', 409],
    ['an unknown parent', () => ({ parentId: evidenceId }), 'not-found', 404],
    ['an unknown document', () => ({ sourceEvidenceId: office.posts.chair }), 'work-evidence-unknown', 404],
    ['an unknown field', () => ({ fieldCode: 'khong-co' }), 'plan-field-unknown', 409],
  ])('refuses %s', async (_, given, code, status) => {
    const refused = await t.call(addTask, { body: aBody(given()) as never }, { as: office.focal });
    expect([refused.status, refused.error?.code]).toEqual([status, code]);
  });

  test('names nobody and nothing of another unit', async () => {
    const elsewhere = await anOffice(t, t.otherUnit);
    const theirs = await anEvidence(t.owner, t.otherUnit.id, { signed: true });
    const parent = await aWorkTask(t.owner, t.otherUnit.id);
    for (const given of [
      { lead: post(elsewhere.posts.officer) },
      { lead: { kind: 'person', id: elsewhere.officer.personId } },
      { sourceEvidenceId: theirs },
      { parentId: parent },
    ]) {
      const { status } = await t.call(addTask, { body: aBody(given) as never }, { as: office.focal });
      expect([404, 409]).toContain(status);
    }
  });
});

describe('a task under another', () => {
  test('keeps the parent open until it is done, and opens it again', async () => {
    const parentId = await add({ lead: post(office.posts.colleague) });
    const childId = await add({ parentId });
    const [own] = (await read(parentId)).obligations;
    const [childs] = (await read(childId)).obligations;
    if (!own || !childs) throw new Error('both owe something');
    const done = async (id: Id, as: TestOffice['officer']) => {
      const params = { obligationId: id };
      await t.call(handIn, { params, body: { version: 1, evidenceIds: [evidenceId] } }, { as });
      const accepted = await t.call(accept, { params, body: { version: 2 } }, { as: office.focal });
      expect(accepted.error).toBeUndefined();
    };
    await done(own.id, office.colleague);
    expect((await read(parentId)).closed).toBe(false);
    await done(childs.id, office.officer);
    expect((await read(childId)).closed).toBe(true);
    expect((await read(parentId)).closed).toBe(true);
    const params = { obligationId: childs.id };
    await t.call(reopenWork, { params, body: { version: 3, reason: 'Số liệu sai' } }, { as: office.focal });
    expect([(await read(childId)).closed, (await read(parentId)).closed]).toEqual([false, false]);
    await expectCountsRight();
  });
});

describe('changing', () => {
  test('another lead gets what is still owed, is told, and what was done stays', async () => {
    const id = await add();
    await anObligation(t.owner, t.unit.id, { taskId: id, positionId: office.posts.officer, stage: 'accepted' });
    const body = { version: 1, reason: 'Điều chuyển công tác', lead: post(office.posts.colleague), weight: 3 };
    const changed = await t.call(changeTask, { params: { taskId: id }, body }, { as: office.focal });
    expect(changed.body).toEqual({ id, version: 2 });
    const task = await read(id);
    expect(task.lead.positionId).toBe(office.posts.colleague);
    const bearers = task.obligations.map((one) => [one.stage, one.bearer.positionId]);
    expect(bearers).toContainEqual(['open', office.posts.colleague]);
    expect(bearers).toContainEqual(['accepted', office.posts.officer]);
    expect(await noticesOf('work.assigned', id)).toContain(office.colleague.id);
    await expectCountsRight();
    const late = await t.call(changeTask, { params: { taskId: id }, body }, { as: office.focal });
    expect([late.status, late.error?.code]).toEqual([409, 'stale-version']);
    expect(late.error?.details).toMatchObject({ current: { version: 2, weight: 3 } });
  });

  test('a task of the plan keeps its words', async () => {
    const planId = await aPlanInForce(t.owner, t.unit.id, 2021);
    const taskId = await aWorkTask(t.owner, t.unit.id, { planId, year: 2021 });
    const body = { version: 1, reason: 'thử đổi lời', content: 'Nội dung khác' };
    const refused = await t.call(changeTask, { params: { taskId }, body }, { as: office.focal });
    expect(refused.error?.code).toBe('work-content-of-plan');
  });

  test('ending by a document ends what is owed and shows which', async () => {
    const id = await add();
    const body = { version: 1, reason: 'Theo chỉ đạo mới', evidenceId };
    const dropped = await t.call(dropTask, { params: { taskId: id }, body }, { as: office.focal });
    expect(dropped.error).toBeUndefined();
    const task = await read(id);
    expect(task.droppedBy).toMatch(/văn bản số .*: Theo chỉ đạo mới/);
    expect(task.obligations.map((one) => one.state)).toEqual(['void']);
    const again = await t.call(
      dropTask,
      { params: { taskId: id }, body: { ...body, version: 2 } },
      { as: office.focal },
    );
    expect(again.error?.code).toBe('work-task-closed');
    await expectCountsRight();
  });

  test('ending takes back what waits for a decision', async () => {
    const id = await add();
    const [owed] = (await read(id)).obligations;
    const params = { obligationId: owed?.id as Id };
    const handed = { version: 1, evidenceIds: [evidenceId] };
    await t.call(handIn, { params, body: handed }, { as: office.officer });
    const body = { version: 1, reason: 'Theo chỉ đạo mới', evidenceId };
    await t.call(dropTask, { params: { taskId: id }, body }, { as: office.focal });
    const { rows } = await t.owner.query(
      'select state, decision_reason as why from submission where obligation_id = $1',
      [params.obligationId],
    );
    expect(rows).toMatchObject([{ state: 'withdrawn', why: expect.stringContaining('Theo chỉ đạo mới') }]);
    const late = await t.call(accept, { params, body: { version: 3 } }, { as: office.focal });
    expect(late.error?.code).toBe('work-nothing-handed-in');
  });

  test('a parent is not ended over the heads of its children', async () => {
    const parentId = await add();
    await add({ parentId });
    const body = { version: 1, reason: 'Theo chỉ đạo mới', evidenceId };
    const refused = await t.call(dropTask, { params: { taskId: parentId }, body }, { as: office.focal });
    expect(refused.error).toMatchObject({ code: 'work-open-children', params: { count: 1 } });
  });
});

describe('a checklist', () => {
  test('is kept by those who lead or coordinate, and nobody else', async () => {
    const taskId = await add({ coordinators: [post(office.posts.colleague)] });
    const params = { taskId };
    const added = await t.call(addCheck, { params, body: { content: 'Soạn mẫu phiếu' } }, { as: office.colleague });
    expect(added.error).toBeUndefined();
    const checkId = added.body.id;
    const body = { version: 1, done: true };
    const ticked = await t.call(tickCheck, { params: { taskId, checkId }, body }, { as: office.officer });
    expect(ticked.body).toEqual({ id: checkId, version: 2 });
    const late = await t.call(tickCheck, { params: { taskId, checkId }, body }, { as: office.colleague });
    expect(late.error).toMatchObject({ code: 'stale-version', details: { current: { doneBy: office.officer.name } } });
    const stranger = await t.call(addCheck, { params, body: { content: 'Chen vào' } }, { as: 'officer' });
    expect([stranger.status, stranger.error?.code]).toEqual([403, 'work-not-on-task']);
    expect((await read(taskId)).checks).toMatchObject([{ content: 'Soạn mẫu phiếu', doneBy: office.officer.name }]);
    await t.call(removeCheck, { params: { taskId, checkId } }, { as: office.officer });
    expect((await read(taskId)).checks).toEqual([]);
  });
});

describe('carrying over', () => {
  test('goes on in the later plan, linked both ways, and ends in the former', async () => {
    const from = await aPlanInForce(t.owner, t.unit.id, 2022);
    const to = await aPlanInForce(t.owner, t.unit.id, 2023);
    const given = { planId: from, positionId: office.posts.officer };
    const first = await anObligation(t.owner, t.unit.id, { ...given, due: '2022-12-30' });
    const second = await anObligation(t.owner, t.unit.id, given);
    const target = await aWorkTask(t.owner, t.unit.id, { planId: to, year: 2023 });
    const body = {
      toPlanId: to,
      reason: 'Chưa có kinh phí',
      tasks: [
        { taskId: first.taskId, toTaskId: null, due: day('2023-03-31') },
        { taskId: second.taskId, toTaskId: target },
      ],
    };
    const carried = await t.call(carryOver, { params: { planId: from }, body }, { as: office.focal });
    expect(carried.body).toEqual({ carried: 1, linked: 1 });
    const former = await read(first.taskId);
    expect(former.obligations.map((one) => one.state)).toEqual(['void']);
    if (!former.carriedTo) throw new Error('it goes on');
    const next = await read(former.carriedTo.id);
    expect(next.carriedFrom?.id).toBe(first.taskId);
    expect(next.obligations.map((one) => one.due)).toEqual(['2023-03-31']);
    expect((await read(target)).carriedFrom?.id).toBe(second.taskId);
    const again = await t.call(carryOver, { params: { planId: from }, body }, { as: office.focal });
    expect(again.error?.code).toBe('work-carry-done');
    const back = { ...body, toPlanId: from };
    const refused = await t.call(carryOver, { params: { planId: to }, body: back }, { as: office.focal });
    expect(refused.error?.code).toBe('work-carry-later-plan');
  });
});
