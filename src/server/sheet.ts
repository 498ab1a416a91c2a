import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import ExcelJS from 'exceljs';

export type SheetCell = string | number | null;

/** A sheet to be printed and filtered: lines above the table, a heading for each column, rows. */
export interface Sheet {
  readonly name: string;
  readonly lines: readonly string[];
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const font = { name: 'Times New Roman', size: 12 };
const border = { style: 'thin' as const };
const borders = { top: border, left: border, bottom: border, right: border };
const breatheEvery = 250;

/**
 * An Excel file as a stream: A4 landscape, one page wide, the heading repeated and fixed, filters on. Rows are written
 * with pauses, so that a long list holds nobody up. Text is text, never a formula.
 */
export function sheetStream(sheet: Sheet): Readable {
  const stream = new PassThrough();
  void writeSheet(sheet, stream).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function writeSheet(sheet: Sheet, stream: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const headingRow = sheet.lines.length + 1;
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: headingRow }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headingRow}:${headingRow}`,
    },
  });
  page.columns = sheet.columns.map(({ width }) => ({ width }));
  sheet.lines.forEach((line, index) => {
    const row = page.addRow([line]);
    row.font = { ...font, bold: index === 0 };
    row.commit();
  });
  const headings = page.addRow(sheet.columns.map(({ heading }) => heading));
  headings.eachCell((cell) => {
    cell.font = { ...font, bold: true };
    cell.border = borders;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  headings.commit();
  for (const [index, values] of sheet.rows.entries()) {
    const row = page.addRow([...values]);
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.font = font;
      cell.border = borders;
      cell.alignment = { vertical: 'top', wrapText: true };
    });
    row.commit();
    if (index % breatheEvery === breatheEvery - 1) await breathe();
  }
  page.autoFilter = {
    from: { row: headingRow, column: 1 },
    to: { row: headingRow + sheet.rows.length, column: sheet.columns.length },
  };
  page.commit();
  await workbook.commit();
}
