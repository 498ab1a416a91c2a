import { fold } from '#kernel/fold.ts';
import { findPlainDate } from '#kernel/plain-date.ts';
import { roleOfChapter } from './chapter-roles.ts';
import { findAppendixHeading } from './paragraphs.ts';
import { capitalise, isUpperCase, type Passage, sentenceCase, tidy } from './passage.ts';
import type { IssuerLevel } from './plan-reading.ts';
import type { ReadingLine } from './reading-line.ts';

/** What stands above the body: who issues the plan, its number, date and title. */
export interface Letterhead {
  readonly title: Passage;
  readonly issuer: Passage;
  readonly number: Passage | undefined;
  readonly date: Passage | undefined;
  /** "Ban hành kèm theo Quyết định số …". */
  readonly enclosure: Passage | undefined;
  /** Position of the first line of the body. */
  readonly bodyFrom: number;
}

const plan = /^KẾ HOẠCH(?=\s|$)/u;
const planInWords = /^Kế hoạch\s.*(?:cải cách|CCHC|năm \d{4})/iu;
const enclosed = /^\(?\s*(?:ban hành )?kèm theo|^\(?\s*(?:ban hành|đính) kèm/iu;
const basis =
  /^(?:căn cứ|thực hiện (?:kế hoạch|quyết định|nghị quyết|chương trình|chỉ thị|công văn|đề án)|theo |để |nhằm |ubnd |ủy ban nhân dân .*(?:ban hành|xây dựng)|triển khai|trên cơ sở|tiếp tục|phòng .* (?:ban hành|xây dựng))/iu;

/** Reads the letterhead from the document's lines, and says where the body begins. The title stands outside tables. */
export function letterheadOf(all: readonly ReadingLine[], inTables: ReadonlySet<number>): Letterhead {
  const start = titleStart(all, inTables);
  const head = all.slice(0, start);
  const titleLines: ReadingLine[] = [];
  let at = start;
  while (at < all.length && titleLines.length < 5 && isTitleLine(all[at], titleLines)) {
    const line = all[at];
    if (line) titleLines.push(line);
    at += 1;
  }
  let enclosure: Passage | undefined;
  const opening = all[at];
  if (opening && titleLines.length > 0 && enclosed.test(opening.text)) {
    const end = all.slice(at, at + 4).findIndex((line) => /\)\s*$/u.test(line.text));
    const lines = all.slice(at, at + Math.max(end, 0) + 1);
    const text = tidy(lines.map((line) => line.text).join(' ')).replace(/^\(\s*|\s*\)$/gu, '');
    enclosure = { text, lines: lines.map((line) => line.id) };
    at += lines.length;
  }
  const columns = head.flatMap(leftAndRight);
  const issuer = issuerOf(columns, all.slice(at));
  return {
    title: titleOf(titleLines, issuer.own),
    issuer,
    number: numberOf(columns) ?? numberOfEnclosure(enclosure),
    date: dateOf(columns) ?? dateOfEnclosure(enclosure),
    enclosure,
    bodyFrom: at,
  };
}

function titleStart(all: readonly ReadingLine[], inTables: ReadonlySet<number>): number {
  const upper = all.findIndex(
    (line) => !inTables.has(line.id) && plan.test(line.text) && isUpperCase(line.text.slice(0, 12)),
  );
  if (upper >= 0) return upper;
  const words = all.findIndex(
    (line) =>
      !inTables.has(line.id) && planInWords.test(line.text) && !/[.;:]$/u.test(line.text) && line.text.length < 160,
  );
  if (words >= 0) return words;
  const chapter = all.findIndex((line) => /^(?:[IVX]+|1|A|Phần I)[.)/]\s/u.test(line.text));
  return Math.max(chapter, 0);
}

