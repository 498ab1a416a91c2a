import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { getImported, importFile, seedPlanFile, smallPlan, textFile, waitForReading } from '#test/plan-acts.ts';
import {
  acceptImport,
  discardImport,
  editReading,
  type getImport,
  getImportDocument,
  listImports,
  readAgain,
  settleDoubts,
  settleUnread,
  startImport,
} from './contract/imports.ts';

let t: TestApp;
let stopJobs: () => Promise<void>;
let plan: AnswerOf<typeof getImport>;

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  plan = await importFile(t, await seedPlanFile());
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

const at = (id: Id) => ({ importId: id });
const focal = { as: 'focal' as const };
const now = () => getImported(t, plan.id);

/** One correction as the focal officer, at the import's version. */
async function edit(op: 'set' | 'insert' | 'remove', path: string, value?: unknown) {
  const { version } = await now();
  return t.call(editReading, { params: at(plan.id), body: { version, op, path, value } }, focal);
}

describe('a document', () => {
  test('is read into everything the plan says, with the place of each field', () => {
    expect(plan).toMatchObject({ state: 'review', format: 'txt', year: 2022, progress: 100 });
    expect(plan.reading?.appendices.map((one) => one.tasks.length)).toEqual([3, 7, 4, 4, 5, 7, 4]);
    expect(plan.reading?.targets).toHaveLength(12);
    expect(plan.reading?.places['/appendices/0/tasks/0/content']?.length).toBeGreaterThan(3);
    expect(plan.unread).toEqual([]);
  });

  test('is shown line by line beside what was read', async () => {
    const { body } = await t.call(getImportDocument, { params: at(plan.id), query: { from: 100, size: 50 } }, focal);
    expect(body).toMatchObject({ format: 'txt', from: 100 });
    expect(body.total).toBeGreaterThanOrEqual(2_193);
    expect(body.lines.map((line) => line.id)).toEqual(Array.from({ length: 50 }, (_, index) => index + 100));
    const [line] = plan.reading?.places['/title'] ?? [];
    const whole = await t.call(getImportDocument, { params: at(plan.id) }, focal);
    expect(whole.body.lines.find((one) => one.id === line)?.text.toUpperCase()).toContain('KẾ HOẠCH');
  });

  test('again is the same import, read once', async () => {
    const again = await t.call(startImport, { file: await seedPlanFile() }, focal);
    expect(again.body).toEqual({ id: plan.id, state: 'review', again: true, version: plan.version });
  });

  test('sent twice with one key is one import', async () => {
    const file = smallPlan('hai-lan.txt', [{ content: 'Rà soát văn bản' }], { year: 2018 });
    const key = 'cung-mot-khoa-123';
    const [first, second] = await Promise.all([1, 2].map(() => t.call(startImport, { file }, { ...focal, key })));
    expect(second?.body.id).toBe(first?.body.id);
    const { rows } = await t.owner.query(
      'select count(*)::int as n from plan_import where sha256 in (select sha256 from file where name = $1)',
      [file.name],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('sent at once by two people is one import', async () => {
    const file = smallPlan('cung-luc.txt', [{ content: 'Rà soát văn bản' }], { year: 2013 });
    const answers = await Promise.all([1, 2, 3, 4].map(() => t.call(startImport, { file }, focal)));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1);
    expect(answers.filter((one) => !one.body.again)).toHaveLength(1);
  });

  test.each([
    ['an empty file', textFile('rong.txt', ''), 'emptyFile', 'không có nội dung'],
    [
      'a picture called .docx',
      {
        name: 'anh.docx',
        content: Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
      },
      'picture',
      'hình ảnh',
    ],
    [
      'an archive',
      { name: 'nen.docx', content: Buffer.from('504b0506000000000000000000000000000000000000', 'hex') },
      undefined,
      '',
    ],
  ])('that is %s is refused in words, and may be tried again', async (_, file, code, words) => {
    const { body } = await t.call(startImport, { file }, focal);
    await waitForReading(t, body.id);
    const refused = await getImported(t, body.id);
    expect(refused).toMatchObject({ state: 'refused', reading: null, doubts: [] });
    if (code) expect(refused.refusal?.code).toBe(code);
    expect(refused.refusal?.message).toContain(words);
    const again = await t.call(startImport, { file }, focal);
    expect(again.body).toMatchObject({ id: body.id, again: true, state: 'reading' });
    await waitForReading(t, body.id);
    expect((await getImported(t, body.id)).state).toBe('refused');
  });

  test('larger than 50 MB is not received', async () => {
    const file = { name: 'lon.pdf', content: Buffer.alloc(50 * 1_048_576 + 1, 'a') };
    const { status, error } = await t.call(startImport, { file }, focal);
    expect([status, error?.code]).toEqual([413, 'file-too-large']);
    expect(error?.message).toContain('50 MB');
  });

  test('tells its importer when it was read', async () => {
    const { rows } = await t.owner.query(
      `select count(*)::int as n from notification where kind = 'plan.import-read' and record_id = $1`,
      [plan.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('a correction', () => {
  test('changes one field, and is in the log with before and after', async () => {
    const path = '/appendices/4/tasks/3/deadlineText';
    const changed = await edit('set', path, 'Trước ngày 15/12/2022');
    expect(changed.body).toMatchObject({ state: 'review' });
    const after = await now();
    expect(after.reading?.appendices[4]?.tasks[3]?.deadlines).toMatchObject([{ kind: 'before', month: 12, day: 15 }]);
    expect(after.doubts.some((doubt) => doubt.kind === 'missingDeadline')).toBe(false);
    expect(after.edits.at(-1)).toMatchObject({ op: 'set', path, before: '', applied: true });
    const { rows } = await t.owner.query(
      `select d.before, d.after from log_entry e join log_detail d on d.entry_id = e.id
       where e.action = 'plan-import.edited' and e.record_id = $1`,
      [plan.id],
    );
    expect(rows).toEqual([{ before: { path, value: '' }, after: { path, value: 'Trước ngày 15/12/2022' } }]);
  });

  test.each([
    ['/nothing', 'x', 404, 'import-edit-place'],
    ['/places', {}, 404, 'import-edit-place'],
    ['/purposes/99', 'x', 404, 'import-edit-place'],
    ['/year', 'hai nghìn', 400, 'import-edit-value'],
    ['/targets/0/operator', 'khoảng', 400, 'import-edit-value'],
    ['/appendices/0/tasks', 'x', 400, 'import-edit-value'],
  ])('of %s to %s is refused with %d', async (path, value, status, code) => {
    const refused = await edit('set', path, value);
    expect([refused.status, refused.error?.code]).toEqual([status, code]);
  });

  test('on a stale version is refused and shows the other', async () => {
    const body = { version: 1, op: 'set' as const, path: '/title', value: 'Khác' };
    const { status, error } = await t.call(editReading, { params: at(plan.id), body }, focal);
    expect(status).toBe(409);
    expect(error).toMatchObject({ code: 'stale-version', details: { current: { id: plan.id, year: 2022 } } });
  });

  test('sent again with its key is made once', async () => {
    const { version } = await now();
    const body = { version, op: 'insert' as const, path: '/purposes/-', value: 'Thêm một mục đích' };
    const options = { ...focal, key: 'them-mot-muc-dich' };
    const first = await t.call(editReading, { params: at(plan.id), body }, options);
    const second = await t.call(editReading, { params: at(plan.id), body }, options);
    expect(second.body).toEqual(first.body);
    const purposes = (await now()).reading?.purposes ?? [];
    expect(purposes.filter((one) => one === 'Thêm một mục đích')).toHaveLength(1);
    await edit('remove', `/purposes/${purposes.length - 1}`);
  });
});

describe('a contradiction', () => {
  const decide = async (kind: string, given: object) => {
    const { version, doubts } = await now();
    const doubt = doubts.find((one) => one.kind === kind);
    const decisions = [{ doubtId: doubt?.id ?? '', choice: 'keep' as const, ...given }];
    return t.call(settleDoubts, { params: at(plan.id), body: { version, decisions } }, focal);
  };
  const settled = async (kind: string) => (await now()).doubts.find((one) => one.kind === kind)?.decision;

  test('is told with its places, its choices and what is proposed', () => {
    const doubt = plan.doubts.find((one) => one.kind === 'conflictingTargets');
    expect(doubt).toMatchObject({ blocking: true, proposed: 'keep', decision: null });
    expect(doubt?.places.map((place) => place.path)).toEqual(['/targets/0', '/targets/9']);
    expect(doubt?.places[0]?.text).toContain('95%');
    expect(doubt?.choices.map((one) => [one.code, one.needsReason])).toContainEqual(['merge', true]);
  });

  test('kept is decided, by whom and when; taken back it is open again', async () => {
    const before = (await now()).open;
    await decide('twoMeasures', { choice: 'keep', reason: 'Theo dõi chung' });
    expect(await settled('twoMeasures')).toMatchObject({ choice: 'keep', reason: 'Theo dõi chung' });
    expect((await now()).open.all).toBe(before.all - 1);
    await decide('twoMeasures', { choice: null });
    expect((await now()).open).toEqual(before);
  });

  test('merging two figures asks why', async () => {
    const { status, error } = await decide('conflictingTargets', { choice: 'merge' });
    expect([status, error?.code]).toEqual([400, 'doubt-reason']);
  });

  test('merged, one target is left with all places; decisions on targets behind it stay theirs', async () => {
    await decide('targetScope', { choice: 'ignore' });
    await decide('conflictingTargets', { choice: 'merge', reason: 'Cùng một chỉ tiêu' });
    const after = await now();
    expect(after.reading?.targets).toHaveLength(11);
    expect(after.reading?.targets[0]?.alsoIn).toEqual(expect.arrayContaining(['II.2.2.b']));
    expect(await settled('targetScope')).toMatchObject({ choice: 'ignore' });
  });

  test('an item of the text becomes a task', async () => {
    const count = (await now()).doubts.filter((one) => one.kind === 'taskWithoutRow').length;
    await decide('taskWithoutRow', { choice: 'createTask' });
    const after = await now();
    expect(after.reading?.appendices.map((one) => one.taskCount).reduce((a, b) => a + b)).toBe(35);
    expect(after.doubts.filter((one) => one.kind === 'taskWithoutRow')).toHaveLength(count - 1);
  });

  test('that is gone is not decided', async () => {
    const { status, error } = await decide('twoMeasures', { doubtId: 'twoMeasures:khong-co' });
    expect([status, error?.code]).toEqual([409, 'doubt-gone']);
  });

  test('and the plan waits while one is open', async () => {
    const { version, open } = await now();
    const body = { version, kind: 'first' as const };
    const { status, error } = await t.call(acceptImport, { params: at(plan.id), body }, focal);
    expect([status, error?.code]).toEqual([409, 'import-not-ready']);
    expect(error?.message).toContain(`Còn ${open.blocking} điểm cần quyết định`);
    expect(error?.details).toEqual({ obstacles: [{ code: 'import-open-doubts', count: open.blocking }] });
  });
});

describe('reading again', () => {
  test('keeps corrections and decisions, and brings the rest anew', async () => {
    const before = await now();
    const asked = await t.call(readAgain, { params: at(plan.id), body: { version: before.version } }, focal);
    expect(asked.body.state).toBe('reading');
    const busy = await t.call(readAgain, { params: at(plan.id), body: { version: asked.body.version } }, focal);
    expect([409, 200]).toContain(busy.status);
    await waitForReading(t, plan.id);
    const after = await now();
    expect(after.reading).toEqual(before.reading);
    expect(after.edits.every((one) => one.applied)).toBe(true);
    expect(after.open).toEqual(before.open);
    const told = (one: typeof after) => one.doubts.map(({ id, decision }) => `${id} ${decision?.choice ?? ''}`).sort();
    expect(told(after)).toEqual(told(before));
  });
});

describe('lines nobody knew', () => {
  test('are furniture or part of a field, and the plan waits for them', async () => {
    const file = smallPlan('dong-la.txt', [{ content: 'Rà soát văn bản' }], { year: 2019 });
    const strange = textFile(
      'dong-la.txt',
      `${file.content.toString()}\n\nXYZZY 12 #### dòng này không thuộc về đâu cả\n`,
    );
    const imported = await importFile(t, strange);
    const [line] = imported.unread;
    if (!line) return expect(imported.unread).toEqual([]);
    expect(imported.obstacles.map((one) => one.code)).toContain('import-open-lines');
    const settle = (use: 'furniture' | 'field', path?: string) => async (version: number) =>
      t.call(
        settleUnread,
        { params: at(imported.id), body: { version, lines: [line.line], use, ...(path ? { path } : {}) } },
        focal,
      );
    const nowhere = await settle('field')(imported.version);
    expect(nowhere.error?.code).toBe('import-line-place');
    const placed = await settle('field', '/purposes/-')(imported.version);
    expect(placed.body.open.unread).toBe(imported.unread.length - 1);
    const after = await getImported(t, imported.id);
    expect(after.reading?.purposes.at(-1)).toBe(line.text.trim());
    expect(after.reading?.places[`/purposes/${(after.reading?.purposes.length ?? 0) - 1}`]).toEqual([line.line]);
    const known = await t.call(
      settleUnread,
      { params: at(imported.id), body: { version: after.version, lines: [0], use: 'furniture' } },
      focal,
    );
    expect([known.status, known.error?.code]).toEqual([409, 'import-line-settled']);
  });
});

test('an import that is not wanted is discarded; its file may be imported anew', async () => {
  const file = smallPlan('bo-di.txt', [{ content: 'Rà soát văn bản' }], { year: 2017 });
  const imported = await importFile(t, file);
  const params = at(imported.id);
  const discarded = await t.call(
    discardImport,
    { params, body: { version: imported.version, reason: 'Nhầm tệp' } },
    focal,
  );
  expect(discarded.body.state).toBe('discarded');
  const late = { version: discarded.body.version, op: 'set' as const, path: '/title', value: 'x' };
  expect((await t.call(editReading, { params, body: late }, focal)).error?.code).toBe('import-not-reviewed');
  const again = await t.call(startImport, { file }, focal);
  expect(again.body).toMatchObject({ again: false });
  expect(again.body.id).not.toBe(imported.id);
  await waitForReading(t, again.body.id);
});

test('further files come in over the same connections', async () => {
  for (let index = 0; index < 2; index++) {
    const file = smallPlan(`loat-${index}.txt`, [{ content: `Rà soát văn bản đợt ${index}` }], { year: 2016 });
    const { status, body } = await t.call(startImport, { file }, focal);
    expect(status).toBe(200);
    await waitForReading(t, body.id);
  }
});

test('the list is searched without diacritics and by state', async () => {
  const found = await t.call(listImports, { query: { q: 'ke hoach cai cach', state: 'review' } }, focal);
  expect(found.body.rows.map((row) => row.id)).toContain(plan.id);
  expect(found.body.rows.every((row) => row.state === 'review')).toBe(true);
  const none = await t.call(listImports, { query: { q: 'khong co gi nhu the' } }, focal);
  expect(none.body).toMatchObject({ rows: [], total: 0 });
});

test('of another unit there is nothing to see or to do', async () => {
  const stranger = await t.account('focal', t.otherUnit);
  const params = at(plan.id);
  const { version } = await now();
  for (const answer of [
    await t.call(getImportDocument, { params }, { as: stranger }),
    await t.call(editReading, { params, body: { version, op: 'set', path: '/title', value: 'x' } }, { as: stranger }),
    await t.call(acceptImport, { params, body: { version, kind: 'first' } }, { as: stranger }),
    await t.call(discardImport, { params, body: { version } }, { as: stranger }),
  ]) {
    expect(answer.status).toBe(404);
  }
  const list = await t.call(listImports, {}, { as: stranger });
  expect(list.body).toMatchObject({ rows: [], total: 0 });
  const { headers } = await t.signInAs('focal', t.otherUnit);
  const file = await t.app.inject({ method: 'GET', url: `/api/plan-imports/${plan.id}/file`, headers });
  expect(file.statusCode).toBe(404);
});

test('the document itself is given back as it came, for saving', async () => {
  const { headers } = await t.signInAs('focal');
  const reply = await t.app.inject({ method: 'GET', url: `/api/plan-imports/${plan.id}/file`, headers });
  expect(reply.statusCode).toBe(200);
  expect(reply.rawPayload.equals((await seedPlanFile()).content)).toBe(true);
  expect(reply.headers['content-disposition']).toContain('attachment');
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
});
