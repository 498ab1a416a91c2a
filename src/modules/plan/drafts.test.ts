import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { acceptedPlan, smallPlan } from '#test/plan-acts.ts';
import {
  copyPlan,
  createPlan,
  createTarget,
  createTask,
  discardDraft,
  editHeader,
  issueDraft,
  readDueText,
  removeTarget,
  removeTask,
  setStatements,
  startDraft,
  updateTarget,
  updateTask,
} from './contract/drafting.ts';
import { getPlan, listPlans, listStatements, listTargets, listTasks, setPublished } from './contract/plans.ts';

let t: TestApp;
let stopJobs: () => Promise<void>;
let planId: Id;

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  const file = smallPlan('goc.txt', [
    { content: 'Rà soát văn bản do xã ban hành trong năm 2022' },
    { content: 'Tuyên truyền, phổ biến pháp luật cho nhân dân', due: 'Trước ngày 15/12/2022' },
  ]);
  planId = (await acceptedPlan(t, file)).planId;
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

const focal = { as: 'focal' as const };
const officer = { as: 'officer' as const };
const decision = { number: '3/QĐ-UBND', date: null };

const form = (content: string, given: object = {}) => ({
  fieldCode: 'the-che',
  content,
  ours: true,
  outputs: [{ text: 'Báo cáo kết quả', dueText: 'Quý IV' }],
  leads: ['Công chức Tư pháp - Hộ tịch'],
  coordinators: [],
  dueText: '',
  ...given,
});

async function planOf(id: Id) {
  const { body, error } = await t.call(getPlan, { params: { planId: id } }, focal);
  if (error) throw new Error(error.message);
  return body;
}

async function tasksOf(id: Id, version?: number) {
  const query = version === undefined ? {} : { version };
  return (await t.call(listTasks, { params: { planId: id }, query }, focal)).body.rows;
}

