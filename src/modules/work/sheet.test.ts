import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anOffice, aPost, type TestOffice } from '#test/work-factories.ts';
import { workbookOf } from '#test/workbook.ts';
import { listWorkTasks } from './contract/reads.ts';
import { addTask, readTaskSheet } from './contract/tasks.ts';

let t: TestApp;
let office: TestOffice;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
  await aPost(t.owner, t.unit.id, { title: 'Công chức Địa chính – xây dựng' });
});
afterAll(() => t.close());

type Cell = string | number | Date | null;
const heads = [
  'Nội dung',
  'Sản phẩm',
  'Hạn',
  'Chủ trì',
  'Phối hợp',
  'Trọng số',
  'Mức khẩn',
  'Nguồn',
  'Căn cứ',
  'Lĩnh vực',
];

async function bytesOf(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Việc');
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const send = async (content: Buffer, save: 'yes' | 'no' = 'no', as: TestOffice['focal'] | 'officer' = office.focal) =>
  t.call(readTaskSheet, { body: { save }, file: { name: 'viec.xlsx', content } }, { as });
const read = async (rows: readonly (readonly Cell[])[], save: 'yes' | 'no' = 'no') => {
  const answer = await send(await bytesOf([heads, ...rows]), save);
  expect(answer.error).toBeUndefined();
  return answer.body;
};
const officer = 'Công chức Tư pháp - Hộ tịch';
const countTasks = async () =>
  (await t.owner.query<{ n: number }>('select count(*)::integer as n from work_task where unit_id = $1', [t.unit.id]))
    .rows[0]?.n ?? 0;

describe('a sheet of new tasks', () => {
  test('is read wherever its heading stands, with days as text and as dates, and saved only when asked', async () => {
    const before = await countTasks();
    const content = await bytesOf([
      ['DANH SÁCH VIỆC GIAO'],
      [],
      ['TT', ' NỘI DUNG ', 'Sản  phẩm', 'Thời hạn', 'Đơn vị chủ trì', 'Phối hợp', 'Hệ số'],
      [
        1,
        'Rà soát thủ tục A',
        'Báo cáo',
        new Date('2022-04-15'),
        officer,
        'Công chức Tài chính; Lê Văn Thử Chủ Tịch',
        2.5,
      ],
      [2, 'Rà soát thủ tục A', 'Danh mục', '30/4/2022', officer, 'Công chức Tài chính; Lê Văn Thử Chủ Tịch', '2,5'],
      [3, 'Tập huấn cán bộ thôn', 'Kế hoạch', 'ngày 05 tháng 5 năm 2022', 'Hồ Văn Thử Kế Toán', null, null],
      [],
    ]);
    const tried = await send(content);
    expect(tried.error).toBeUndefined();
    expect(tried.body).toMatchObject({ added: 2, changed: 0, saved: false, errors: [], errorSheet: null });
    expect(await countTasks()).toBe(before);
    const saved = await send(content, 'yes');
    expect(saved.body).toMatchObject({ added: 2, saved: true });
    const { rows } = await t.owner.query(
      `select t.content, t.weight::float8 as weight, t.person_id, o.title, o.due, (select count(*)::integer from work_part p where p.task_id = t.id) as parts
       from work_task t join obligation o on o.task_id = t.id where t.unit_id = $1 order by o.due`,
      [t.unit.id],
    );
    expect(rows).toEqual([
      { content: 'Rà soát thủ tục A', weight: 2.5, person_id: null, title: 'Báo cáo', due: '2022-04-15', parts: 2 },
      { content: 'Rà soát thủ tục A', weight: 2.5, person_id: null, title: 'Danh mục', due: '2022-04-30', parts: 2 },
      {
        content: 'Tập huấn cán bộ thôn',
        weight: 1,
        person_id: office.colleague.personId,
        title: 'Kế hoạch',
        due: '2022-05-05',
        parts: 0,
      },
    ]);
    const { rows: told } = await t.owner.query(
      `select payload->>'kind' as kind, payload->'accountIds' as accounts from outbox where topic = 'notification.wanted'`,
    );
    expect(told).toEqual([
      { kind: 'work.assigned', accounts: [office.officer.id] },
      { kind: 'work.assigned', accounts: [office.colleague.id] },
    ]);
    const again = await send(content, 'yes');
    expect(again.body).toMatchObject({ saved: false });
    expect(again.body.errors).toHaveLength(3);
    expect(await countTasks()).toBe(before + 2);
  });

  test('tells who gets several of its tasks once', async () => {
    const rows = ['một', 'hai', 'ba'].map((name) => [`Việc nhiều ${name}`, 'Báo cáo', '15/04/2022', officer]);
    await read(rows, 'yes');
    const { rows: told } = await t.owner.query(
      `select payload->'params'->>'title' as title from outbox where payload->>'kind' = 'work.assigned-many'`,
    );
    expect(told).toEqual([{ title: '3 việc theo tệp viec.xlsx' }]);
  });

  test.each<[string, Cell[], string, string, RegExp]>([
    ['no content', ['', 'Báo cáo', '15/04/2022', officer], 'Nội dung', 'A2', /nội dung/],
    ['no output', ['Việc một', '', '15/04/2022', officer], 'Sản phẩm', 'B2', /sản phẩm/],
    ['no day', ['Việc một', 'Báo cáo', '', officer], 'Hạn', 'C2', /ghi hạn/],
    ['a day that is none', ['Việc một', 'Báo cáo', '31/02/2022', officer], 'Hạn', 'C2', /15\/04\/2022/],
    ['a day the American way', ['Việc một', 'Báo cáo', '4/15/2022', officer], 'Hạn', 'C2', /15\/04\/2022/],
    ['a bare number for a day', ['Việc một', 'Báo cáo', 44666, officer], 'Hạn', 'C2', /con số/],
    ['a past day', ['Việc một', 'Báo cáo', '14/03/2022', officer], 'Hạn', 'C2', /hôm nay \(15\/03\/2022\)/],
    ['nobody', ['Việc một', 'Báo cáo', '15/04/2022', ''], 'Chủ trì', 'D2', /chủ trì/],
    [
      'an unknown post',
      ['Việc một', 'Báo cáo', '15/04/2022', 'Công chức Địa chánh'],
      'Chủ trì',
      'D2',
      /Gần giống: .*Địa chính/,
    ],
    [
      'an unknown coordinator',
      ['Việc một', 'Báo cáo', '15/04/2022', officer, 'Hội Người Mù Xa Lạ'],
      'Phối hợp',
      'E2',
      /Không có/,
    ],
    ['a weight of words', ['Việc một', 'Báo cáo', '15/04/2022', officer, '', 'nặng'], 'Trọng số', 'F2', /1,5/],
    [
      'an unknown urgency',
      ['Việc một', 'Báo cáo', '15/04/2022', officer, '', '', 'gấp lắm'],
      'Mức khẩn',
      'G2',
      /Thường, Khẩn, Hỏa tốc/,
    ],
    [
      'the plan as source',
      ['Việc một', 'Báo cáo', '15/04/2022', officer, '', '', '', 'Kế hoạch'],
      'Nguồn',
      'H2',
      /sửa đổi kế hoạch/,
    ],
    [
      'a document without its number',
      ['Việc một', 'Báo cáo', '15/04/2022', officer, '', '', '', 'Văn bản'],
      'Căn cứ',
      'I2',
      /số văn bản/,
    ],
    [
      'an unknown field',
      ['Việc một', 'Báo cáo', '15/04/2022', officer, '', '', '', '', '', 'Thể thao'],
      'Lĩnh vực',
      'J2',
      /lĩnh vực/,
    ],
  ])('tells of %s, in which cell and what to write', async (_, row, column, cell, message) => {
    const { errors, saved } = await read([row], 'yes');
    expect(saved).toBe(false);
    expect(errors.map((one) => [one.column, one.cell])).toEqual([[column, cell]]);
    expect(errors[0]?.message).toMatch(message);
  });

  test('tells of all errors at once, and of rows that stand there twice; nothing is saved', async () => {
    const before = await countTasks();
    const good = ['Việc tốt', 'Báo cáo', '15/04/2022', officer];
    const body = await read([good, good, ['Việc hai', 'x', 'hôm nào', 'ai đó']], 'yes');
    expect(body.errors.map((one) => one.cell)).toEqual(['A3', 'C4', 'B4', 'D4']);
    expect(body.errors[0]?.message).toContain('dòng 2');
    expect(await countTasks()).toBe(before);
  });

  test.each([
    ['a column is missing', [['Nội dung', 'Hạn']], 'work-sheet-columns-missing'],
    ['a column stands there twice', [[...heads, 'Hạn']], 'work-sheet-columns-twice'],
    ['there are no rows', [heads], 'work-sheet-empty'],
  ])('is refused when %s', async (_, rows, code) => {
    expect((await send(await bytesOf(rows))).error?.code).toBe(code);
  });

  test('is refused when it is no workbook, and to whoever does not manage work', async () => {
    expect((await send(Buffer.from('không phải bảng'))).error?.code).toBe('sheet-unreadable');
    expect((await send(await bytesOf([heads]), 'no', 'officer')).status).toBe(403);
  });
});

describe('the sheet of errors', () => {
  test('marks each bad cell and lists what to write; of this unit and for who manages work only', async () => {
    const { errorSheet, errorCount } = await read([['Việc sai', 'Báo cáo', 'hôm nào', officer]]);
    expect(errorCount).toBe(1);
    if (!errorSheet) throw new Error('there are errors');
    const { headers } = await t.signInAs(office.focal);
    const reply = await t.app.inject({ method: 'GET', url: errorSheet, headers });
    expect(reply.statusCode).toBe(200);
    const workbook = await workbookOf(reply.rawPayload);
    const cell = workbook.getWorksheet('Việc')?.getCell('C2');
    expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(cell?.note)).toContain('15/04/2022');
    expect(workbook.getWorksheet('Lỗi cần sửa')?.getRow(2).getCell(3).value).toBe('C2');
    const elsewhere = await anOffice(t, t.otherUnit);
    for (const [who, status] of [
      [elsewhere.focal, 404],
      [office.officer, 403],
    ] as const) {
      const refused = await t.app.inject({ method: 'GET', url: errorSheet, headers: (await t.signInAs(who)).headers });
      expect(refused.statusCode).toBe(status);
    }
  });
});

