import { itemText, type Passage, tidy } from './passage.ts';

const bullet = /^(?:(?:[-–—+•*·●▪○■\uf000-\uf0ff]\s*)+(?=\S)|(?:\d{1,2}[.)]|[a-zđ]\))\s+(?=\p{Lu}))/u;

/** A line of a cell: its text with its id, and whether the word processor ended a paragraph before it. */
export interface CellLine {
  readonly id: number;
  readonly text: string;
}

/** True when a line of a cell opens a new item of a list. A hyphen that carries on a post's name does not. */
export function opensItem(line: string, previous: string | undefined): boolean {
  if (!bullet.test(line)) return false;
  return previous === undefined || !carriesOn(previous, unbulleted(line));
}

const halves: readonly (readonly [RegExp, RegExp])[] = [
  [/tài chính$/iu, /^(?:kế toán|kế hoạch|xây dựng|ngân sách)/iu],
  [/văn phòng$/iu, /^thống kê/iu],
  [/tư pháp$/iu, /^hộ tịch/iu],
  [/văn hóa$/iu, /^(?:xã hội|thông tin|tt)/iu],
  [/địa chính$/iu, /^(?:xây dựng|nông nghiệp|nông|môi trường)/iu],
  [/(?:xây dựng|đô thị)$/iu, /^(?:nông nghiệp|đô thị|môi trường|công thương)/iu],
  [/lao động$/iu, /^thương binh/iu],
  [/kinh tế$/iu, /^(?:hạ tầng|xã hội)/iu],
  [/kế hoạch$/iu, /^tài chính/iu],
  [/(?:19|20)\d\d$/u, /^(?:19|20)\d\d/u],
];

/** Text without the bullets before it. */
export function unbulleted(text: string): string {
  return text.replace(bullet, '');
}

/** True when "… Tài chính" and "Kế toán" are the two halves of one name that a line break tore at its hyphen. */
export function carriesOn(previous: string, next: string): boolean {
  return halves.some(([left, right]) => left.test(previous) && right.test(next));
}

/**
 * Moves words that a justified line lost back into it: extraction gives "Báo cáo", "thực hiện.", "kết", "quả" for
 * "Báo cáo kết quả" over "thực hiện.".
 */
export function mendJustified(lines: readonly CellLine[]): CellLine[] {
  const end = lines.findIndex((line, index) => index > 0 && line.text.endsWith('.') && isFragment(lines[index + 1]));
  if (end < 0) return [...lines];
  let last = end + 1;
  while (isFragment(lines[last + 1])) last += 1;
  return [
    ...lines.slice(0, end),
    ...lines.slice(end + 1, last + 1),
    ...lines.slice(end, end + 1),
    ...lines.slice(last + 1),
  ];
}

function isFragment(line: CellLine | undefined): boolean {
  return line !== undefined && /^\p{Ll}[\p{L}]*$/u.test(line.text.trim());
}

/** The cell's items as passages: a new one at each bullet, and at each paragraph when `paragraphs` is set. */
export function itemsOf(lines: readonly CellLine[], paragraphs: boolean): Passage[] {
  const items: { texts: string[]; lines: number[] }[] = [];
  let previous: string | undefined;
  for (const line of mendJustified(lines)) {
    const text = tidy(line.text);
    const item = items.at(-1);
    const opens = opensItem(text, previous) || (paragraphs && endsItem(previous, text));
    if (!item || (opens && item.texts.join('') !== '')) items.push({ texts: [text], lines: [line.id] });
    else {
      item.texts.push(text);
      item.lines.push(line.id);
    }
    previous = text;
  }
  return items
    .map((item) => ({ text: itemText(unbulleted(tidy(item.texts.join(' ')))), lines: item.lines }))
    .filter((item) => item.text !== '');
}

function endsItem(previous: string | undefined, text: string): boolean {
  return (
    previous !== undefined && (/[;.]$/u.test(previous) || (/^[\p{Lu}\d]/u.test(text) && !/[,:–-]$/u.test(previous)))
  );
}

/** A passage cut at a separator; each part keeps the passage's lines. */
export function splitPassage(passage: Passage, separator: RegExp): Passage[] {
  return passage.text
    .split(separator)
    .map((text) => ({ text: itemText(text), lines: passage.lines }))
    .filter((part) => part.text !== '');
}

/** The outputs of a cell: its items, and the parts of an item that has no bullet and holds several. */
export function outputsOf(lines: readonly CellLine[], paragraphs: boolean): Passage[] {
  const items = itemsOf(lines, paragraphs);
  return items.length > 1 ? items : items.flatMap((item) => splitPassage(item, /;\s+/u));
}

/** The due words of a cell, its items joined by "; "; empty text when there are none. */
export function deadlineOf(lines: readonly CellLine[], paragraphs: boolean): Passage {
  const items = itemsOf(lines, paragraphs);
  return { text: items.map((item) => item.text).join('; '), lines: items.flatMap((item) => item.lines) };
}