function isTitleLine(line: ReadingLine | undefined, before: readonly ReadingLine[]): boolean {
  if (!line) return false;
  if (before.length === 0) return plan.test(line.text) || planInWords.test(line.text);
  if (/^\(|^[-_*=–]{3,}$|^(?:[IVX]+|\d+|[A-Z])[.)/]\s/u.test(line.text) || /[.;:]$/u.test(line.text)) return false;
  const alone = before.length === 1 && /^kế hoạch$/iu.test(before[0]?.text ?? '');
  if (findAppendixHeading(line.text)) return false;
  if (alone) return line.text.length < 160;
  const complete = before.some(({ text }) => /năm\s+20\d\d/iu.test(text));
  if (complete && !carriesTitle(line.text)) return false;
  return line.text.length < 120 && !basis.test(line.text);
}

/** Whether a line can go on a title that already names its year: in capitals and no chapter, or in small letters. */
function carriesTitle(text: string): boolean {
  if (/^\p{Ll}/u.test(text)) return true;
  return isUpperCase(text) && (/^(?:CỦA|TRÊN|TẠI|XÃ|PHƯỜNG|HUYỆN|QUẬN)\s/u.test(text) || !roleOfChapter(text));
}

/** The title as a sentence; the issuer's name in it keeps its capitals. */
function titleOf(lines: readonly ReadingLine[], issuer: string): Passage {
  const [first, ...rest] = lines.map((line) => line.text);
  const ids = lines.map((line) => line.id);
  if (first === undefined) return { text: '', lines: [] };
  const tail = rest.join(' ');
  const whole = sentenceCase(`${first} ${tail}`.trim());
  const mixed = `${sentenceCase(first)} ${sentenceCase(tail)}`.trim();
  const text = tidy(capitalise(isUpperCase(`${first} ${tail}`) ? whole : mixed));
  const at = issuer === '' ? -1 : text.toLowerCase().indexOf(issuer.toLowerCase());
  return { text: at < 0 ? text : text.slice(0, at) + issuer + text.slice(at + issuer.length), lines: ids };
}

/** A letterhead sets two columns side by side: tabs or runs of spaces keep them apart. */
function leftAndRight(line: ReadingLine): Passage[] {
  return line.raw
    .trim()
    .split(/\t+|\s{3,}/u)
    .map((text) => ({ text: tidy(text), lines: [line.id] }))
    .filter((part) => part.text !== '');
}

const motto = /cộng h[oò][àa] xã hội|độc lập|hạnh phúc/iu;
const place = /ngày\s*(\d{0,2})\s*tháng\s*(\d{0,2})\s*năm\s*(\d{4})/iu;
const docNumber = /số\s*:?\s*(?<number>\d+[\p{L}]?(?:\/\d{4})?\/[\p{L}\d-]+(?:-[\p{L}\d]+)*)/iu;

function numberOf(columns: readonly Passage[]): Passage | undefined {
  for (const part of columns) {
    const number = /^số/iu.test(part.text) ? docNumber.exec(part.text)?.groups?.number : undefined;
    if (number !== undefined) return { text: number, lines: part.lines };
  }
  return undefined;
}

function numberOfEnclosure(enclosure: Passage | undefined): Passage | undefined {
  const number = enclosure && docNumber.exec(enclosure.text)?.groups?.number;
  return enclosure && number !== undefined ? { text: number, lines: enclosure.lines } : undefined;
}

