import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { CallInput } from '#kernel/route.ts';
import { inTransaction } from '#server/db.ts';
import { readPlanFile } from '#server/documents/read-in-worker.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { acceptedPlan, importFile, seedPlanFile, settleAll, smallPlan } from '#test/plan-acts.ts';
import { workbookOf } from '#test/workbook.ts';
import { acceptImport } from './contract/imports.ts';
import {
  getCalendar,
  getPlan,
  getTaskFacets,
  listFields,
  listNarrative,
  listPlans,
  listReportDuties,
  listResponsibilities,
  listStatements,
  listTargets,
  listTasks,
} from './contract/plans.ts';
import { findPublishedPlan, listPublishedPlans } from './queries.ts';

let t: TestApp;
let stopJobs: () => Promise<void>;
let planId: Id;

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  planId = (await acceptedPlan(t, await seedPlanFile())).planId;
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

const officer = { as: 'officer' as const };

type TaskQuery = NonNullable<CallInput<typeof listTasks>['query']>;

async function places(query: TaskQuery): Promise<string[]> {
  const { body, error } = await t.call(listTasks, { params: { planId }, query: { size: 200, ...query } }, officer);
  if (error) throw new Error(error.message);
  return body.rows.map((row) => row.place);
}

describe('the list of tasks', () => {
  test.each<[string, TaskQuery, number?]>([
    ['everything', {}, 34],
    ['a field', { field: 'thu-tuc' }, 7],
    ['no field', { field: 'none' }, 0],
    ['ours', { whose: 'ours' }, 29],
    ['of a higher level', { whose: 'higher' }, 5],
    ['words without diacritics', { q: 'ho tich' }, 3],
    ['words with diacritics and capitals', { q: 'HỘ TỊCH' }, 3],
    ['words in any order', { q: 'tich ho' }, 3],
    ['the place', { q: 'PL05/4' }, 1],
    ['marks that mean something to the database', { q: '100%_\\' }, 0],
    ['no day known', { due: 'undated' }],
  ])('filtered by %s', async (_, query, count) => {
    const { body } = await t.call(listTasks, { params: { planId }, query: { ...query, size: 200 } }, officer);
    expect(body.total).toBe(body.rows.length);
    if (count !== undefined) expect(body.total).toBe(count);
  });

  test('by the words of an output', async () => {
    expect(await places({ q: 'cac van ban don doc, trien khai' })).toContain('PL02/1');
  });

  test('by a lead, however documents write the name', async () => {
    const { body } = await t.call(getTaskFacets, { params: { planId } }, officer);
    for (const { holder, count } of body.leads) {
      expect(await places({ lead: holder.key })).toHaveLength(count);
    }
    for (const { holder, count } of body.coordinators) {
      expect(await places({ coordinator: holder.key })).toHaveLength(count);
    }
  });

  test('by the month something falls due; the months together hold all that is dated', async () => {
    const { body } = await t.call(getTaskFacets, { params: { planId } }, officer);
    const found = new Set<string>();
    for (const { month, count } of body.months) {
      const rows = await places({ due: `m${month}` });
      expect(rows).toHaveLength(count);
      for (const row of rows) found.add(row);
    }
    expect(found.size + body.undated).toBe(34);
    expect(await places({ due: 'm1' })).toContain('PL01/1');
    const halves = new Set([...(await places({ due: 'h1' })), ...(await places({ due: 'h2' }))]);
    expect(halves).toEqual(found);
    expect(new Set(await places({ due: 'q1' }))).toEqual(
      new Set([...(await places({ due: 'm1' })), ...(await places({ due: 'm2' })), ...(await places({ due: 'm3' }))]),
    );
  });

  test('by pages, which together are the whole in its order', async () => {
    const whole = await places({});
    const paged: string[] = [];
    for (let page = 1; page <= 4; page++) {
      const { body } = await t.call(listTasks, { params: { planId }, query: { page, size: 10 } }, officer);
      expect(body).toMatchObject({ total: 34, page, size: 10 });
      paged.push(...body.rows.map((row) => row.place));
    }
    expect(paged).toEqual(whole);
    const beyond = await t.call(listTasks, { params: { planId }, query: { page: 9, size: 10 } }, officer);
    expect(beyond.body).toMatchObject({ rows: [], total: 34 });
  });

  test.each(['position', 'content', 'due'] as const)('sorted by %s and back', async (sort) => {
    const up = await places({ sort });
    const down = await places({ sort: `-${sort}` });
    expect(up).toHaveLength(34);
    expect(new Set(down)).toEqual(new Set(up));
    if (sort === 'position') expect(down).toEqual([...up].reverse());
    if (sort === 'content') {
      const { body } = await t.call(listTasks, { params: { planId }, query: { sort, size: 200 } }, officer);
      const contents = body.rows.map((row) => row.content.slice(0, 120));
      expect(contents).toEqual([...contents].sort(new Intl.Collator('vi').compare));
    }
  });

  test('tells its filters apart from nonsense', async () => {
    const wrong = await t.call(listTasks, { params: { planId }, query: { due: 'm13' } }, officer);
    expect([wrong.status, wrong.error?.code]).toEqual([400, 'invalid']);
  });
});

