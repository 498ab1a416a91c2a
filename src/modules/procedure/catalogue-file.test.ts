import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { workbookOf } from '#test/workbook.ts';
import { listProcedures } from './contract/catalogue.ts';
import { catalogueJson, catalogueSheet, readCatalogue } from './contract/files.ts';
import type { CatalogueRow } from './domain/sheet/procedure-sheet.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

type Choice = 'yes' | 'no';
const send = async (
  content: Buffer,
  name: string,
  body: { save?: Choice; skipDoubts?: Choice; whole?: Choice } = {},
  as: 'focal' | 'officer' | 'clerk' = 'focal',
) => t.call(readCatalogue, { body, file: { name, content } }, { as });
const read = async (...args: Parameters<typeof send>) => {
  const answer = await send(...args);
  expect(answer.error).toBeUndefined();
  return answer.body;
};
const exported = async (path: string) => {
  const { headers } = await t.signInAs('viewer');
  const reply = await t.app.inject({ method: 'GET', url: path, headers });
  expect(reply.statusCode).toBe(200);
  return reply.rawPayload;
};
const rowsOf = (json: Buffer) => (JSON.parse(json.toString('utf8')) as { procedures: CatalogueRow[] }).procedures;
const jsonOf = (rows: readonly unknown[]) => Buffer.from(JSON.stringify({ procedures: rows }));
const versions = async () =>
  (await t.owner.query<{ n: number }>('select count(*)::integer as n from procedure_version')).rows[0]?.n ?? 0;

/** A catalogue of 620 rows: the 198 and copies of them under invented codes. */
async function many(): Promise<CatalogueRow[]> {
  const base = rowsOf(await exported(catalogueJson.path)).filter((row) => !row.code.startsWith('8.'));
  const copies = Array.from({ length: 620 - base.length }, (_, index): CatalogueRow => {
    const from = base[index % base.length];
    if (!from) throw new Error('the catalogue is empty');
    return {
      ...from,
      code: `8.${String(index).padStart(6, '0')}`,
      content: { ...from.content, name: `${from.content.name} (bản ${index})` },
    };
  });
  return [...base, ...copies];
}

test('the file the data came in is read as it is, and changes only what was put into better words', async () => {
  const content = readFileSync(new URL('../../../starter/procedures.json', import.meta.url));
  const answer = await read(content, 'procedures.json');
  expect(answer).toMatchObject({ added: 0, changed: 0, same: 198, abolished: 0, missing: 0, doubtCount: 0 });
});

