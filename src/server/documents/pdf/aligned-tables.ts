import { fold } from '#kernel/fold.ts';
import type { TextRun } from './page-content.ts';
import type { LayoutCell, LayoutTable } from './page-layout.ts';
import { type RunRow, runRows, textRows } from './text-rows.ts';

/** Titles of a task table's columns, folded. */
const columnTitle =
  /^(?:s?tt|so tt|so thu tu)$|noi dung|nhiem vu|cong viec|san pham|ket qua|chu tri|phoi hop|thoi (?:gian|han)|hoan thanh|ghi chu|don vi|co quan|phu trach/;
/** Titles needed to take a row for the head of a table. */
const fewestTitles = 3;
/** A strip without text must be this many points wide to part two columns. */
const stripWidth = 4;
/** Words of a head stand apart by this many sizes. */
const titleGap = 0.7;
/** Beginnings of chapters, appendices and signatures, folded: the table has ended. */
const tableEnd = /^(?:phu luc\b|[ivx]+\.\s|noi nhan|tm\. )/;
/** How far letters reach above and below their baseline, in sizes. */
const ascent = 0.75;
const descent = 0.22;
const rowStart = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ])[.)]?$/u;

type Strip = readonly [from: number, to: number];

/** The strips between the first and the last letter in which no row has text. */
function stripsOf(rows: readonly RunRow[]): Strip[] {
  const [first, ...others] = rows.flatMap((row) => row.runs).sort((a, b) => a.x - b.x);
  const strips: Strip[] = [];
  let right = first?.right ?? 0;
  for (const run of others) {
    if (run.x - right >= stripWidth) strips.push([right, run.x]);
    right = Math.max(right, run.right);
  }
  return strips;
}

function titlesIn(row: RunRow): number {
  const titles = textRows(row.runs, titleGap).flatMap((line) => line.segments);
  return titles.filter((title) => columnTitle.test(fold(title.text))).length;
}

function textOf(row: RunRow): string {
  return row.runs.map((run) => run.text).join(' ');
}

function isLoneNumber(row: RunRow): boolean {
  return /^\d{1,4}$/.test(textOf(row).trim());
}

/** A chapter or an appendix begins. */
function isTableEnd(row: RunRow): boolean {
  return tableEnd.test(fold(textOf(row)));
}

/** How many rows stand before the first that `ends` them. */
function countBefore(rows: readonly RunRow[], ends: (row: RunRow, index: number) => boolean): number {
  const end = rows.findIndex(ends);
  return end < 0 ? rows.length : end;
}

/**
 * How many rows the table has that a list of rows begins with: up to the first row that fills a strip, stands far below
 * or is a page number, which is a number alone that is not in the first column.
 */
function rowsOfTable(rows: readonly RunRow[], columns: number): number {
  return countBefore(rows, (row, index) => {
    const previous = rows[index - 1];
    if (!previous) return false;
    const strips = stripsOf(rows.slice(0, index + 1));
    const isPageNumber = isLoneNumber(row) && row.runs[0].right > (strips[0]?.[0] ?? 0);
    return isPageNumber || isTableEnd(row) || row.y - previous.y > 60 || strips.length < columns - 1;
  });
}

interface Gap {
  /** Where the empty band begins, from the top of the page. */
  readonly y: number;
  readonly height: number;
}

/** Empty bands across all columns, from top to bottom; those of lines that overlap are less than nothing high. */
function gapsOf(runs: readonly TextRun[]): Gap[] {
  const gaps: Gap[] = [];
  let bottom: number | undefined;
  for (const run of runs) {
    const top = run.y - run.size * ascent;
    if (bottom !== undefined) gaps.push({ y: bottom, height: top - bottom });
    bottom = Math.max(bottom ?? 0, run.y + run.size * descent);
  }
  return gaps;
}

/** Bands as wide as any between two heights. */
function widestIn(gaps: readonly Gap[], from: number, to: number): Gap[] {
  const between = gaps.filter(({ y }) => y >= from && y < to);
  const widest = Math.max(0, ...between.map((gap) => gap.height));
  return between.filter((gap) => gap.height >= widest * 0.9);
}

function middleOf({ y, height }: Gap): number {
  return y + height / 2;
}

/**
 * Heights at which table rows end. With numbers in the first column: one between two numbers (of bands equally wide
 * the last), and one below the head. Without numbers: at wide bands.
 */
