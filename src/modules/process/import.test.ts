import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { workbookOf } from '#test/workbook.ts';
import {
  acceptProcessImport,
  exportPaths,
  type ImportedProcess,
  previewProcessImport,
  readProcessSheetFile,
} from './contract/imports.ts';
import { addExamples, listProcesses } from './contract/processes.ts';
import { getProcessVersion, putProcessInForce } from './contract/versions.ts';
import { exampleProcesses } from './domain/examples.ts';
import { readProcess } from './domain/table/read-process.ts';
import { readProcessFile } from './domain/table/read-process-file.ts';
import { readProcessSheet, type SheetProcess } from './domain/table/read-process-sheet.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function aSheet(
  rows: readonly (readonly (string | number)[])[],
  merges: readonly string[] = [],
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Quy trình');
  for (const row of rows) sheet.addRow([...row]);
  for (const merge of merges) sheet.mergeCells(merge);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function readFile(content: Buffer): Promise<SheetProcess[]> {
  const file = { name: 'quy-trinh.xlsx', content };
  const answer = await t.call(readProcessSheetFile, { file }, { as: 'focal' });
  expect(answer.status).toBe(200);
  return readProcessSheet(answer.body.rows, answer.body.merges);
}

function toSend({ written }: SheetProcess): ImportedProcess {
  const { body } = readProcess(written);
  return { ...body, procedureCode: written.code, caseCode: written.caseCode, name: written.name } as ImportedProcess;
}

const province = [
  ['1. Quy trình: Cấp giấy phép thử nghiệm (1.000001)'],
  ['STT', 'Nội dung công việc', 'Trách nhiệm', 'Thời gian (ngày làm việc)', 'Sản phẩm'],
  [1, 'Tiếp nhận', 'Bộ phận Một cửa', 0.25, 'Giấy tiếp nhận'],
  [2, 'Thẩm định', 'Công chức', '½', ''],
  [3, 'Ký duyệt', 'Chủ tịch UBND xã', '2 giờ', ''],
  [4, 'Trả kết quả', 'Bộ phận Một cửa', 'Không tính thời gian', ''],
  ['Tổng cộng', '', '', '01 ngày làm việc', ''],
];

