import type { FurnitureKind } from './plan-reading.ts';
import type { ReadingLine } from './reading-line.ts';

const pageNumber = /^(?:[-–]\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?$/iu;
const rule = /^[-_=*.–—|+ ]{3,}$/u;

/** What a line is that holds no words: the number of a page ("6", "- 2 -", "Trang 3/12") or a drawn line; else undefined. */
export function findPageFurniture(line: ReadingLine): FurnitureKind | undefined {
  if (rule.test(line.text)) return 'rule';
  return pageNumber.test(line.text) && line.marker === undefined ? 'pageNumber' : undefined;
}
