import type { SourceCell, SourceTable } from '../source-document.ts';
import { joinPassages, type Passage } from './passage.ts';
import type { ReadingLine } from './reading-line.ts';

/** A table of real cells by row and column; a merged cell stands at each place it covers. */
export interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Its rows are lines of wrapped text: one without a number carries on the row above. */
  readonly wrapped: boolean;
  readonly at: (row: number, column: number) => SourceCell | undefined;
  readonly linesOf: (cell: SourceCell | undefined) => readonly ReadingLine[];
  readonly textOf: (cell: SourceCell | undefined) => Passage;
}

/** The grid of a table, its cells' lines found by id. */
export function gridOf(table: SourceTable, lines: ReadonlyMap<number, ReadingLine>): Grid {
  const places = new Map<string, SourceCell>();
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        places.set(`${row} ${column}`, cell);
    }
  }
  const linesOf = (cell: SourceCell | undefined) => (cell?.lines ?? []).flatMap((id) => lines.get(id) ?? []);
  return {
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    wrapped: false,
    at: (row, column) => places.get(`${row} ${column}`),
    linesOf,
    textOf: (cell) => joinPassages(linesOf(cell).map((line) => ({ text: line.text, lines: [line.id] }))),
  };
}

/** The different cells of a row, from left to right. */
export function cellsOfRow(grid: Grid, row: number): SourceCell[] {
  const cells: SourceCell[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const cell = grid.at(row, column);
    if (cell && cells.at(-1) !== cell) cells.push(cell);
  }
  return cells;
}
