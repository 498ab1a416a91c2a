import type { ReadingLine } from './reading-line.ts';

const pageNumber = /^(?:[-–]\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?$/iu;

/** True for a line that is nothing but the number of a page ("6", "- 2 -", "Trang 3/12"). */
export function isPageNumber(line: ReadingLine): boolean {
  return pageNumber.test(line.text) && line.marker === undefined;
}