describe("next year's plan", () => {
  let draft: Id;

  test('begins with the rows of this one, a year later, as rows of its own', async () => {
    const { body } = await t.call(copyPlan, { params: { planId }, body: { year: 2023 } }, focal);
    draft = body.planId;
    const plan = await planOf(draft);
    expect(plan).toMatchObject({ state: 'draft', version: 0, draftVersion: 1, year: 2023, taskCount: 2 });
    expect(plan.title).toContain('2023');
    expect(plan.copiedFrom).toMatchObject({ id: planId, year: 2022 });
    const [rows, former] = [await tasksOf(draft), await tasksOf(planId)];
    expect(rows[0]?.content).toContain('Rà soát văn bản do xã ban hành trong năm 2023');
    expect(rows[1]).toMatchObject({ dueText: 'Trước ngày 15/12/2023', dues: [{ to: '2023-12-15' }] });
    expect(rows.map((row) => row.id)).not.toContain(former[0]?.id);
  });

  test('is not there for those who only read plans', async () => {
    expect((await t.call(getPlan, { params: { planId: draft } }, officer)).status).toBe(404);
    expect((await t.call(listTasks, { params: { planId: draft } }, officer)).status).toBe(404);
    const list = await t.call(listPlans, {}, officer);
    expect(list.body.rows.map((row) => row.id)).toEqual([planId]);
    const own = await t.call(listPlans, { query: { state: 'draft' } }, focal);
    expect(own.body.rows.map((row) => row.id)).toEqual([draft]);
  });

  test('gets a task at the end of its field, whose due words are read', async () => {
    const { revision } = await planOf(draft);
    const made = await t.call(
      createTask,
      { params: { planId: draft }, body: { revision, task: form('Theo dõi thi hành pháp luật') } },
      focal,
    );
    expect(made.error).toBeUndefined();
    const rows = await tasksOf(draft);
    expect(rows.map((row) => row.content.slice(0, 7))).toEqual(['Rà soát', 'Tuyên t', 'Theo dõ']);
    expect(rows[2]).toMatchObject({ id: made.body.id, dues: [{ rule: { kind: 'quarter', quarter: 4, year: 2023 } }] });
    expect(rows[2]?.dues[0]?.outputId).toBe(rows[2]?.outputs[0]?.id);
    expect((await planOf(draft)).taskCount).toBe(3);
  });

  test('gets a table with the first task of another field', async () => {
    const { revision } = await planOf(draft);
    const task = form('Số hóa kết quả giải quyết', { fieldCode: 'thu-tuc' });
    await t.call(createTask, { params: { planId: draft }, body: { revision, task } }, focal);
    const row = (await tasksOf(draft)).find((one) => one.fieldCode === 'thu-tuc');
    expect(row).toMatchObject({ no: '1', place: 'PL02/1' });
    const plan = await planOf(draft);
    const field = plan.fields.find((one) => one.code === 'thu-tuc');
    expect(field?.appendices).toEqual([{ number: '02', title: 'Cải cách thủ tục hành chính năm 2023' }]);
  });

  test('a task is changed; outputs that stay keep their ids', async () => {
    const { revision } = await planOf(draft);
    const [row] = await tasksOf(draft);
    const [output] = row?.outputs ?? [];
    const task = form('Rà soát toàn bộ văn bản', {
      outputs: [
        { id: output?.id, text: 'Báo cáo kết quả rà soát', dueText: 'Tháng 6' },
        { text: 'Danh mục văn bản', dueText: '' },
      ],
    });
    const params = { planId: draft, taskId: row?.id as Id };
    const changed = await t.call(updateTask, { params, body: { revision, task } }, focal);
    expect(changed.body).toMatchObject({ id: row?.id, revision: revision + 1 });
    const [after] = await tasksOf(draft);
    expect(after?.outputs[0]).toEqual({ id: output?.id, text: 'Báo cáo kết quả rà soát' });
    expect(after?.outputs).toHaveLength(2);
  });

  test('a stale revision is refused and shows the newer', async () => {
    const body = { revision: 1, task: form('Khác') };
    const { status, error } = await t.call(createTask, { params: { planId: draft }, body }, focal);
    expect([status, error?.code]).toEqual([409, 'stale-version']);
    expect(error?.details).toMatchObject({ current: { id: draft, revision: (await planOf(draft)).revision } });
  });

  test.each([
    ['a field that is none', form('Việc', { fieldCode: 'khong-co' }), 400, 'plan-field-unknown'],
    ['no content', form(' '), 400, 'invalid'],
  ])('a task of %s is refused', async (_, task, status, code) => {
    const { revision } = await planOf(draft);
    const refused = await t.call(createTask, { params: { planId: draft }, body: { revision, task } }, focal);
    expect([refused.status, refused.error?.code]).toEqual([status, code]);
  });

  test('a task is taken out; one that is not there is 404', async () => {
    const row = (await tasksOf(draft)).at(-1);
    const params = { planId: draft, taskId: row?.id as Id };
    const remove = async () =>
      t.call(removeTask, { params, query: { revision: (await planOf(draft)).revision } }, focal);
    expect((await remove()).status).toBe(200);
    expect((await tasksOf(draft)).map((one) => one.id)).not.toContain(row?.id);
    expect((await remove()).error?.code).toBe('plan-row-unknown');
  });

  test('targets are added, changed and taken out', async () => {
    const params = { planId: draft };
    const target = {
      measure: 'Hồ sơ trực tuyến',
      operator: 'min' as const,
      value: 80,
      text: 'Tối thiểu 80% hồ sơ trực tuyến',
    };
    const revision = async () => (await planOf(draft)).revision;
    const rows = async () => (await t.call(listTargets, { params }, focal)).body.rows;
    const made = await t.call(createTarget, { params, body: { revision: await revision(), target } }, focal);
    expect((await rows()).at(-1)).toMatchObject({ id: made.body.id, value: 80, unit: '%' });
    const named = { planId: draft, targetId: made.body.id };
    const body = { revision: await revision(), target: { ...target, value: 85.5 } };
    await t.call(updateTarget, { params: named, body }, focal);
    expect((await rows()).at(-1)).toMatchObject({ id: made.body.id, value: 85.5 });
    await t.call(removeTarget, { params: named, query: { revision: await revision() } }, focal);
    expect((await rows()).map((row) => row.id)).not.toContain(made.body.id);
  });

  test('purposes are set; equal ones keep their rows', async () => {
    const params = { planId: draft };
    const rows = async () => (await t.call(listStatements, { params }, focal)).body.rows;
    const [before] = await rows();
    const { revision } = await planOf(draft);
    const texts = ['Mục đích mới', before?.text ?? ''];
    await t.call(setStatements, { params: { planId: draft, kind: 'purpose' }, body: { revision, texts } }, focal);
    const after = await rows();
    expect(after.map((row) => row.text)).toEqual(texts);
    expect(after[1]?.id).toBe(before?.id);
  });

  test('its title is changed', async () => {
    const { revision } = await planOf(draft);
    await t.call(editHeader, { params: { planId: draft }, body: { revision, title: 'Kế hoạch CCHC năm 2023' } }, focal);
    expect((await planOf(draft)).title).toBe('Kế hoạch CCHC năm 2023');
  });

  test('an officer issues nothing; issued, everybody reads it and nobody changes it', async () => {
    const { revision } = await planOf(draft);
    const body = { revision, decision };
    expect((await t.call(issueDraft, { params: { planId: draft }, body }, officer)).status).toBe(403);
    const issued = await t.call(issueDraft, { params: { planId: draft }, body }, { as: 'chair' });
    expect(issued.body).toMatchObject({ planId: draft, version: 1 });
    expect((await t.call(getPlan, { params: { planId: draft } }, officer)).body).toMatchObject({ state: 'issued' });
    const late = { revision: issued.body.revision, task: form('Muộn') };
    expect((await t.call(createTask, { params: { planId: draft }, body: late }, focal)).error?.code).toBe(
      'plan-no-draft',
    );
  });
});

