import type { WordBlock, WordRow, WordTable } from './word-tree.ts';

/** A cell by row and column after merged cells were joined. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  readonly flow: WordBlock[];
}

export interface Grid {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cells: readonly GridCell[];
}

/** Edges nearer than this (twentieths of a point, 2 mm) are one edge drawn twice by a careless hand. */
const nearEdges = 113;

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly continued: boolean;
  readonly flow: readonly WordBlock[];
}

function placeRow(row: WordRow): Placed[] {
  let at = row.before;
  const placed: Placed[] = [];
  for (const cell of row.cells) {
    const previous = placed.at(-1);
    if (cell.span === 0 && previous) {
      placed[placed.length - 1] = { ...previous, to: at + 1, flow: [...previous.flow, ...cell.flow] };
      at += 1;
      continue;
    }
    const span = Math.max(1, cell.span);
    placed.push({ from: at, to: at + span, continued: cell.continued, flow: cell.flow });
    at += span;
  }
  return placed;
}

/** Numbers of the columns that cells really begin at, edges that nearly meet taken as one. */
function columnsOf(rows: readonly Placed[][], grid: readonly number[]): Map<number, number> {
  const edges = [...new Set(rows.flatMap((row) => row.flatMap((cell) => [cell.from, cell.to])))].sort((a, b) => a - b);
  const narrow = new Set(rows.flatMap((row) => row.map((cell) => `${cell.from}-${cell.to}`)));
  const columns = new Map<number, number>();
  let column = -1;
  let previous: number | undefined;
  for (const edge of edges) {
    const width = previous === undefined ? Infinity : grid.slice(previous, edge).reduce((sum, next) => sum + next, 0);
    const same = width > 0 && width < nearEdges && !narrow.has(`${previous}-${edge}`);
    if (!same) column += 1;
    columns.set(edge, column);
    previous = edge;
  }
  return columns;
}

/** Resolves grid spans and vertical merges; a continued cell's own text is kept in the cell it continues. */
export function resolveGrid(table: WordTable): Grid {
  const rows = table.rows.map(placeRow);
  const columns = columnsOf(rows, table.grid);
  const cells: GridCell[] = [];
  let above = new Map<number, GridCell>();
  for (const [row, placed] of rows.entries()) {
    const current = new Map<number, GridCell>();
    for (const { from, to, continued, flow } of placed) {
      const column = columns.get(from) ?? 0;
      const columnSpan = Math.max(1, (columns.get(to) ?? column + 1) - column);
      const master = continued ? above.get(column) : undefined;
      if (master && master.columnSpan === columnSpan) {
        master.rowSpan = row - master.row + 1;
        master.flow.push(...flow);
        current.set(column, master);
        continue;
      }
      const cell = { row, column, rowSpan: 1, columnSpan, flow: [...flow] };
      cells.push(cell);
      current.set(column, cell);
    }
    above = current;
  }
  const columnCount = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return { columnCount, rowCount: rows.length, cells };
}
