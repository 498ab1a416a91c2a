import type { Segment } from './text-rows.ts';

/** A body row that is one text, with the page it stands on. */
export interface BodyLine extends Segment {
  readonly page: number;
}

/** Where the text of a document stands: the right margin by page and the usual distance of two rows. */
export interface Measure {
  readonly right: ReadonlyMap<number, number>;
  readonly left: ReadonlyMap<number, number>;
  readonly leading: number;
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** Measures the body lines of a document. */
export function measure(lines: readonly BodyLine[]): Measure {
  const right = new Map<number, number>();
  const left = new Map<number, number>();
  const gaps: number[] = [];
  for (const [index, line] of lines.entries()) {
    right.set(line.page, Math.max(right.get(line.page) ?? 0, line.right));
    left.set(line.page, Math.min(left.get(line.page) ?? Infinity, line.x));
    const previous = lines[index - 1];
    const gap = previous && previous.page === line.page ? line.y - previous.y : 0;
    if (gap > 0 && gap < line.size * 2.5) gaps.push(Math.round(gap * 2) / 2);
  }
  return { right, left, leading: commonest(gaps) ?? 0 };
}

function firstWordWidth(line: BodyLine): number {
  const letters = line.text.search(/\s|$/);
  return ((line.right - line.x) * letters) / Math.max(1, line.text.length);
}

/** An item's beginning: a bullet, "a)", "1.", "2.1.", "Điều 1". */
const itemStart = /^(?:[-–—+•*]\s|\p{L}{1,2}[).]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]{1,5}\.\s|Điều\s\d)/u;

const sentenceEnd = /[.;:!?…]$/u;
const sentenceStart = /^["“(]?\p{Lu}/u;

/** True when a paragraph ends between two lines that follow each other. */
function isBreak(before: BodyLine, after: BodyLine, { left, right, leading }: Measure): boolean {
  if (before.bold !== after.bold || Math.abs(before.size - after.size) > 1) return true;
  const samePage = before.page === after.page;
  const gap = after.y - before.y;
  if (samePage && (gap <= 0 || gap > before.size * 2.2)) return true;
  const margin = right.get(before.page) ?? before.right;
  if (before.right + before.size * 0.25 + firstWordWidth(after) < margin - 1) return true;
  if (samePage && leading > 0 && gap > leading * 1.15) return true;
  const indented = after.x - (left.get(after.page) ?? after.x) > after.size * 0.5;
  if (!indented) return false;
  const newSentence = sentenceEnd.test(before.text) && sentenceStart.test(after.text);
  return newSentence || itemStart.test(after.text) || after.x - before.x > after.size * 0.5;
}

/** Groups body lines into paragraphs by their ends, indents and distances. */
export function paragraphsOf<Line extends BodyLine>(lines: readonly Line[], measured: Measure): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const before = current?.at(-1);
    if (current && before && !isBreak(before, line, measured)) current.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}
