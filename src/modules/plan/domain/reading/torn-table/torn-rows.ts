import type { RegionLine } from './torn-regions.ts';

/** A piece of a row: a line of it, or what is left of a line after the row's number. */
export interface Piece {
  readonly id: number;
  readonly text: string;
  /** Blank lines before it beyond the usual number of this document. */
  readonly gap: number;
}

/** A row of a torn table: its pieces by page, or the title of a group. */
export type TornRow =
  | {
      readonly kind: 'task';
      readonly no: string;
      readonly noLine: number;
      readonly pages: readonly (readonly Piece[])[];
    }
  | { readonly kind: 'group'; readonly no: string; readonly title: string; readonly lines: readonly number[] };

export interface TornRows {
  readonly rows: readonly TornRow[];
  /** Lines before the first row that belong to none. */
  readonly strays: readonly number[];
}

interface Opening {
  readonly no: string;
  readonly rest: string;
  readonly dotted: boolean;
}

/** Cuts a table's lines into rows at their numbers. A year or a page number on a line of its own is no row. */
export function tornRows(lines: readonly RegionLine[], usualGap: number): TornRows {
  const rows: TornRow[] = [];
  const strays: number[] = [];
  let pages: Piece[][] = [];
  let last = 0;
  let dotted: boolean | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const group = groupAt(lines, at);
    if (group) {
      rows.push(group.row);
      at += group.count - 1;
      last = 0;
      pages = [];
      continue;
    }
    const before = lines.slice(Math.max(0, at - 2), at).map(({ text }) => text);
    const opening = openingOf(line.text, last, lines[at + 1]?.text);
    const awaited =
      opening && !opening.dotted && awaitsNumber.test(before.join(' ')) && comesAgain(lines, at, opening.no);
    if (opening && !awaited && (opening.dotted || !dotted)) {
      dotted ??= opening.dotted;
      last = Number(/\d+$/u.exec(opening.no)?.[0] ?? last);
      pages = [opening.rest === '' ? [] : [{ id: line.id, text: opening.rest, gap: 0 }]];
      rows.push({ kind: 'task', no: opening.no, noLine: line.id, pages });
      continue;
    }
    const piece = { id: line.id, text: line.text, gap: Math.max(0, line.gap - usualGap) };
    if (pages.length === 0) strays.push(line.id);
    else if (line.afterBreak && pages[0]?.length !== 0) pages.push([piece]);
    else pages.at(-1)?.push(piece);
  }
  return { rows, strays };
}

const alone = /^(\d{1,2}(?:\.\d{1,2})*)([.)]?)$/u;
const inline = /^(\d{1,2}(?:\.\d{1,2})*)([.)]?)\s+([\p{Lu}“"(].*|\d+%.*)$/u;
const awaitsNumber =
  /(?:(?<!(?:hằng|hàng|mỗi|từng|cả|trong|cuối|theo|đầu)\s)(?:tháng|quý)|ngày|số|khoản|điều|lục|mức|thứ|[/,–-])$/iu;

function openingOf(text: string, last: number, after: string | undefined): Opening | undefined {
  const match = alone.exec(text) ?? inline.exec(text);
  if (!match) return undefined;
  const [, no = '', dot = '', rest = ''] = match;
  const number = Number(/\d+$/u.exec(no)?.[0]);
  const skips = number > last && number <= last + (rest === '' ? 3 : 1);
  const plausible = skips || (dot !== '' && Math.abs(number - last - 1) <= 3) || no.includes('.');
  if (!plausible && !(number === 1 && rest === '')) return undefined;
  if (rest === '' && !/^[\p{Lu}“"(\d-]/u.test(after ?? '')) return undefined;
  return { no, rest, dotted: dot !== '' };
}

/** True when the same number stands alone again before the next one does: then this one belongs to a cell. */
function comesAgain(lines: readonly RegionLine[], at: number, no: string): boolean {
  const next = String(Number(no) + 1);
  const later = lines.slice(at + 1).find(({ text }) => text === no || text === next);
  return later?.text === no;
}

const groupInline = /^([A-ZĐ]|[IVX]{1,4})\s*[.)/-]\s*(\p{L}.*)$/u;
const groupAlone = /^([A-ZĐ]|[IVX]{1,4})[.)]?$/u;

function groupAt(lines: readonly RegionLine[], at: number): { row: TornRow; count: number } | undefined {
  const line = lines[at];
  if (!line) return undefined;
  const match = groupInline.exec(line.text) ?? groupAlone.exec(line.text);
  if (!match) return undefined;
  const from = match[2] === undefined ? at + 1 : at;
  const next = lines
    .slice(from + (match[2] === undefined ? 0 : 1), from + 5)
    .findIndex(({ text }) => /^1(?:\.1)?[.)]?(?:\s|$)/u.test(text));
  if (next < 0) return undefined;
  const count = from - at + next + (match[2] === undefined ? 0 : 1);
  const members = lines.slice(at, at + count);
  const title = [match[2] ?? '', ...members.slice(1).map(({ text }) => text)].join(' ').trim();
  return { row: { kind: 'group', no: match[1] ?? '', title, lines: members.map(({ id }) => id) }, count };
}