describe('the other parts', () => {
  const rows = async (
    route:
      | typeof listTargets
      | typeof listStatements
      | typeof listNarrative
      | typeof listResponsibilities
      | typeof listReportDuties,
  ) => (await t.call(route, { params: { planId } }, officer)).body.rows;

  test('are all there', async () => {
    expect(await rows(listTargets)).toHaveLength(11);
    expect(await rows(listStatements)).toMatchObject([
      { kind: 'purpose' },
      { kind: 'purpose' },
      { kind: 'purpose' },
      { kind: 'objective' },
      {},
    ]);
    expect(await rows(listNarrative)).toHaveLength(33);
    expect(await rows(listResponsibilities)).toHaveLength(4);
    expect(await rows(listReportDuties)).toHaveLength(9);
  });

  test('the plan counts them by field', async () => {
    const { body } = await t.call(getPlan, { params: { planId } }, officer);
    expect(body.fields.map((field) => field.taskCount)).toEqual([3, 7, 4, 4, 5, 7, 4]);
    expect(body).toMatchObject({ taskCount: 34, targetCount: 11, higherCount: 5 });
    expect((await t.call(listFields, {}, officer)).body.rows).toHaveLength(7);
  });

  test('the year as bars: reports of "quý, 6 tháng, 9 tháng, năm" are four days', async () => {
    const { body } = await t.call(getCalendar, { params: { planId }, query: { field: 'the-che' } }, officer);
    const [task] = body.rows;
    const bar = (kind: string) => task?.bars.find((one) => one.rule.kind === kind);
    expect(bar('month')).toMatchObject({ from: '2022-01-01', to: '2022-01-31', days: ['2022-01-31'] });
    expect(bar('periodic')).toMatchObject({
      output: 'Báo cáo kết quả thực hiện',
      from: '2022-01-01',
      to: '2022-12-31',
      days: ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'],
    });
  });

  test('plans are listed by year and words', async () => {
    const found = await t.call(listPlans, { query: { q: 'cai cach hanh chinh', year: 2022 } }, officer);
    expect(found.body.rows.map((row) => row.id)).toEqual([planId]);
    expect((await t.call(listPlans, { query: { year: 1999 } }, officer)).body.total).toBe(0);
  });
});

