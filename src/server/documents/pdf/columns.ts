import type { LayoutRow } from './page-layout.ts';
import type { Segment } from './text-rows.ts';

/** Rows that stand side by side in two columns without ruled lines: letterheads, signature blocks. */
export interface ColumnBlock {
  readonly rows: readonly LayoutRow[];
  /** The middle of the empty strip between the columns. */
  readonly gutter: number;
}

/**
 * Finds the column block that a list of rows begins with: at least two rows parted by the same strip, and rows between
 * them that keep to one side of it. Undefined when there is none.
 */
export function findColumns(rows: readonly LayoutRow[]): ColumnBlock | undefined {
  const [first, ...further] = rows;
  const [one, other, third] = first?.segments ?? [];
  if (!first || !one || !other || third) return undefined;
  let [from, to, y] = [one.right, other.x, first.y];
  let count = 1;
  for (const [index, row] of further.entries()) {
    if (row.y - y > 60 || row.segments.length > 2) break;
    const right = Math.max(from, ...row.segments.filter((segment) => segment.x < from).map((text) => text.right));
    const left = Math.min(to, ...row.segments.filter((segment) => segment.x >= from).map((text) => text.x));
    if (left - right < 4) break;
    [from, to, y] = [right, left, row.y];
    if (row.segments.length === 2) count = index + 2;
  }
  return count > 1 ? { rows: rows.slice(0, count), gutter: (from + to) / 2 } : undefined;
}

/** Parts a row of a column block into its two sides. */
export function sidesOf(row: LayoutRow, gutter: number): [Segment[], Segment[]] {
  return [row.segments.filter((one) => one.x < gutter), row.segments.filter((one) => one.x >= gutter)];
}
