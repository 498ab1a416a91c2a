import { findAlignedTables } from './aligned-tables.ts';
import type { PageContent, TextRun } from './page-content.ts';
import { findGrids, type GridBox, type RuledGrid } from './ruled-grid.ts';
import { type Segment, type TextRow, textRows } from './text-rows.ts';

export interface LayoutCell extends GridBox {
  readonly segments: readonly Segment[];
}

export interface LayoutTable {
  readonly kind: 'table';
  readonly top: number;
  readonly xs: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly LayoutCell[];
  /** Its columns are told by the empty strips between them, not by ruled lines. */
  readonly aligned?: boolean;
}

export interface LayoutRow extends TextRow {
  readonly kind: 'row';
}

/** A page as rows of text and tables from top to bottom. */
export interface PageLayout {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly (LayoutRow | LayoutTable)[];
  /** The page has no text but a picture. */
  readonly isPicture: boolean;
}

/** Gaps wider than this many sizes part columns outside of tables. */
const columnGap = 2.4;

function cellAt(grid: RuledGrid, x: number, y: number): GridBox | undefined {
  return grid.cells.find(({ row, column, rowSpan, columnSpan }) => {
    const [left, right] = [grid.xs[column] ?? 0, grid.xs[column + columnSpan] ?? 0];
    const [top, bottom] = [grid.ys[row] ?? 0, grid.ys[row + rowSpan] ?? 0];
    return x >= left && x < right && y >= top && y < bottom;
  });
}

/** Cuts a run that reaches over a cell's edge into words, each where it stands. */
function piecesOf(run: TextRun, grid: RuledGrid): TextRun[] {
  const slack = run.size * 0.5;
  const crosses = grid.xs.some((x) => x > run.x + slack && x < run.right - slack);
  if (!crosses) return [run];
  const width = (run.right - run.x) / run.text.length;
  return [...run.text.matchAll(/\S+/g)].map((word) => ({
    ...run,
    text: word[0],
    x: run.x + word.index * width,
    right: run.x + (word.index + word[0].length) * width,
  }));
}

function fillGrid(grid: RuledGrid, runs: readonly TextRun[]): { table: LayoutTable; rest: TextRun[] } {
  const filled = new Map<GridBox, TextRun[]>();
  const rest: TextRun[] = [];
  for (const run of runs) {
    const middle = run.y - run.size * 0.3;
    if (!cellAt(grid, (run.x + run.right) / 2, middle)) {
      rest.push(run);
      continue;
    }
    for (const piece of piecesOf(run, grid)) {
      const cell = cellAt(grid, (piece.x + piece.right) / 2, middle);
      if (cell) filled.set(cell, [...(filled.get(cell) ?? []), piece]);
      else rest.push(piece);
    }
  }
  const cells = grid.cells.map((cell) => ({
    ...cell,
    segments: textRows(filled.get(cell) ?? [], Number.POSITIVE_INFINITY).flatMap((row) => row.segments),
  }));
  const table = { kind: 'table', top: grid.ys[0] ?? 0, xs: grid.xs, rowCount: grid.ys.length - 1, cells } as const;
  return { table, rest };
}

/** Sorts a page's text into its tables and the rows around them; `carried` are columns of the page before. */
export function layoutOf(page: PageContent, carried: readonly number[] = []): PageLayout {
  let runs = page.runs;
  const tables: LayoutTable[] = [];
  for (const grid of findGrids(page.rulings)) {
    const { table, rest } = fillGrid(grid, runs);
    if (table.cells.every((cell) => cell.segments.length === 0)) continue;
    tables.push(table);
    runs = rest;
  }
  const aligned = tables.length > 0 ? { tables: [], rest: runs } : findAlignedTables(runs, carried);
  const rows = textRows(aligned.rest, columnGap).map((row): LayoutRow => ({ kind: 'row', ...row }));
  const topOf = (item: LayoutRow | LayoutTable) => (item.kind === 'table' ? item.top : item.y);
  const items = [...rows, ...tables, ...aligned.tables].sort((a, b) => topOf(a) - topOf(b));
  const { number, width, height, isPicture } = page;
  return { number, width, height, isPicture, items };
}
