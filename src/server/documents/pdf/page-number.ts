import type { LayoutRow } from './page-layout.ts';

const numbers = /^(?:trang\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:\/|trên)\s*\d{1,4})?$/iu;

/** The number a row holds and nothing else, as page numbers are written ("3", "- 3 -", "Trang 3/12"). */
export function findPageNumber(row: LayoutRow): number | undefined {
  const number = numbers.exec(row.segments.map((segment) => segment.text).join(' '))?.[1];
  return number === undefined ? undefined : Number(number);
}
