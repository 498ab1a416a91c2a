import type { LayoutRow, LayoutTable, PageLayout } from './page-layout.ts';
import { findPageNumber } from './page-number.ts';

/** Rows that belong to the page and not to the text: page numbers, running heads and feet. */
export type PageFurniture = ReadonlySet<LayoutRow | LayoutTable>;

/** How many rows at either end of a page may be furniture. */
const depth = 2;

function endsOf(page: PageLayout): LayoutRow[] {
  const ends = new Set([...page.items.slice(0, depth), ...page.items.slice(-depth)]);
  return [...ends].filter((item) => item.kind === 'row');
}

/** Numbers that keep step with the pages: at least two, or the page's own. */
function pageNumbers(pages: readonly PageLayout[]): LayoutRow[] {
  const byOffset = new Map<number, LayoutRow[]>();
  for (const page of pages) {
    for (const row of endsOf(page)) {
      const number = findPageNumber(row);
      if (number === undefined) continue;
      const offset = number - page.number;
      byOffset.set(offset, [...(byOffset.get(offset) ?? []), row]);
    }
  }
  const [best] = [...byOffset].sort((a, b) => b[1].length - a[1].length);
  return best && (best[1].length > 1 || best[0] === 0) ? best[1] : [];
}

/** Texts that at least three pages, and at least half of all, have at the same height. */
function runningHeads(pages: readonly PageLayout[]): LayoutRow[] {
  const places = pages.flatMap((page) =>
    endsOf(page).flatMap((row) => (findPageNumber(row) === undefined ? [{ row, page: page.number }] : [])),
  );
  const keyOf = ({ segments, y }: LayoutRow) => {
    const text = segments.map((segment) => segment.text).join(' ');
    return `${text.replace(/\d+/g, '#')}@${Math.round(y / 6)}`;
  };
  return [...Map.groupBy(places, ({ row }) => keyOf(row)).values()].flatMap((same) => {
    const count = new Set(same.map(({ page }) => page)).size;
    return count >= 3 && count * 2 >= pages.length ? same.map(({ row }) => row) : [];
  });
}

/** Finds page numbers and running heads; only what nothing but furniture parts from the page's edge. */
export function findFurniture(pages: readonly PageLayout[]): PageFurniture {
  const candidates = new Set<LayoutRow | LayoutTable>([...pageNumbers(pages), ...runningHeads(pages)]);
  const furniture = new Set<LayoutRow | LayoutTable>();
  for (const page of pages) {
    for (const items of [page.items, page.items.toReversed()]) {
      for (const item of items) {
        if (!candidates.has(item)) break;
        furniture.add(item);
      }
    }
  }
  return furniture;
}
