import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { openZip } from './documents/docx/zip-archive.ts';
import { fail } from './errors.ts';

const mostUnpacked = 48 * 1024 * 1024;
const mostRows = 20_000;
const mostColumns = 100;

/**
 * The cells of the first sheet of an Excel file as text, row by row as the sheet counts them; a day is `YYYY-MM-DD`,
 * a formula its last result. Refuses what is no workbook (`sheet-unreadable`), encrypted or larger than can be shown.
 */
export async function readSheet(path: string): Promise<string[][]> {
  const bytes = await readFile(path);
  const workbook = new ExcelJS.Workbook();
  try {
    await openZip(bytes, mostUnpacked);
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    fail('sheet-unreadable');
  }
  const sheet = workbook.worksheets[0];
  if (!sheet) fail('sheet-unreadable');
  if (sheet.rowCount > mostRows || sheet.columnCount > mostColumns) fail('sheet-too-large', { mostRows, mostColumns });
  const rows: string[][] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    const cells: string[] = [];
    for (let column = 1; column <= sheet.columnCount; column += 1) cells.push(textOf(sheet.getCell(row, column)));
    rows.push(cells);
  }
  return rows;
}

function textOf(cell: ExcelJS.Cell): string {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return (typeof value === 'object' ? cell.text : String(value ?? '')).trim();
}
