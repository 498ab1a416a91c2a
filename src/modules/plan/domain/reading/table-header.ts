import { fold } from '#kernel/fold.ts';
import { type Column, columnsOf, isTaskHeader, kindOfHeading } from './columns.ts';
import { cellsOfRow, type Grid } from './grid.ts';

/** The heading rows of a table: its columns, and the first row below them. */
export interface TableHeader {
  readonly columns: readonly Column[];
  readonly from: number;
  readonly lines: readonly number[];
}

/** Finds the heading of a table, of one row or of two with a common heading above, or undefined when it has none. */
export function findTableHeader(grid: Grid): TableHeader | undefined {
  for (let top = 0; top < Math.min(grid.rowCount, 4); top += 1) {
    for (const height of heightsOf(grid, top)) {
      const columns = columnsOf(titlesOf(grid, top, height));
      if (isTaskHeader(columns) || isTargetHeader(columns)) return headerAt(grid, columns, top + height);
    }
  }
  return undefined;
}

/** True for a table of targets: what is measured, and the figure. */
export function isTargetHeader(columns: readonly Column[]): boolean {
  return columns.some((column) => column.kind === 'indicator') && columns.some((column) => column.kind === 'value');
}

function headerAt(grid: Grid, columns: readonly Column[], below: number): TableHeader {
  const from = below + (isNumberingRow(grid, below) ? 1 : 0);
  const lines = new Set<number>();
  for (let row = 0; row < from; row += 1) {
    for (const cell of cellsOfRow(grid, row)) for (const line of grid.linesOf(cell)) lines.add(line.id);
  }
  return { columns, from, lines: [...lines] };
}

function heightsOf(grid: Grid, top: number): number[] {
  const spans = cellsOfRow(grid, top).map((cell) => cell.row + cell.rowSpan - top);
  const tallest = Math.max(1, ...spans);
  const grouped = cellsOfRow(grid, top).some((cell) => cell.columnSpan > 1) && cellsOfRow(grid, top).length > 1;
  return tallest > 1 ? [tallest] : grouped ? [2, 1] : [1, 2];
}

function titlesOf(grid: Grid, top: number, height: number): string[] {
  return Array.from({ length: grid.columnCount }, (_, column) => {
    const cells = Array.from({ length: height }, (_row, row) => grid.at(top + row, column));
    const different = cells.filter((cell, index) => cell && cells.indexOf(cell) === index);
    const texts = different.map((cell) => grid.textOf(cell).text).filter((text) => text !== '');
    const own = texts.at(-1) ?? '';
    return texts.length > 1 && kindOfHeading(own) === 'other' ? texts.join(' ') : own;
  });
}

/** "(1) (2) (3)" under the headings. */
function isNumberingRow(grid: Grid, row: number): boolean {
  const texts = cellsOfRow(grid, row).map((cell) => grid.textOf(cell).text);
  return texts.length > 2 && texts.every((text) => /^\(?(?:\d{1,2}|[a-eA-E])\)?(?:\s*=.*)?$/u.test(text));
}

/** True when a row only says the headings again, as after a page break. */
export function repeatsHeader(grid: Grid, row: number, columns: readonly Column[]): boolean {
  const texts = Array.from({ length: grid.columnCount }, (_, column) => grid.textOf(grid.at(row, column)).text);
  const same = texts.filter((text, column) => text !== '' && fold(columns[column]?.title ?? '').includes(fold(text)));
  return same.length >= 3 && same.length >= texts.filter((text) => text !== '').length - 1;
}
