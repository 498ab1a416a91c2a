import type { TableRow, TaskTable } from '../found.ts';
import { tidy } from '../passage.ts';
import { type AssignedRow, assignCells, type Layout } from './assign-cells.ts';
import { describePieces } from './scored-piece.ts';
import type { Region } from './torn-regions.ts';
import { type TornRow, tornRows } from './torn-rows.ts';
import type { WordPairs } from './word-pairs.ts';

type TableRegion = Extract<Region, { kind: 'table' }>;

const rounds = 3;

/**
 * Puts a torn table together again: rows by their numbers, cells by the best assignment of lines to columns, read anew
 * with the widths of the columns that the last reading showed.
 */
export function readTornTable(
  region: TableRegion,
  pairs: WordPairs,
  usualGap: number,
): { table: TaskTable; strays: readonly number[] } {
  const { rows, strays } = tornRows(region.lines, usualGap);
  const noColumn = region.columns.findIndex((column) => column.kind === 'no');
  const places = region.columns.map((_, index) => index).filter((index) => index !== noColumn);
  let layout: Layout = {
    kinds: places.map((place) => region.columns[place]?.kind ?? 'other'),
    pairs,
    widths: places.map(() => undefined),
  };
  const described = rows.map((row) => (row.kind === 'task' ? row.pages.map(describePieces) : undefined));
  const assignAll = () => described.map((pages) => pages && assignCells(pages, layout));
  let assigned = assignAll();
  for (let round = 1; round < rounds; round += 1) {
    layout = { ...layout, widths: widthsOf(assigned, places.length) };
    assigned = assignAll();
  }
  const table: TaskTable = {
    columns: region.columns,
    rows: rows.map((row, index) => rowOf(row, assigned[index], places, region.columns.length, noColumn)),
    headerLines: region.headerLines,
    paragraphs: false,
  };
  return { table, strays };
}

/** The width of each column: its widest line but for the odd one that sticks out. */
function widthsOf(assigned: readonly (AssignedRow | undefined)[], count: number): (number | undefined)[] {
  return Array.from({ length: count }, (_, column) => {
    const lengths = assigned
      .flatMap((row) => row?.[column] ?? [])
      .map((piece) => piece.text.length)
      .sort((a, b) => a - b);
    return lengths[Math.ceil(lengths.length * 0.92) - 1];
  });
}

function rowOf(
  row: TornRow,
  assigned: AssignedRow | undefined,
  places: readonly number[],
  columnCount: number,
  noColumn: number,
): TableRow {
  if (row.kind === 'group')
    return { kind: 'group', no: row.no, noLines: [], title: { text: tidy(row.title), lines: row.lines } };
  const cells = Array.from({ length: columnCount }, (_, column) =>
    column === noColumn
      ? [{ id: row.noLine, text: row.no }]
      : (assigned?.[places.indexOf(column)] ?? []).map(({ id, text }) => ({ id, text })),
  );
  return { kind: 'task', no: row.no, noLines: [row.noLine], cells, pageSplit: row.pages.length > 1 };
}
