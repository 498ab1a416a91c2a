import type { PlanReading } from '../reading/plan-reading.ts';
import { itemsOf, type PlacedItem, type PlacedRow, rowsOf } from './places.ts';
import { type Likeness, likenessBy, type WordPairs, wordPairs } from './text-likeness.ts';

/** A row holds an item when they share this much of the shorter text; measured on real plans, the rest is below 0.5. */
const sameTask = 0.6;

export type BodyItem = PlacedItem & { readonly pairs: WordPairs };
export type TableRow = PlacedRow & { readonly pairs: WordPairs };

export interface BodyMatch {
  readonly items: readonly BodyItem[];
  readonly rows: readonly TableRow[];
  /** Each row with the item it is most like, when it is like any. */
  readonly pairs: readonly { readonly item: BodyItem; readonly row: TableRow }[];
  /** Whether any row holds the item. */
  hasRow(item: BodyItem): boolean;
}

/** Which rows of the tables carry out which items of the body. */
export function matchBody(reading: PlanReading): BodyMatch {
  const items = itemsOf(reading).map((item): BodyItem => ({ ...item, pairs: wordPairs(item.task.text) }));
  const rows = rowsOf(reading).map((row): TableRow => ({ ...row, pairs: wordPairs(row.task.content) }));
  const likeItems = likenessBy(items.map((item) => item.pairs));
  const likeRows = likenessBy(rows.map((row) => row.pairs));
  return {
    items,
    rows,
    pairs: rows.flatMap((row) => {
      const item = likest(items, likeItems(row.pairs));
      return item ? [{ item, row }] : [];
    }),
    hasRow: (item) => [...likeRows(item.pairs).values()].some(({ held }) => held >= sameTask),
  };
}

/** The item that a row is most like and holds; of equal ones the first. */
function likest(items: readonly BodyItem[], likenesses: ReadonlyMap<number, Likeness>): BodyItem | undefined {
  let best: { index: number; score: number } | undefined;
  for (const [index, { held, dice }] of likenesses) {
    const score = held + dice;
    if (held < sameTask) continue;
    if (!best || score > best.score || (score === best.score && index < best.index)) best = { index, score };
  }
  return best && items[best.index];
}
