import type { LayoutRow, PageLayout } from './page-layout.ts';

/** Rows that belong to the page and not to the text: page numbers, running heads and feet. */
export type PageFurniture = ReadonlySet<LayoutRow>;

const pageNumber = /^(?:trang\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:\/|trên)\s*\d{1,4})?$/iu;
/** How many rows at either end of a page may be furniture. */
const depth = 2;

function textOf(row: LayoutRow): string {
  return row.segments.map((segment) => segment.text).join(' ');
}

function endsOf(page: PageLayout): LayoutRow[] {
  const rows = page.items.filter((item) => item.kind === 'row');
  const first = page.items.slice(0, depth).filter((item) => item.kind === 'row');
  const last = page.items.slice(-depth).filter((item) => item.kind === 'row');
  return rows.filter((row) => first.includes(row) || last.includes(row));
}

/** Finds page numbers (numbers that keep step with the pages) and texts that most pages repeat at the same place. */
export function findFurniture(pages: readonly PageLayout[]): PageFurniture {
  const furniture = new Set<LayoutRow>();
  const offsets = new Map<number, LayoutRow[]>();
  const repeated = new Map<string, { row: LayoutRow; page: number }[]>();
  for (const page of pages) {
    for (const row of endsOf(page)) {
      const text = textOf(row);
      const number = pageNumber.exec(text)?.[1];
      if (number !== undefined) {
        const offset = Number(number) - page.number;
        offsets.set(offset, [...(offsets.get(offset) ?? []), row]);
        continue;
      }
      const key = `${text.replace(/\d+/g, '#')}@${Math.round(row.y / 6)}`;
      repeated.set(key, [...(repeated.get(key) ?? []), { row, page: page.number }]);
    }
  }
  const [best] = [...offsets].sort((a, b) => b[1].length - a[1].length);
  if (best && (best[1].length > 1 || best[0] === 0)) for (const row of best[1]) furniture.add(row);
  for (const places of repeated.values()) {
    const onPages = new Set(places.map((place) => place.page)).size;
    if (onPages < 3 || onPages * 2 < pages.length) continue;
    for (const { row } of places) furniture.add(row);
  }
  return furniture;
}
