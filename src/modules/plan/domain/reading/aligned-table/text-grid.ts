import type { SourceCell } from '../../source-document.ts';
import type { Grid } from '../grid.ts';
import { joinPassages, tidy } from '../passage.ts';
import type { ReadingLine } from '../reading-line.ts';

/** Lines of text by row and column: several lines of one row lie under one another in a cell. */
export type TextRows = readonly (readonly (readonly ReadingLine[])[])[];

/** The piece of a line that stands in one column; its id stays the line's. */
export function pieceOf(line: ReadingLine, text: string): ReadingLine[] {
  const piece = tidy(text);
  return piece === '' ? [] : [{ ...line, text: piece }];
}

/** A grid whose cells are pieces of text lines. */
export function textGrid(rows: TextRows): Grid {
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const pieces = new Map<SourceCell, readonly ReadingLine[]>();
  const cells = rows.map((row, rowIndex) =>
    Array.from({ length: columnCount }, (_, column): SourceCell => {
      const lines = row[column] ?? [];
      const cell = { row: rowIndex, column, rowSpan: 1, columnSpan: 1, lines: lines.map(({ id }) => id) };
      pieces.set(cell, lines);
      return cell;
    }),
  );
  const linesOf = (cell: SourceCell | undefined) => (cell && pieces.get(cell)) ?? [];
  return {
    rowCount: rows.length,
    columnCount,
    wrapped: true,
    at: (row, column) => cells[row]?.[column],
    linesOf,
    textOf: (cell) => joinPassages(linesOf(cell).map((line) => ({ text: line.text, lines: [line.id] }))),
  };
}
