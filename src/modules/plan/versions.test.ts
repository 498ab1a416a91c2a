import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { acceptedPlan, getImported, importFile, settleAll, smallPlan } from '#test/plan-acts.ts';
import { acceptImport, discardImport, previewAccept } from './contract/imports.ts';
import { diffVersions, getPlan, getTask, listTargets, listTasks, listVersions } from './contract/plans.ts';

let t: TestApp;
let stopJobs: () => Promise<void>;
let planId: Id;

const inspect = { content: 'Rà soát, tự kiểm tra văn bản do HĐND và UBND xã ban hành trong năm' };
const teach = { content: 'Tổ chức tuyên truyền, phổ biến các luật mới có hiệu lực', due: 'Quý II năm 2022' };
const train = { content: 'Cử cán bộ, công chức tham gia đào tạo, bồi dưỡng nghiệp vụ', due: 'Quý III năm 2022' };

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  planId = (await acceptedPlan(t, smallPlan('goc.txt', [inspect, teach, train]))).planId;
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

const focal = { as: 'focal' as const };
const officer = { as: 'officer' as const };

async function tasksAt(version?: number) {
  const query = version === undefined ? {} : { version };
  const { body, error } = await t.call(listTasks, { params: { planId }, query }, officer);
  if (error) throw new Error(error.message);
  return body.rows;
}

async function later(name: string, tasks: Parameters<typeof smallPlan>[1], given = {}) {
  return settleAll(t, await importFile(t, smallPlan(name, tasks, given)));
}