describe('an amendment written in the product', () => {
  test('leaves the version in force as it is until it is issued', async () => {
    const before = await tasksOf(planId);
    const { revision } = await planOf(planId);
    await t.call(startDraft, { params: { planId }, body: { revision } }, focal);
    const [first, second] = before;
    const params = { planId, taskId: first?.id as Id };
    const revised = async () => (await planOf(planId)).revision;
    await t.call(updateTask, { params, body: { revision: await revised(), task: form('Rà soát kỹ hơn') } }, focal);
    await t.call(
      removeTask,
      { params: { planId, taskId: second?.id as Id }, query: { revision: await revised() } },
      focal,
    );
    expect(await tasksOf(planId)).toEqual(before);
    expect((await tasksOf(planId, 2)).map((row) => [row.id, row.content, row.change])).toEqual([
      [first?.id, 'Rà soát kỹ hơn', 'changed'],
    ]);
    expect((await t.call(listTasks, { params: { planId }, query: { version: 2 } }, officer)).status).toBe(404);
  });

  test('changed again in the same draft is one change', async () => {
    const [row] = await tasksOf(planId, 2);
    const { revision } = await planOf(planId);
    const params = { planId, taskId: row?.id as Id };
    await t.call(updateTask, { params, body: { revision, task: form('Rà soát kỹ hơn nữa') } }, focal);
    expect(await tasksOf(planId, 2)).toMatchObject([{ content: 'Rà soát kỹ hơn nữa', change: 'changed' }]);
  });

  test('discarded, all is as before', async () => {
    const { revision } = await planOf(planId);
    const dropped = await t.call(discardDraft, { params: { planId }, body: { revision } }, focal);
    expect(dropped.body).toMatchObject({ deleted: false });
    expect(await planOf(planId)).toMatchObject({ version: 1, draftVersion: null, taskCount: 2 });
    expect((await tasksOf(planId)).map((row) => row.content.slice(0, 8))).toEqual(['Rà soát ', 'Tuyên tr']);
  });

  test('issued, it is version 2', async () => {
    const revision = async () => (await planOf(planId)).revision;
    await t.call(startDraft, { params: { planId }, body: { revision: await revision() } }, focal);
    expect(
      (await t.call(startDraft, { params: { planId }, body: { revision: await revision() } }, focal)).error?.code,
    ).toBe('plan-has-draft');
    await t.call(
      createTask,
      { params: { planId }, body: { revision: await revision(), task: form('Việc mới') } },
      focal,
    );
    const body = { revision: await revision(), decision };
    expect((await t.call(issueDraft, { params: { planId }, body }, focal)).body).toMatchObject({ version: 2 });
    expect((await tasksOf(planId)).map((row) => row.change)).toEqual(['same', 'same', 'added']);
  });
});