function dateOf(columns: readonly Passage[]): Passage | undefined {
  const part = columns.find((column) => place.test(column.text) && !/^căn cứ|^\(/iu.test(column.text));
  return part && isoDate(part);
}

function dateOfEnclosure(enclosure: Passage | undefined): Passage | undefined {
  return enclosure && isoDate(enclosure);
}

function isoDate(part: Passage): Passage | undefined {
  const match = place.exec(part.text) ?? /()(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(part.text)?.slice(1);
  if (!match) return undefined;
  const [day, month, year] = [match[1], match[2], match[3]].map(Number);
  const date = findPlainDate(year ?? 0, month ?? 0, day ?? 0);
  return date && { text: date, lines: part.lines };
}

const heads: readonly (readonly [RegExp, IssuerLevel])[] = [
  [/^(?:phong|so|ban|trung tam|chi cuc|van phong|bo phan|cong an|thanh tra|tram|truong)(?=\s)/, 'department'],
  [/^ubnd xa(?=\s)/, 'commune'],
  [/^ubnd phuong(?=\s)/, 'ward'],
  [/^ubnd thi tran(?=\s)/, 'township'],
  [/^ubnd (?:dac khu|xa)(?=\s)/, 'commune'],
  [/^ubnd tinh(?=\s)/, 'province'],
  [/^ubnd thanh pho (?:ha noi|ho chi minh|da nang|hai phong|can tho|hue)$/, 'province'],
  [/^ubnd (?:huyen|quan|thi xa|thanh pho)(?=\s)/, 'district'],
];

/** The level of an issuer by its name ("Ủy ban nhân dân phường …" → ward, "Phòng Nội vụ …" → department). */
export function levelOf(issuer: string): IssuerLevel {
  const folded = fold(issuer).replace(/^uy ban nhan dan/, 'ubnd');
  return heads.find(([form]) => form.test(folded))?.[1] ?? 'unknown';
}

/** The issuer of the left column: the last authority named there, a department with the unit above it. */
function issuerOf(columns: readonly Passage[], body: readonly ReadingLine[]): Passage & { readonly own: string } {
  const names = columns.filter(
    (part) => isUpperCase(part.text) && !motto.test(part.text) && !/^số|[_*/]|\d{4}/iu.test(part.text),
  );
  const joined = names
    .map((part) => part.text)
    .join(' ')
    .replace(/\b(?:UBND|U\.B\.N\.D)(?=\s|$)/gu, 'ỦY BAN NHÂN DÂN');
  const lines = names.flatMap((part) => part.lines);
  const end = joined.search(/(?:^|\s)(?:QUYẾT ĐỊNH|KẾ HOẠCH|TM\.|PHỤ LỤC)/u);
  const authorities = (end < 0 ? joined : joined.slice(0, end))
    .replace(/ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN/gu, '|ỦY BAN NHÂN DÂN')
    .replace(
      /(?<=(?:HUYỆN|QUẬN|THÀNH PHỐ|TỈNH|THỊ XÃ) .*)\s(?=(?:(?<!THỊ )XÃ|PHƯỜNG|THỊ TRẤN) )/gu,
      '|ỦY BAN NHÂN DÂN ',
    )
    .replace(/(?<=\s|^)(?=(?:PHÒNG|SỞ|BAN (?!NHÂN)|TRUNG TÂM|CHI CỤC|VĂN PHÒNG) )/gu, '|')
    .split('|')
    .map((text) => sentenceCase(text.trim()))
    .filter((text) => text !== '');
  const own = capitalise(authorities.at(-1) ?? '');
  if (levelOf(own) !== 'department') return { text: own, lines, own: '' };
  const above = (authorities.at(-2) ?? '').replace(/^(?:ủy|uỷ) ban nhân dân\s+/iu, '');
  const name = asInText(named(own), body);
  return { text: tidy(`${name} ${above}`), lines, own: name };
}

/** A name that stands in capitals at the head, with the capitals that the text itself gives it. */
function asInText(name: string, body: readonly ReadingLine[]): string {
  const lower = name.toLowerCase();
  for (const { text } of body) {
    const at = text.toLowerCase().indexOf(lower);
    const found = text.slice(at, at + name.length);
    if (at >= 0 && !isUpperCase(found)) return capitalise(found);
  }
  return name;
}

/** "Phòng nội vụ" → "Phòng Nội vụ". */
function named(name: string): string {
  const [head, ...rest] = name.split(' ');
  return [head, capitalise(rest.join(' '))].join(' ');
}
