import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { type CellError, headingOf } from './check-rows.ts';
import type { Heading } from './find-heading.ts';
import { addressOf } from './read-task-rows.ts';

const red = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFFFC7CE' } };
const font = { name: 'Times New Roman', size: 12 };

/** The sheet as it was sent, with each bad cell red and what is wrong with it beside, and a list of all in a sheet of its own. */
export async function errorSheet(path: string, heading: Heading, errors: readonly CellError[]): Promise<Buffer> {
  const bytes = await readFile(path);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  for (const [address, some] of Map.groupBy(errors, (one) => addressOf(heading.columns.get(one.column), one.row))) {
    const cell = sheet?.getCell(address);
    if (!cell) continue;
    cell.fill = red;
    cell.note = some.map((one) => one.message).join('\n');
  }
  const list = workbook.addWorksheet(nameFor(workbook), { views: [{ state: 'frozen', ySplit: 1 }] });
  list.columns = [{ width: 8 }, { width: 18 }, { width: 10 }, { width: 40 }, { width: 70 }];
  list.addRow(['Dòng', 'Cột', 'Ô', 'Đang ghi', 'Cần sửa']).font = { ...font, bold: true };
  for (const one of errors) {
    const address = addressOf(heading.columns.get(one.column), one.row);
    const row = list.addRow([one.row, headingOf(one.column), address, one.value, one.message]);
    row.font = font;
    row.alignment = { vertical: 'top', wrapText: true };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function nameFor(workbook: ExcelJS.Workbook): string {
  const taken = new Set(workbook.worksheets.map((one) => one.name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'Lỗi cần sửa' : `Lỗi cần sửa ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