describe('a catalogue of 620 rows', () => {
  test('comes in as JSON: first told, then saved, then the same again changes nothing', async () => {
    const file = jsonOf(await many());
    const told = await read(file, 'danh-muc.json');
    expect(told).toMatchObject({ added: 422, changed: 0, same: 198, saved: false, doubtCount: 0 });
    expect(await versions()).toBe(0);
    const saved = await read(file, 'danh-muc.json', { save: 'yes' });
    expect(saved).toMatchObject({ added: 422, saved: true });
    expect(await versions()).toBe(422);
    const again = await read(file, 'danh-muc.json', { save: 'yes' });
    expect(again).toMatchObject({ added: 0, changed: 0, same: 620, abolished: 0 });
    expect(await versions()).toBe(422);
  });

  test('goes out as Excel and comes in without a change', async () => {
    const sheet = await exported(catalogueSheet.path);
    const answer = await read(sheet, 'danh-muc.xlsx', { save: 'yes', whole: 'yes' });
    expect(answer).toMatchObject({ added: 0, changed: 0, same: 620, abolished: 0, missing: 0, doubtCount: 0 });
    expect(await versions()).toBe(422);
  });

  test('tells old and new value of what differs, and what is abolished', async () => {
    const book = await workbookOf(await exported(catalogueSheet.path));
    const page = book.worksheets[0];
    if (!page) throw new Error('no sheet');
    const head = 3;
    const columns = new Map<string, number>();
    page.getRow(head).eachCell((cell, at) => columns.set(String(cell.value), at));
    const rowOf = (code: string) => {
      for (let at = head + 1; at <= page.rowCount; at += 1) if (page.getRow(at).getCell(1).value === code) return at;
      throw new Error(`no row of ${code}`);
    };
    const cell = (code: string, heading: string) => page.getRow(rowOf(code)).getCell(columns.get(heading) ?? 0);
    cell('1.004873', 'Thời hạn giải quyết').value = '2 ngày làm việc | căn cứ: QĐ 5 (giả định)';
    cell('8.000003', 'Tình trạng').value = 'Bãi bỏ';
    cell('8.000003', 'Mã thay thế').value = '1.001193';
    cell('8.000004', 'Tên thủ tục').value = '';
    cell('8.000005', 'Thời hạn giải quyết').value = 'một vài hôm';
    page.addRow(['1.009999.H56', 'Thủ tục thử nghiệm mới', 'Thử']);
    const file = Buffer.from(await book.xlsx.writeBuffer());
    const told = await read(file, 'danh-muc.xlsx');
    expect(told).toMatchObject({ added: 1, changed: 1, abolished: 1, same: 616, doubtCount: 2, saved: false });
    expect(told.differences.find((one) => one.code === '1.004873')?.fields).toEqual([
      {
        column: 'terms',
        before: expect.stringContaining('3 ngày làm việc'),
        after: '2 ngày làm việc | căn cứ: QĐ 5 (giả định)',
      },
    ]);
    expect(told.doubts.map((one) => [one.cell, one.column])).toEqual([
      [`B${rowOf('8.000004')}`, 'Tên thủ tục'],
      [`M${rowOf('8.000005')}`, 'Thời hạn giải quyết'],
    ]);
    expect(told.doubts[1]?.message).toContain('một vài hôm');
    const before = await versions();
    const refused = await send(file, 'danh-muc.xlsx', { save: 'yes' });
    expect([refused.status, refused.error?.code]).toEqual([409, 'procedure-doubts']);
    expect(await versions()).toBe(before);
    const saved = await read(file, 'danh-muc.xlsx', { save: 'yes', skipDoubts: 'yes' });
    expect(saved).toMatchObject({ saved: true });
    expect(await versions()).toBe(before + 3);
    const again = await read(file, 'danh-muc.xlsx', { save: 'yes', skipDoubts: 'yes' });
    expect(again).toMatchObject({ added: 0, changed: 0, abolished: 0, same: 619 });
    const { rows } = (await t.call(listProcedures, { query: { q: '1.009999' } }, { as: 'clerk' })).body;
    expect(rows).toMatchObject([{ code: '1.009999', own: true }]);
    const gone = (await t.call(listProcedures, { query: { state: 'abolished' } }, { as: 'clerk' })).body;
    expect(gone.rows).toMatchObject([{ code: '8.000003', successorCode: '1.001193' }]);
  });

  test('is the whole list only when somebody says so; then what it has not is abolished', async () => {
    const rows = (await many()).filter((row) => row.code !== '2.002516');
    const told = await read(jsonOf(rows), 'danh-muc.json');
    expect(told.missing).toBeGreaterThanOrEqual(1);
    await read(jsonOf(rows), 'danh-muc.json', { save: 'yes' });
    const held = async () => (await t.call(listProcedures, { query: { q: '2.002516' } }, { as: 'clerk' })).body.total;
    expect(await held()).toBe(1);
    await read(jsonOf(rows), 'danh-muc.json', { save: 'yes', whole: 'yes' });
    expect(await held()).toBe(0);
    const other = await t.owner.query('select 1 from procedure_version where unit_id = $1', [t.otherUnit.id]);
    expect(other.rowCount).toBe(0);
  });
});

test('columns a file does not have stay as they are', async () => {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('Của tỉnh');
  page.addRow(['DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP XÃ']);
  page.addRow(['STT', 'MÃ THỦ TỤC', 'Tên thủ tục', 'Lĩnh vực', 'Thời hạn giải quyết']);
  page.addRow([1, '1.000656.H56', 'Thủ tục đăng ký khai tử', 'Hộ tịch', '1 ngày làm việc']);
  const answer = await read(Buffer.from(await book.xlsx.writeBuffer()), 'cua-tinh.xlsx');
  expect(
    answer.differences.filter((one) => one.what === 'changed').map((one) => one.fields.map((field) => field.column)),
  ).toEqual([['terms']]);
});

test.each([
  ['khong-phai.json', Buffer.from('{"procedures": 1}'), 'procedure-json'],
  ['hong.json', Buffer.from('{'), 'procedure-json'],
  ['hong.xlsx', Buffer.from('không phải bảng tính'), 'sheet-unreadable'],
])('%s is refused with what to do', async (name, content, code) => {
  expect((await send(content, name)).error?.code).toBe(code);
});

test('a JSON row that is no procedure is a doubt with its place', async () => {
  const answer = await read(jsonOf([{ code: '1' }]), 'mot.json');
  expect(answer.doubts).toMatchObject([{ row: 1, cell: '#1' }]);
});

test.each(['officer', 'clerk'] as const)('%s may take the list out but reads none in', async (role) => {
  expect((await send(jsonOf([]), 'danh-muc.json', {}, role)).status).toBe(403);
});
