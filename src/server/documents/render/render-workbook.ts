import ExcelJS from 'exceljs';
import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';
import type { RenderedCell, RenderedFile, RenderedSheet } from '#modules/evidence/domain/rendered-file.ts';
import { DocumentRefusal } from '../document-refusal.ts';

const most = { sheets: 20, rows: 1_000, columns: 60 };

/** The sheets of an Excel file as tables of text with their merged cells; formulas by their last result. */
export async function renderWorkbook(bytes: Uint8Array): Promise<RenderedFile> {
  const workbook = new ExcelJS.Workbook();
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  await workbook.xlsx.load(buffer).catch(() => {
    throw new DocumentRefusal('damaged');
  });
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === 'visible').slice(0, most.sheets);
  return { kind: 'sheets', sheets: sheets.map(sheetOf) };
}

function sheetOf(sheet: ExcelJS.Worksheet): RenderedSheet {
  const [height, width] = [Math.min(sheet.rowCount, most.rows), Math.min(sheet.columnCount, most.columns)];
  const spans = spansOf(sheet, height, width);
  const rows: RenderedCell[][] = [];
  for (let row = 1; row <= height; row += 1) {
    const cells: RenderedCell[] = [];
    for (let column = 1; column <= width; column += 1) {
      const cell = sheet.getCell(row, column);
      if (cell.isMerged && cell.master !== cell) continue;
      cells.push({ text: textOf(cell), ...(spans.get(cell.address) ?? { columns: 1, rows: 1 }) });
    }
    rows.push(cells);
  }
  return { name: sheet.name, rows, isCut: sheet.rowCount > height || sheet.columnCount > width };
}

type Span = Pick<RenderedCell, 'columns' | 'rows'>;

/** How much each first cell of a merged range covers of what is shown. */
function spansOf(sheet: ExcelJS.Worksheet, height: number, width: number): Map<string, Span> {
  const ends = new Map<string, { row: number; column: number; atRow: number; atColumn: number }>();
  for (let row = 1; row <= height; row += 1) {
    for (let column = 1; column <= width; column += 1) {
      const cell = sheet.getCell(row, column);
      if (!cell.isMerged) continue;
      const master = cell.master;
      ends.set(master.address, { row, column, atRow: Number(master.row), atColumn: Number(master.col) });
    }
  }
  return new Map(
    [...ends].map(([address, end]) => [
      address,
      { rows: end.row - end.atRow + 1, columns: end.column - end.atColumn + 1 },
    ]),
  );
}

function textOf(cell: ExcelJS.Cell): string {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  if (value instanceof Date) return dayOf(value);
  return (typeof value === 'object' ? cell.text : String(value ?? '')).trim();
}

function dayOf(value: Date): string {
  const day = Number.isNaN(value.getTime()) ? undefined : parsePlainDate(value.toISOString().slice(0, 10));
  return day ? formatDate(day) : '';
}