describe('exports', () => {
  const get = async (path: string, as: Parameters<TestApp['signInAs']> = ['officer']) => {
    const { headers } = await t.signInAs(...as);
    return t.app.inject({ method: 'GET', url: `/api/plans/${planId}/${path}`, headers });
  };

  test('Excel holds exactly what the list shows, in its order, under its filters', async () => {
    const reply = await get('export.xlsx?field=thu-tuc&sort=-position&q=ket%20qua');
    expect(reply.headers['content-disposition']).toContain('.xlsx');
    const book = await workbookOf(reply.rawPayload);
    const sheet = book.getWorksheet(1);
    const cells = (sheet?.getColumn(2).values ?? []).map(String);
    expect(cells.filter((cell) => cell.startsWith('PL'))).toEqual(
      await places({ field: 'thu-tuc', sort: '-position', q: 'ket qua' }),
    );
    const head = (sheet?.getColumn(1).values ?? []).map(String);
    expect(head).toEqual(expect.arrayContaining(['Lĩnh vực: Cải cách thủ tục hành chính', 'Tìm: “ket qua”']));
  });

  test('Word reads back as the same plan', async () => {
    const reply = await get('export.docx');
    const again = await readPlanFile(reply.rawPayload, 'xuat.docx');
    expect(again.reading.year).toBe(2022);
    expect(again.reading.issuer.toLowerCase()).toContain('hoằng tiến');
    const tasks = again.reading.appendices.flatMap((appendix) => appendix.tasks);
    expect(again.reading.appendices.map((appendix) => appendix.tasks.length)).toEqual([3, 7, 4, 4, 5, 7, 4]);
    const { body } = await t.call(listTasks, { params: { planId }, query: { size: 200 } }, officer);
    expect(tasks.map((task) => task.content)).toEqual(body.rows.map((row) => row.content));
    expect(tasks.map((task) => task.outputs)).toEqual(body.rows.map((row) => row.outputs.map((output) => output.text)));
    expect(again.reading.targets.filter((target) => target.duplicateOf === undefined)).toHaveLength(11);
  });

  test('Word is set in the letterhead of Decree 30 and in Times New Roman', async () => {
    const zip = new PizZip((await get('export.docx')).rawPayload);
    const text = zip.file('word/document.xml')?.asText() ?? '';
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'XÃ HOẰNG TIẾN',
      'PHỤ LỤC 07',
    ]) {
      expect(text).toContain(words);
    }
    expect(zip.file('word/styles.xml')?.asText()).toContain('Times New Roman');
    expect(text).toContain('w:orient="landscape"');
    expect(text).not.toMatch(/[{}]/);
  });

  test('are refused to strangers, and to whoever is not signed in', async () => {
    for (const path of ['export.xlsx', 'export.docx']) {
      expect((await get(path, ['focal', t.otherUnit])).statusCode).toBe(404);
      const nobody = await t.app.inject({ method: 'GET', url: `/api/plans/${planId}/${path}` });
      expect(nobody.statusCode).toBe(401);
      const wrong = await get(`${path}?due=m13`);
      expect([wrong.statusCode, wrong.json().error.code]).toEqual([400, 'invalid']);
    }
  });
});

describe('in Word, a later version', () => {
  test('marks what is new and changed, and names what is gone', async () => {
    const first = await acceptedPlan(
      t,
      smallPlan('a.txt', [{ content: 'Rà soát văn bản của xã' }, { content: 'Mở lớp tập huấn nghiệp vụ' }], {
        year: 2014,
      }),
    );
    const later = await settleAll(
      t,
      await importFile(
        t,
        smallPlan(
          'b.txt',
          [{ content: 'Rà soát văn bản của xã', due: 'Quý I năm 2014' }, { content: 'Khảo sát sự hài lòng' }],
          { year: 2014 },
        ),
      ),
    );
    const body = { version: later.version, kind: 'replace' as const, planId: first.planId, planVersion: 1 };
    await t.call(acceptImport, { params: { importId: later.id }, body }, { as: 'focal' });
    const { headers } = await t.signInAs('officer');
    const reply = await t.app.inject({ method: 'GET', url: `/api/plans/${first.planId}/export.docx`, headers });
    const text =
      new PizZip(reply.rawPayload)
        .file('word/document.xml')
        ?.asText()
        .replace(/<[^>]+>/g, '|') ?? '';
    expect(text).toContain('sửa đổi');
    expect(text).toContain('bổ sung');
    expect(text).toContain('Nội dung bỏ so với phiên bản 1');
    expect(text).toContain('Mở lớp tập huấn nghiệp vụ');
  });
});

test('another unit finds nothing by any of the lists', async () => {
  const as = await t.account('chair', t.otherUnit);
  for (const route of [
    getPlan,
    listTasks,
    getTaskFacets,
    getCalendar,
    listTargets,
    listStatements,
    listNarrative,
    listResponsibilities,
    listReportDuties,
  ]) {
    expect((await t.call(route, { params: { planId } }, { as })).status).toBe(404);
  }
  expect((await t.call(listPlans, {}, { as })).body).toMatchObject({ rows: [], total: 0 });
});

test('the public page is given published plans only', async () => {
  const read = <T>(work: Parameters<typeof inTransaction<T>>[3]) =>
    inTransaction(t.services.appPool, t.unit.id, 'read', work);
  expect(await read((db) => listPublishedPlans(db, t.unit.id))).toEqual([]);
  expect(await read((db) => findPublishedPlan(db, t.unit.id, planId))).toBeUndefined();
  await t.owner.query('update plan set published = true where id = $1', [planId]);
  const plan = await read((db) => findPublishedPlan(db, t.unit.id, planId));
  expect(plan?.fields.map((field) => field.tasks.length)).toEqual([3, 7, 4, 4, 5, 7, 4]);
  expect(plan?.fields[0]?.tasks[0]?.dues[0]).toBe('Xây dựng kế hoạch: tháng 01/2022');
});
