import type { LayoutRow } from './page-layout.ts';
import type { Segment } from './text-rows.ts';

/** Rows that stand side by side in two columns without ruled lines: letterheads, signature blocks. */
export interface ColumnBlock {
  readonly rows: readonly LayoutRow[];
  /** The middle of the empty strip between the columns. */
  readonly gutter: number;
}

function gapsOf(row: LayoutRow): { from: number; to: number }[] {
  return row.segments.slice(1).map((segment, index) => ({ from: row.segments[index]?.right ?? 0, to: segment.x }));
}

/** True when no text of the row stands in the strip. */
function keepsClear(row: LayoutRow, from: number, to: number): boolean {
  return row.segments.every((segment) => segment.right <= from || segment.x >= to);
}

/**
 * Finds the column block that begins at a row: at least two rows parted by the same strip, and rows between them that
 * keep to one side of it. Undefined when there is none.
 */
export function findColumns(rows: readonly LayoutRow[], start: number): ColumnBlock | undefined {
  const first = rows[start];
  if (first?.segments.length !== 2) return undefined;
  const [gap] = gapsOf(first);
  if (!gap) return undefined;
  let { from, to } = gap;
  let end = start + 1;
  let last = start;
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    const previous = rows[end - 1];
    if (!row || !previous || row.y - previous.y > 60 || row.segments.length > 2) break;
    const right = Math.max(from, ...row.segments.filter((segment) => segment.x < from).map((one) => one.right));
    const left = Math.min(to, ...row.segments.filter((segment) => segment.x >= from).map((one) => one.x));
    if (left - right < 4 || !keepsClear(row, right, left)) break;
    from = right;
    to = left;
    if (row.segments.length === 2) last = end;
  }
  return last > start ? { rows: rows.slice(start, last + 1), gutter: (from + to) / 2 } : undefined;
}

/** Parts a row of a column block into its two sides. */
export function sidesOf(row: LayoutRow, gutter: number): [Segment[], Segment[]] {
  return [row.segments.filter((one) => one.x < gutter), row.segments.filter((one) => one.x >= gutter)];
}
