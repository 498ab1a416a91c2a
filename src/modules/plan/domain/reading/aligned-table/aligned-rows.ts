import { columnsOf, isTaskHeader, kindOfHeading } from '../columns.ts';
import { findAppendixHeading } from '../paragraphs.ts';
import type { ReadingLine } from '../reading-line.ts';
import { pieceOf, type TextRows } from './text-grid.ts';

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Pieces of a line that runs of two or more spaces keep apart, with their positions. */
function segmentsOf(line: ReadingLine): Segment[] {
  return [...line.raw.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }));
}

/**
 * A table whose columns extraction kept apart by spaces, from its headings at `from`: its rows, or undefined when the
 * lines are no such table. A row is what lies between blank lines, or from one number to the next.
 */
export function findAlignedRows(
  lines: readonly ReadingLine[],
  from: number,
): { rows: TextRows; end: number } | undefined {
  const first = lines[from];
  if (!first || segmentsOf(first).length < 3 || !namesColumns(first)) return undefined;
  const end = endOfTable(lines, from);
  const body = lines.slice(from, end);
  const gutters = guttersOf(body);
  const cells = body.map((line) => cellsOf(line, gutters));
  const opening = cells.findIndex((row, index) => index > 0 && /^\d{1,2}[.)]?$/u.test(row[0] ?? ''));
  if (opening < 1) return undefined;
  const titles = Array.from({ length: gutters.length + 1 }, (_, column) =>
    cells
      .slice(0, opening)
      .flatMap((row) => row[column] ?? [])
      .filter((text) => text !== '')
      .join(' '),
  );
  if (!isTaskHeader(columnsOf(titles))) return undefined;
  const starts = rowStarts(body, cells, opening);
  const rows = [0, ...starts].map((start, index) => {
    const stop = starts[index] ?? body.length;
    return Array.from({ length: gutters.length + 1 }, (_, column) =>
      body.slice(start, stop).flatMap((line, offset) => pieceOf(line, cells[start + offset]?.[column] ?? '')),
    );
  });
  return { rows, end };
}

/** Whether the pieces of a line name columns, at least two of them of known kinds. */
function namesColumns(line: ReadingLine): boolean {
  return segmentsOf(line).filter(({ text }) => kindOfHeading(text) !== 'other').length >= 2;
}

const chapter = /^(?:[IVX]+|[A-ZĐ]|\d{1,2})[.)/]\s+\p{Lu}/u;

function endOfTable(lines: readonly ReadingLine[], from: number): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const segments = segmentsOf(line);
    const wide = segments.length === 1 && line.text.length > 60;
    const heading = segments.length === 1 && chapter.test(line.text) && /^\s{0,3}\S/u.test(line.raw);
    if (findAppendixHeading(line.text) || /^nơi nhận/iu.test(line.text) || heading || wide) return at;
  }
  return lines.length;
}

/** Positions between the columns: the middle of each stretch that is blank in every line. */
function guttersOf(lines: readonly ReadingLine[]): number[] {
  const width = Math.max(0, ...lines.map((line) => line.raw.length));
  const used = Array.from({ length: width }, () => false);
  for (const line of lines) {
    for (const { from, to } of segmentsOf(line)) used.fill(true, from, to);
  }
  const gutters: number[] = [];
  let blank = -1;
  for (let at = used.indexOf(true); at >= 0 && at < width; at += 1) {
    if (!used[at] && blank < 0) blank = at;
    if (used[at] && blank >= 0) {
      gutters.push(Math.floor((blank + at) / 2));
      blank = -1;
    }
  }
  return gutters;
}

function cellsOf(line: ReadingLine, gutters: readonly number[]): string[] {
  return [0, ...gutters].map((start, index) => line.raw.slice(start, gutters[index] ?? line.raw.length).trim());
}

/** Where rows begin: at the first line of each block between blank lines that holds one number, else at each number. */
function rowStarts(body: readonly ReadingLine[], cells: readonly (readonly string[])[], opening: number): number[] {
  const numbered = cells.flatMap((row, index) =>
    index >= opening && /^\d{1,2}[.)]?$/u.test(row[0] ?? '') ? [index] : [],
  );
  const blocks = body.flatMap((line, index) =>
    index > 0 && line.gap > 0 && index <= (numbered.at(-1) ?? 0) ? [index] : [],
  );
  const apart = blocks.filter((start, index) => {
    const stop = blocks[index + 1] ?? body.length;
    return numbered.filter((at) => at >= start && at < stop).length === 1;
  });
  return apart.length === numbered.length && blocks.length === numbered.length ? blocks : numbered;
}