function boundariesOf(runs: readonly TextRun[], firstEdge: number): number[] {
  const gaps = gapsOf(runs);
  const numbers = runs.filter((run) => run.right <= firstEdge && rowStart.test(run.text.trim())).map((run) => run.y);
  const [first] = numbers;
  if (first === undefined) return gaps.filter((gap) => gap.height > (runs[0]?.size ?? 0) * 0.6).map(middleOf);
  const top = Math.min(...runs.map((run) => run.y));
  const [belowHead] = widestIn(gaps, top, first);
  const between = numbers.map((y, index) => {
    const last = widestIn(gaps, numbers[index - 1] ?? top, y).at(-1);
    return last ? middleOf(last) : y;
  });
  return [...(belowHead ? [middleOf(belowHead)] : []), ...between];
}

function tableOf(rows: readonly RunRow[], inner: readonly number[], carried: readonly number[] = []): LayoutTable {
  const runs = rows.flatMap((row) => row.runs);
  const [left, right] = [Math.min(...runs.map((run) => run.x)) - 1, Math.max(...runs.map((run) => run.right)) + 1];
  const xs = carried.length > 0 ? carried : [left, ...inner, right];
  const boundaries = boundariesOf(runs, inner[0] ?? 0);
  const bands = [...boundaries, Number.POSITIVE_INFINITY];
  const groups = bands.map((to, index) => runs.filter((run) => run.y < to && run.y >= (bands[index - 1] ?? 0)));
  const filled = groups.filter((group) => group.length > 0);
  const cells = filled.flatMap((group, row) =>
    [...inner, Number.POSITIVE_INFINITY].map((to, column): LayoutCell => {
      const from = inner[column - 1] ?? Number.NEGATIVE_INFINITY;
      const inside = group.filter((run) => run.x >= from && run.x < to);
      const segments = textRows(inside, Number.POSITIVE_INFINITY).flatMap((line) => line.segments);
      return { row, column, rowSpan: 1, columnSpan: 1, segments };
    }),
  );
  return { kind: 'table', top: rows[0]?.y ?? 0, xs, rowCount: filled.length, cells, aligned: true };
}

/** How many rows at the top of a page go on in the columns of the page before. */
function rowsCarried(rows: readonly RunRow[], inner: readonly number[]): number {
  const fits = (row: RunRow) => inner.every((edge) => row.runs.every((run) => run.right <= edge || run.x >= edge));
  const count = countBefore(rows, (row) => !fits(row) || isTableEnd(row));
  return rows.slice(0, count).some((row) => row.runs.length > 1) ? count : 0;
}

/**
 * Finds tables without ruled lines: under a row of at least three known column titles, as far as the empty strips
 * between the columns go down. `carried` are the column edges of such a table at the end of the page before.
 */
export function findAlignedTables(
  runs: readonly TextRun[],
  carried: readonly number[],
): { readonly tables: readonly LayoutTable[]; readonly rest: readonly TextRun[] } {
  const rows = runRows(runs);
  const tables: LayoutTable[] = [];
  const taken = new Set<TextRun>();
  const take = (from: number, to: number, inner: readonly number[], edges: readonly number[] = []) => {
    const those = rows.slice(from, to);
    tables.push(tableOf(those, inner, edges));
    for (const run of those.flatMap((row) => row.runs)) taken.add(run);
  };
  let free = 0;
  if (carried.length > 0) {
    const first = rows.slice(0, 1).filter(isLoneNumber).length;
    const inner = carried.slice(1, -1);
    free = first + rowsCarried(rows.slice(first), inner);
    if (free > first) take(first, free, inner, carried);
  }
  for (const [index, row] of rows.entries()) {
    if (index < free || titlesIn(row) < fewestTitles) continue;
    const above = index > free ? rows[index - 1] : undefined;
    const from = above && isTitleAbove(above, row) ? index - 1 : index;
    free = from + rowsOfTable(rows.slice(from), stripsOf([row]).length + 1);
    const strips = stripsOf(rows.slice(from, free));
    const inner = strips.map(([left, right]) => (left + right) / 2);
    if (free - from > 1 && inner.length >= fewestTitles - 1) take(from, free, inner);
  }
  return { tables, rest: runs.filter((run) => !taken.has(run)) };
}

/** The upper line of a head whose titles take two lines; not one with a title over two columns. */
function isTitleAbove(above: RunRow, row: RunRow): boolean {
  const isNear = row.y - above.y < row.runs[0].size * 1.6;
  const both = stripsOf([above, row]);
  const keepsColumns = stripsOf([row]).every(([from, to]) => both.some(([left, right]) => left >= from && right <= to));
  return isNear && keepsColumns && above.runs.length > 1 && titlesIn(above) > 0;
}