describe('the first version', () => {
  test('holds the tasks of the document with leads, outputs and due dates', async () => {
    const rows = await tasksAt();
    expect(rows.map((row) => row.content.slice(0, 12))).toEqual(['Rà soát, tự ', 'Tổ chức tuyê', 'Cử cán bộ, c']);
    expect(rows[1]).toMatchObject({
      fieldCode: 'the-che',
      change: 'same',
      leads: [{ text: 'Công chức Tư pháp - Hộ tịch' }],
      dues: [{ rule: { kind: 'quarter', quarter: 2, year: 2022 }, to: '2022-06-30' }],
    });
  });

  test('a second document of the year is not another first plan', async () => {
    const imported = await later('lan-hai.txt', [inspect]);
    const body = { version: imported.version, kind: 'first' as const };
    const refused = await t.call(acceptImport, { params: { importId: imported.id }, body }, focal);
    expect([refused.status, refused.error?.code]).toEqual([409, 'plan-year-taken']);
    expect(refused.error?.details).toEqual({ planId });
    await t.call(discardImport, { params: { importId: imported.id }, body: { version: imported.version } }, focal);
  });

  test('accepted twice with one key is one plan', async () => {
    const imported = await later('nam-khac.txt', [inspect], { year: 2016 });
    const sent = { params: { importId: imported.id }, body: { version: imported.version, kind: 'first' as const } };
    const [one, two] = [
      await t.call(acceptImport, sent, { ...focal, key: 'chap-nhan-mot-lan' }),
      await t.call(acceptImport, sent, { ...focal, key: 'chap-nhan-mot-lan' }),
    ];
    expect(two.body).toEqual(one.body);
    const late = await t.call(acceptImport, sent, focal);
    expect([late.status, late.error?.code]).toEqual([409, 'stale-version']);
  });

  test('two first plans of a year, accepted at once: one is in force', async () => {
    const imports = [
      await later('mot.txt', [inspect], { year: 2012 }),
      await later('hai.txt', [teach], { year: 2012 }),
    ];
    const answers = await Promise.all(
      imports.map(({ id, version }) =>
        t.call(acceptImport, { params: { importId: id }, body: { version, kind: 'first' } }, focal),
      ),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const { rows } = await t.owner.query('select count(*)::int as n from plan where year = 2012');
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('a document of another year cannot change it', async () => {
    const imported = await later('khac-nam.txt', [inspect], { year: 2015 });
    const body = { version: imported.version, kind: 'amend' as const, planId };
    const refused = await t.call(acceptImport, { params: { importId: imported.id }, body }, focal);
    expect(refused.error?.code).toBe('plan-year-differs');
  });
});

describe('an amendment', () => {
  const sooner = { ...teach, due: 'Quý I năm 2022' };
  const fresh = { content: 'Công khai số điện thoại đường dây nóng tại trụ sở', due: 'Tháng 02 năm 2022' };
  let before: Awaited<ReturnType<typeof tasksAt>>;
  let importId: Id;

  beforeAll(async () => {
    before = await tasksAt();
    importId = (await later('sua-doi.txt', [sooner, fresh], { target: 98 })).id;
  });

  test('shows what it would add and change before it is accepted', async () => {
    const body = { kind: 'amend' as const, planId };
    const { body: diff } = await t.call(previewAccept, { params: { importId }, body }, focal);
    const tasks = diff.changes.filter((change) => change.part === 'task');
    expect(tasks.map((change) => [change.kind, change.id])).toEqual([
      ['changed', before[1]?.id],
      ['added', null],
    ]);
    expect(tasks[0]?.fields).toContainEqual({ name: 'dueText', before: 'Quý II năm 2022', after: 'Quý I năm 2022' });
    expect(diff.changes.find((change) => change.part === 'target')?.fields.map((field) => field.name)).toContain(
      'value',
    );
    expect(diff.removed).toBe(0);
    expect((await tasksAt()).length).toBe(3);
  });

  test('against a version that is no longer in force is refused', async () => {
    const { version } = await getImported(t, importId);
    const body = { version, kind: 'amend' as const, planId, planVersion: 7 };
    const refused = await t.call(acceptImport, { params: { importId }, body }, focal);
    expect([refused.status, refused.error?.code]).toEqual([409, 'plan-shown-version-stale']);
  });

  test('accepted is version 2: untouched tasks stay, with their ids', async () => {
    const { version } = await getImported(t, importId);
    const decision = { number: '20/QĐ-UBND', date: '2022-02-10' as never };
    const body = { version, kind: 'amend' as const, planId, planVersion: 1, decision };
    const accepted = await t.call(acceptImport, { params: { importId }, body }, focal);
    expect(accepted.body).toEqual({ planId, version: 2 });
    const after = await tasksAt();
    expect(after.map((row) => [row.id, row.change])).toEqual([
      [before[0]?.id, 'same'],
      [before[1]?.id, 'changed'],
      [before[2]?.id, 'same'],
      [after[3]?.id, 'added'],
    ]);
    expect(after[1]).toMatchObject({ no: before[1]?.no, place: before[1]?.place, dues: [{ to: '2022-03-31' }] });
    expect(after[0]).toEqual({ ...before[0], change: 'same' });
  });

  test('the first version is read as it was, and so is every task', async () => {
    expect(await tasksAt(1)).toEqual(before);
    const { body } = await t.call(getTask, { params: { planId, taskId: before[1]?.id as Id } }, officer);
    expect(body.history.map((one) => [one.fromVersion, one.toVersion, one.task.dueText])).toEqual([
      [1, 2, 'Quý II năm 2022'],
      [2, null, 'Quý I năm 2022'],
    ]);
    expect(body.source).toMatchObject({ importId, path: '/tasksNarrative/0' });
    expect(body.narrative.length).toBeGreaterThan(0);
  });

  test('its changes are told against the version before', async () => {
    const { body } = await t.call(diffVersions, { params: { planId, version: 2 } }, officer);
    expect(body.changes.filter((one) => one.part === 'task').map((one) => [one.kind, one.id])).toEqual([
      ['changed', before[1]?.id],
      ['added', (await tasksAt())[3]?.id],
    ]);
    const back = await t.call(diffVersions, { params: { planId, version: 1 }, query: { against: 2 } }, officer);
    expect(back.body).toMatchObject({ added: body.removed, removed: body.added, changed: body.changed });
  });

  test('the filter "changed" finds what it changed', async () => {
    const ids = async (change: 'added' | 'changed' | 'same') =>
      (await t.call(listTasks, { params: { planId }, query: { change } }, officer)).body.rows.map((row) => row.no);
    expect([(await ids('added')).length, (await ids('changed')).length, (await ids('same')).length]).toEqual([1, 1, 2]);
  });

  test('its decision, its document and its hash are kept with it', async () => {
    const { body } = await t.call(listVersions, { params: { planId } }, officer);
    expect(body.rows).toMatchObject([
      { version: 1, kind: 'first', fileName: 'goc.txt', taskCount: 3 },
      { version: 2, kind: 'amend', decisionNumber: '20/QĐ-UBND', decisionDate: '2022-02-10', taskCount: 4 },
    ]);
    const { rows } = await t.owner.query(
      `select content_hash from plan_version where plan_id = $1 and content_hash ~ '^[0-9a-f]{64}$'`,
      [planId],
    );
    expect(rows).toHaveLength(2);
  });
});

describe('a replacement', () => {
  test('ends what it does not name; what it names goes on', async () => {
    const before = await tasksAt();
    const imported = await later('thay-the.txt', [{ ...inspect, lead: 'Công chức Văn phòng - Thống kê' }, train]);
    const params = { importId: imported.id };
    const preview = await t.call(previewAccept, { params, body: { kind: 'replace', planId } }, focal);
    expect(preview.body.changes.filter((one) => one.part === 'task' && one.kind === 'removed')).toHaveLength(2);
    const body = { version: imported.version, kind: 'replace' as const, planId, planVersion: 2 };
    expect((await t.call(acceptImport, { params, body }, focal)).body.version).toBe(3);
    const after = await tasksAt();
    expect(after.map((row) => row.id)).toEqual([before[0]?.id, before[2]?.id]);
    expect(after[0]).toMatchObject({ change: 'changed', leads: [{ text: 'Công chức Văn phòng - Thống kê' }] });
    expect(after[0]?.outputs).toEqual(before[0]?.outputs);
    expect(await tasksAt(2)).toEqual(before);
  });

  test('a removed task is not found in the new version and is in the old', async () => {
    const [, , , gone] = await tasksAt(2);
    const params = { planId, taskId: gone?.id as Id };
    expect((await t.call(getTask, { params }, officer)).status).toBe(404);
    expect((await t.call(getTask, { params, query: { version: 2 } }, officer)).status).toBe(200);
  });

  test('the plan tells its versions; the targets are those of the version', async () => {
    const plan = await t.call(getPlan, { params: { planId } }, officer);
    expect(plan.body).toMatchObject({ version: 3, taskCount: 2, shown: { version: 3, kind: 'replace' } });
    const values = async (version: number) =>
      (await t.call(listTargets, { params: { planId }, query: { version } }, officer)).body.rows.map(
        (row) => row.value,
      );
    expect(await values(1)).toEqual([100, 97]);
    expect(await values(2)).toEqual([100, 98]);
  });

  test('of a version that is not there is 404', async () => {
    expect((await t.call(listTasks, { params: { planId }, query: { version: 9 } }, officer)).status).toBe(404);
  });
});

describe('rows of an issued version', () => {
  test.each([
    `update plan_task set content = 'khác' where plan_id = $1`,
    `delete from plan_task where plan_id = $1`,
    `update plan_output set content = 'khác' where plan_id = $1`,
    `update plan_due_rule set to_version = 2 where plan_id = $1`,
    `update plan_task set to_version = 1000 where plan_id = $1 and to_version = 3`,
  ])('cannot be changed even by the application: %s', async (statement) => {
    const client = await t.services.appPool.connect();
    try {
      await client.query(`begin; set local app.unit_id = '${t.unit.id}'`);
      await expect(client.query(statement, [planId])).rejects.toMatchObject({ code: 'LM002' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

test('every acceptance is in the log with what it changed', async () => {
  const { rows } = await t.owner.query<{ before: { version: number } | null; after: Record<string, unknown> }>(
    `select d.before, d.after from log_entry e join log_detail d on d.entry_id = e.id
     where e.action = 'plan.accepted' and e.record_id = $1 order by e.id`,
    [planId],
  );
  expect(rows.map((row) => [row.before?.version ?? 0, row.after['version'], row.after['kind']])).toEqual([
    [0, 1, 'first'],
    [1, 2, 'amend'],
    [2, 3, 'replace'],
  ]);
  expect(rows[1]?.after).toMatchObject({ removed: 0 });
  expect(String(rows[1]?.after['contentHash'])).toMatch(/^[0-9a-f]{64}$/);
});