describe('a plan begun with nothing', () => {
  test('is not issued empty, nor for a year that has a plan; discarded it never was', async () => {
    const body = { year: 2022, title: 'Kế hoạch khác', issuer: 'UBND xã Thử Nghiệm' };
    const { body: made } = await t.call(createPlan, { body }, focal);
    const params = { planId: made.planId };
    const issue = async () =>
      t.call(issueDraft, { params, body: { revision: (await planOf(made.planId)).revision, decision } }, focal);
    expect((await issue()).error?.code).toBe('plan-empty');
    const revision = (await planOf(made.planId)).revision;
    await t.call(createTask, { params, body: { revision, task: form('Một việc') } }, focal);
    expect((await issue()).error?.code).toBe('plan-year-taken');
    const dropped = await t.call(
      discardDraft,
      { params, body: { revision: (await planOf(made.planId)).revision } },
      focal,
    );
    expect(dropped.body).toMatchObject({ deleted: true });
    const { rows } = await t.owner.query('select count(*)::int as n from plan_row where plan_id = $1', [made.planId]);
    expect(rows).toEqual([{ n: 0 }]);
  });
});

test('a plan is made public and taken back by those who may accept it', async () => {
  const { revision } = await planOf(planId);
  const sent = { params: { planId }, body: { revision, published: true } };
  expect((await t.call(setPublished, sent, officer)).status).toBe(403);
  const shown = await t.call(setPublished, sent, { as: 'chair' });
  expect(shown.body).toMatchObject({ published: true });
  const hidden = { revision: shown.body.revision, published: false };
  expect((await t.call(setPublished, { params: { planId }, body: hidden }, focal)).body.published).toBe(false);
});

test('due words are read for a form as documents are read', async () => {
  const { body } = await t.call(
    readDueText,
    { body: { text: 'Báo cáo quý, 6 tháng, 9 tháng, năm', year: 2023 } },
    officer,
  );
  expect(body.rules[0]).toMatchObject({
    rule: { kind: 'periodic' },
    frequency: ['quarter', '6months', '9months', 'year'],
  });
});

test('every act on a draft is in the log with words before and after', async () => {
  const { rows } = await t.owner.query<{ action: string }>(
    `select distinct action from log_entry where action like 'plan.%' order by 1`,
  );
  expect(rows.map((row) => row.action)).toEqual(
    expect.arrayContaining([
      'plan.copied',
      'plan.created',
      'plan.draft-discarded',
      'plan.draft-started',
      'plan.header-changed',
      'plan.issued',
      'plan.published',
      'plan.statements-changed',
      'plan.target-added',
      'plan.target-changed',
      'plan.target-removed',
      'plan.task-added',
      'plan.task-changed',
      'plan.task-removed',
      'plan.unpublished',
    ]),
  );
});

test('drafts of another unit cannot be touched', async () => {
  const as = await t.account('focal', t.otherUnit);
  const { revision } = await planOf(planId);
  for (const answer of [
    await t.call(copyPlan, { params: { planId }, body: { year: 2030 } }, { as }),
    await t.call(startDraft, { params: { planId }, body: { revision } }, { as }),
    await t.call(createTask, { params: { planId }, body: { revision, task: form('Việc') } }, { as }),
    await t.call(issueDraft, { params: { planId }, body: { revision, decision } }, { as }),
    await t.call(setPublished, { params: { planId }, body: { revision, published: true } }, { as }),
  ]) {
    expect(answer.status).toBe(404);
  }
});
