import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { renderOffice } from './render-office.ts';
import { makeDocx, p, tbl, tc, tr } from './testing/make-docx.ts';

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook();
  fill(made.addWorksheet('Tổng hợp'));
  made.addWorksheet('Ẩn', { state: 'hidden' }).addRow(['không hiện']);
  return new Uint8Array(await made.xlsx.writeBuffer());
}

describe('a Word file', () => {
  test('becomes paragraphs and tables in their order, with merged cells', async () => {
    const body = [
      p('BÁO CÁO', '', '<w:b/>'),
      p('Kết quả &lt;script&gt;alert(1)&lt;/script&gt;'),
      tbl([tr([tc(p('Chỉ tiêu'), '<w:gridSpan w:val="2"/>')]), tr([tc(p('Hồ sơ')), tc(p('120'))])], [1_000, 1_000]),
    ].join('');
    const file = await renderOffice(makeDocx({ body }), 'bao-cao.docx');
    expect(file).toEqual({
      kind: 'text',
      isCut: false,
      blocks: [
        { kind: 'paragraph', text: 'BÁO CÁO', isBold: true },
        { kind: 'paragraph', text: 'Kết quả <script>alert(1)</script>', isBold: false },
        {
          kind: 'table',
          rows: [
            [{ text: 'Chỉ tiêu', columns: 2, rows: 1 }],
            [
              { text: 'Hồ sơ', columns: 1, rows: 1 },
              { text: '120', columns: 1, rows: 1 },
            ],
          ],
        },
      ],
    });
  });
});

describe('an Excel file', () => {
  test('becomes its visible sheets: days, formulas by their result, merged cells', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Số liệu quý I', null, null]);
      sheet.addRow(['Ngày', new Date(Date.UTC(2022, 2, 15)), { formula: 'A1', result: 42 }]);
      sheet.mergeCells('A1:C1');
    });
    const file = await renderOffice(bytes, 'so-lieu.xlsx');
    const one = { columns: 1, rows: 1 };
    expect(file).toEqual({
      kind: 'sheets',
      sheets: [
        {
          name: 'Tổng hợp',
          isCut: false,
          rows: [
            [{ text: 'Số liệu quý I', columns: 3, rows: 1 }],
            [
              { text: 'Ngày', ...one },
              { text: '15/03/2022', ...one },
              { text: '42', ...one },
            ],
          ],
        },
      ],
    });
  });

  test('that is long is shown in part, and says so', async () => {
    const bytes = await workbook((sheet) => {
      for (let row = 1; row <= 1_200; row += 1) sheet.addRow([row]);
    });
    const file = await renderOffice(bytes, 'dai.xlsx');
    if (file.kind !== 'sheets') throw new Error('no workbook');
    expect([file.sheets[0]?.rows.length, file.sheets[0]?.isCut]).toEqual([1_000, true]);
  });
});

test.each([
  ['no archive', Buffer.from('không phải tệp nén'), 'damaged'],
  ['cut off', Buffer.from(makeDocx({ body: p('dở dang') })).subarray(0, 300), 'damaged'],
])('what is %s is refused', async (_, bytes, code) => {
  await expect(renderOffice(bytes, 'hong.docx')).rejects.toMatchObject({ name: 'DocumentRefusal', code });
});
