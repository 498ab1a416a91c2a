import { fold } from '#kernel/fold.ts';
import type { Column } from '../columns.ts';
import { findAppendixHeading } from '../paragraphs.ts';
import { isUpperCase } from '../passage.ts';
import type { ReadingLine } from '../reading-line.ts';
import { findTornHeading } from './torn-heading.ts';

/** A line of a torn table; `afterBreak` where headings or a page's end stood before it. */
export interface RegionLine extends ReadingLine {
  readonly afterBreak: boolean;
}

/** A run of text, or a table whose cells extraction put one after another. */
export type Region =
  | { readonly kind: 'text'; readonly lines: readonly ReadingLine[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly lines: readonly RegionLine[];
      readonly headerLines: readonly number[];
      readonly pageNumbers: readonly number[];
    };

/** Cuts the lines of extracted text into runs of text and torn tables, which begin at their headings. */
export function tornRegions(lines: readonly ReadingLine[]): Region[] {
  const regions: Region[] = [];
  let text: ReadingLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const heading = findTornHeading(lines, at);
    const line = lines[at];
    if (!heading) {
      if (line) text.push(line);
      at += 1;
      continue;
    }
    if (text.length > 0) regions.push({ kind: 'text', lines: text });
    text = [];
    const end = endOfTable(lines, at + heading.lineCount);
    regions.push(tableRegion(lines, at, end, heading.columns));
    at = end;
  }
  return text.length > 0 ? [...regions, { kind: 'text', lines: text }] : regions;
}

function tableRegion(lines: readonly ReadingLine[], from: number, end: number, columns: readonly Column[]): Region {
  const kept: RegionLine[] = [];
  const headerLines: number[] = [];
  const pageNumbers: number[] = [];
  let afterBreak = false;
  let page = lines[from]?.page;
  for (let at = from; at < end; at += 1) {
    const line = lines[at];
    if (!line) break;
    const heading = findTornHeading(lines, at);
    if (heading && sameColumns(heading.columns, columns)) {
      headerLines.push(...lines.slice(at, at + heading.lineCount).map(({ id }) => id));
      at += heading.lineCount - 1;
      afterBreak = kept.length > 0;
      page = lines[at]?.page;
      continue;
    }
    const next = /^\d{1,3}$/u.test(line.text) ? findTornHeading(lines, at + 1) : undefined;
    if (next && sameColumns(next.columns, columns)) {
      pageNumbers.push(line.id);
      continue;
    }
    kept.push({ ...line, afterBreak: afterBreak || (line.page !== page && kept.length > 0) });
    afterBreak = false;
    page = line.page;
  }
  return { kind: 'table', columns, lines: kept, headerLines, pageNumbers };
}

function sameColumns(left: readonly Column[], right: readonly Column[]): boolean {
  return (
    left.length === right.length &&
    left.every((column, index) => fold(column.title) === fold(right[index]?.title ?? ''))
  );
}

const chapter =
  /^(?:(?:[IVX]+|[A-ZĐ]|\d{1,2})[.)/]\s*)?(?:tổ chức thực hiện|trách nhiệm|kinh phí|nguồn kinh phí|phân công|chế độ (?:thông tin|báo cáo)|thông tin, báo cáo)/iu;
const signature = /^(?:nơi nhận|TM\. |KT\. |TL\. |\(?văn bản (?:này|giả định))/iu;

/** The line after the table's last one: the next appendix, a chapter that is not of tasks, or the signature. */
function endOfTable(lines: readonly ReadingLine[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (findAppendixHeading(text) || signature.test(text)) return at;
    if (chapter.test(text) && (isUpperCase(text) || /^[IVX]+[.)/]/u.test(text))) return at;
  }
  return lines.length;
}