describe('a table of a province', () => {
  test('is read by cells, with merged ones, compared, taken in once, and again changes nothing', async () => {
    const [read] = await readFile(await aSheet(province, ['A1:E1', 'A7:C7']));
    if (!read) throw new Error('no process was read');
    expect(readProcess(read.written).findings).toEqual([]);
    const processes = [toSend(read)];
    const preview = await t.call(previewProcessImport, { body: { processes } }, { as: 'focal' });
    expect(preview.body.changes).toEqual([{ procedureCode: '1.000001', caseCode: '', outcome: 'added', before: null }]);
    const accept = () =>
      t.call(acceptProcessImport, { body: { processes, citation: 'QĐ 99/QĐ-UBND' } }, { as: 'focal' });
    expect((await accept()).body).toEqual({ added: 1, changed: 0, same: 0 });
    expect((await accept()).body).toEqual({ added: 0, changed: 0, same: 1 });
    const list = await t.call(listProcesses, { query: { q: '1.000001' } }, { as: 'officer' });
    const row = list.body.rows[0];
    expect(row).toMatchObject({
      name: 'Cấp giấy phép thử nghiệm',
      shown: { source: 'table', citation: 'QĐ 99/QĐ-UBND', stepCount: 4 },
    });
  });

  test('a changed one is shown with what was there, and changes the draft; one in force gets a new draft', async () => {
    const [read] = await readFile(
      await aSheet(
        province.map((row) =>
          row.map((cell) => (cell === '½' ? '0,75' : cell === '01 ngày làm việc' ? '1,25 ngày làm việc' : cell)),
        ),
      ),
    );
    if (!read) throw new Error('no process was read');
    const processes = [toSend(read)];
    const preview = await t.call(previewProcessImport, { body: { processes } }, { as: 'focal' });
    expect(preview.body.changes).toMatchObject([
      { outcome: 'changed', before: { state: 'draft', number: 1, declared: { milli: 1_000 } } },
    ]);
    const body = { processes, citation: '' };
    expect((await t.call(acceptProcessImport, { body }, { as: 'focal' })).body).toEqual({
      added: 0,
      changed: 1,
      same: 0,
    });
    const shown = await shownOf('1.000001');
    expect(shown).toMatchObject({ number: 1, version: 2, citation: 'QĐ 99/QĐ-UBND' });
    const force = {
      effectiveFrom: '2022-03-15' as PlainDate,
      citation: 'QĐ 99/QĐ-UBND',
      reason: 'Thử',
      version: shown.version,
    };
    expect((await t.call(putProcessInForce, { params: { id: shown.id }, body: force }, { as: 'focal' })).status).toBe(
      200,
    );
    expect((await t.call(acceptProcessImport, { body }, { as: 'focal' })).body).toEqual({
      added: 0,
      changed: 0,
      same: 1,
    });
    const [first] = processes;
    const again = first ? [{ ...first, declared: null }] : [];
    expect(
      (await t.call(acceptProcessImport, { body: { processes: again, citation: '' } }, { as: 'focal' })).body.changed,
    ).toBe(1);
    expect(await shownOf('1.000001')).toMatchObject({ number: 2, state: 'draft' });
  });

  test('with a time merged over steps is told by its cell', async () => {
    const [read] = await readFile(await aSheet(province.slice(1), ['D2:D3']));
    expect(read?.cellFindings).toEqual([{ kind: 'cell-merged', severity: 'warning', cell: 'D2' }]);
    expect(read?.written.steps.map((step) => step.duration.is)).toEqual(['time', 'not-counted', 'time', 'not-counted']);
  });

  test('twice the same code is refused', async () => {
    const [read] = await readFile(await aSheet(province));
    const one = read ? [toSend(read)] : [];
    const answer = await t.call(
      acceptProcessImport,
      { body: { processes: [...one, ...one], citation: '' } },
      { as: 'focal' },
    );
    expect(answer.status).toBe(400);
  });

  test('what is no workbook is refused', async () => {
    const file = { name: 'x.xlsx', content: Buffer.from('không phải Excel') };
    const answer = await t.call(readProcessSheetFile, { file }, { as: 'focal' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

async function shownOf(code: string) {
  const list = await t.call(listProcesses, { query: { q: code } }, { as: 'officer' });
  const row = list.body.rows[0];
  if (!row) throw new Error(`no process ${code}`);
  return row.shown;
}

describe('what is exported', () => {
  test.each(['excel', 'json'] as const)('as %s can be taken in again and changes nothing', async (kind) => {
    const processes = exampleProcesses.map(({ body, name, procedureCode }) => ({
      ...body,
      name,
      procedureCode: `${procedureCode}.X`,
      caseCode: kind,
    }));
    await t.call(
      acceptProcessImport,
      { body: { processes: processes as unknown as ImportedProcess[], citation: 'Thử' } },
      { as: 'focal' },
    );
    await t.call(addExamples, { body: {} }, { as: 'focal' });
    const { headers } = await t.signInAs('officer');
    const reply = await t.app.inject({ url: exportPaths[kind], headers });
    expect(reply.statusCode).toBe(200);
    const file = kind === 'json' ? readProcessFile(JSON.parse(reply.body)) : undefined;
    const read =
      kind === 'json'
        ? file?.ok
          ? file.processes.map((written): SheetProcess => ({ written, cellFindings: [] }))
          : []
        : await readFile(reply.rawPayload);
    expect(read.length).toBeGreaterThan(3);
    expect(read.some(({ written }) => written.code.startsWith('VI-DU-NGHE-AN') && written.caseCode === 'vi-du')).toBe(
      false,
    );
    const answer = await t.call(
      acceptProcessImport,
      { body: { processes: read.map(toSend), citation: '' } },
      { as: 'focal' },
    );
    expect(answer.body).toEqual({ added: 0, changed: 0, same: read.length });
  });

  test('says above the table how ways are written', async () => {
    const { headers } = await t.signInAs('officer');
    const reply = await t.app.inject({ url: exportPaths.excel, headers });
    const sheet = (await workbookOf(reply.rawPayload)).worksheets[0];
    expect(String(sheet?.getCell('A2').value)).toContain('nếu');
    expect(sheet?.getCell('A3').value).toBe('Mã thủ tục');
  });

  test('is for those who may read', async () => {
    expect((await t.app.inject({ url: exportPaths.excel })).statusCode).toBe(401);
    const other = await t.account('officer', t.otherUnit);
    const { headers } = await t.signInAs(other);
    const reply = await t.app.inject({ url: exportPaths.json, headers });
    expect(JSON.parse(reply.body)).toEqual([]);
  });
});

test.each(['officer', 'chair'] as const)('%s imports nothing', async (role) => {
  const processes = [{ procedureCode: '1', caseCode: '', name: 'Không', steps: [], links: [], declared: null }];
  expect((await t.call(previewProcessImport, { body: { processes } }, { as: role })).status).toBe(403);
  expect((await t.call(acceptProcessImport, { body: { processes, citation: '' } }, { as: role })).status).toBe(403);
  const version = await shownOf('1.000001');
  expect((await t.call(getProcessVersion, { params: { id: version.id } }, { as: role })).status).toBe(200);
});
