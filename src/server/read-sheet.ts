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
  return (await readSheetWithMerges(path)).rows;
}

/** As `readSheet`, where a cell that holds a day with its hour reads as `YYYY-MM-DDTHH:MM`. */
export async function readSheetMoments(path: string): Promise<string[][]> {
  return (await readCells(path, momentText)).rows;
}

/** Cells that are one: rows and columns from 0, all included. Each of them reads as the first. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** As `readSheet`, with the cells that are merged, for tables where one value stands for several rows. */
export async function readSheetWithMerges(path: string): Promise<{ rows: string[][]; merges: MergedCells[] }> {
  return await readCells(path, dayText);
}

const dayText = (value: Date) => value.toISOString().slice(0, 10);
const momentText = (value: Date) =>
  value
    .toISOString()
    .slice(0, 16)
    .replace(/T00:00$/, '');

async function readCells(
  path: string,
  dateText: (value: Date) => string,
): Promise<{ rows: string[][]; merges: MergedCells[] }> {
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
    for (let column = 1; column <= sheet.columnCount; column += 1)
      cells.push(textOf(sheet.getCell(row, column), dateText));
    rows.push(cells);
  }
  const merges = (sheet.model.merges as readonly string[]).flatMap(mergeOf);
  return { rows, merges };
}

/** "B2:B5" by rows and columns; nothing for what is no range. */
function mergeOf(range: string): MergedCells[] {
  const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  if (top === undefined) return [];
  return [{ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }];
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(cell: ExcelJS.Cell, dateText: (value: Date) => string): string {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  return (typeof value === 'object' ? cell.text : String(value ?? '')).trim();
}