describe('round trip with the export', () => {
  const exported = async () => {
    const { headers } = await t.signInAs(office.focal);
    const reply = await t.app.inject({ method: 'GET', url: '/api/work-tasks/export.xlsx', headers });
    expect(reply.statusCode).toBe(200);
    return reply.rawPayload;
  };
  const changedBy = async (
    bytes: Buffer,
    change: (sheet: ExcelJS.Worksheet, columnOf: (name: string) => number) => void,
  ) => {
    const workbook = await workbookOf(bytes);
    const sheet = workbook.worksheets[0];
    if (!sheet) throw new Error('an empty workbook');
    let at: ExcelJS.Row | undefined;
    sheet.eachRow((row) => {
      if (String(row.getCell(1).value) === 'Mã việc') at = row;
    });
    const names = (at?.values ?? []) as (string | undefined)[];
    change(sheet, (name) => names.indexOf(name));
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };

  test('what is given out and read back unchanged changes nothing; one cell changes one task', async () => {
    const body = {
      source: 'meeting' as const,
      sourceWords: 'Giao ban tuần 11',
      content: 'Việc để xuất rồi nhập lại',
      outputs: [
        { title: 'Tờ trình', due: '2022-06-01' as PlainDate },
        { title: 'Quyết định', due: '2022-06-15' as PlainDate },
      ],
      lead: { kind: 'position' as const, id: office.posts.officer },
      coordinators: [{ kind: 'position' as const, id: office.posts.colleague }],
    };
    const added = await t.call(addTask, { body }, { as: office.focal });
    expect(added.error).toBeUndefined();
    const bytes = await exported();
    const same = await send(bytes, 'yes');
    expect(same.body).toMatchObject({ added: 0, changed: 0, saved: true, errors: [] });
    const taskId = added.body.id;
    const heavier = await changedBy(bytes, (sheet, columnOf) =>
      sheet.eachRow((row) => {
        if (row.getCell(1).value !== taskId) return;
        row.getCell(columnOf('Trọng số')).value = '3,5';
        row.getCell(columnOf('Chủ trì')).value = 'Công chức Tài chính';
        row.getCell(columnOf('Phối hợp')).value = null;
      }),
    );
    const changed = await send(heavier, 'yes');
    expect(changed.body).toMatchObject({ added: 0, changed: 1, saved: true, errors: [] });
    const tasks = await t.call(listWorkTasks, { query: { q: 'xuất rồi nhập' } }, { as: office.focal });
    expect(tasks.body.rows).toMatchObject([{ weight: 3.5, bearer: { positionId: office.posts.colleague } }]);
    const { rows } = await t.owner.query('select count(*)::integer as n from work_part where task_id = $1', [taskId]);
    expect(rows).toEqual([{ n: 0 }]);
    expect((await send(heavier, 'yes')).body).toMatchObject({ changed: 0, saved: true });
  });

  test('days, outputs and ids are not changed by it', async () => {
    const bytes = await exported();
    const wrong = await changedBy(bytes, (sheet, columnOf) => {
      let touched = 0;
      sheet.eachRow((row) => {
        if (typeof row.getCell(columnOf('Hạn')).value !== 'string' || row.getCell(1).value === 'Mã việc') return;
        touched += 1;
        if (touched === 1) row.getCell(columnOf('Hạn')).value = '01/12/2022';
        if (touched === 2) row.getCell(columnOf('Sản phẩm')).value = 'Sản phẩm lạ';
        if (touched === 3) row.getCell(1).value = office.posts.chair;
      });
    });
    const { errors } = (await send(wrong, 'yes')).body;
    expect(errors.map((one) => one.column).sort()).toEqual(['Hạn', 'Mã việc', 'Sản phẩm']);
  });
});
