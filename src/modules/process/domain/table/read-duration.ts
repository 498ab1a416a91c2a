import { fold } from '#kernel/fold.ts';
import { readMilli } from './read-milli.ts';

/** A unit as it is written; `plain`: only "ngày" or "giờ", which tables also write for those of the office. */
export interface WrittenUnit {
  readonly base: 'day' | 'hour';
  readonly kind: 'working' | 'clock' | 'plain';
}

/** A time as a table writes it. */
export type WrittenDuration =
  | { readonly is: 'time'; readonly milli: number; readonly unit: WrittenUnit; readonly words: string }
  | { readonly is: 'not-counted' }
  /** Nothing is written; `said`: by a null instead of leaving it out. */
  | { readonly is: 'missing'; readonly said: boolean }
  | { readonly is: 'unread'; readonly words: string; readonly why: 'value' | 'unit' };

const notCounted =
  /khong tinh|khong quy dinh|khong gioi han|khong tinh vao|not counted|uncounted|^none$|^khong$|^gio hanh chinh$|^trong gio hanh chinh$|^theo (giay )?hen|^theo phieu hen|^(tra )?ngay( sau)?( khi)?( co ket qua| nhan duoc ket qua)|^(ngay )?trong ngay( lam viec)?$|^ngay lap tuc$|^immediate$/;
const unitless = 'day' as const;

/**
 * Reads a time from its value and the words of its unit, Vietnamese or English: `0,25` + `ngày làm việc`, `½` + `working
 * day`, `4` + `giờ`, `30` + `phút`, or all of it in either of them ("0,5 ngày làm việc", "1 ngày 4 giờ"). "Không tính thời
 * gian" is not counted. What cannot be read is given back as it stands; nothing is guessed.
 */
export function readDuration(value: unknown, unit: unknown): WrittenDuration {
  const unitWords = typeof unit === 'string' ? unit.trim() : '';
  const valueWords = typeof value === 'string' ? value.trim() : '';
  if (isNotCounted(unitWords) || isNotCounted(valueWords)) return { is: 'not-counted' };
  if (value === undefined || value === null || value === '') {
    if (unitWords !== '' && /\d/.test(unitWords)) return readWords(unitWords);
    return { is: 'missing', said: value === null && (unit === null || unitWords === '') };
  }
  const written = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const words = `${written} ${unitWords}`.trim();
  const milli = readMilli(value);
  if (milli === undefined) return typeof value === 'string' ? readWords(words) : { is: 'unread', words, why: 'value' };
  if (milli === 0 && unitWords === '') return { is: 'not-counted' };
  const known = findUnit(unitWords);
  if (!known) return { is: 'unread', words, why: 'unit' };
  return { is: 'time', milli: scaled(milli, known), unit: { base: known.base, kind: known.kind }, words };
}

interface FoundUnit extends WrittenUnit {
  /** Thousandths of the unit in one of what is written, e.g. a sixtieth of an hour. */
  readonly part: readonly [number, number];
}

function scaled(milli: number, { part: [times, by] }: FoundUnit): number {
  return Math.round((milli * times) / by);
}

/** A time written in one piece; several pieces are added when they are of the office or of the clock alike. */
export function readWords(words: string): WrittenDuration {
  const text = words.normalize('NFC').trim();
  if (text === '' || text === '-') return { is: 'missing', said: false };
  if (isNotCounted(text)) return { is: 'not-counted' };
  const half = /^nửa\s+/i.test(text) ? text.replace(/^nửa\s+/i, '0,5 ') : text;
  const pieces = [
    ...half.matchAll(/(\d+(?:[.,]\d+)?(?:\s*[½¼¾]|\s+\d+\s*[/⁄]\s*\d+|\s*[/⁄]\s*\d+)?|[½¼¾⅓⅔])\s*([^\d½¼¾⅓⅔]+)/g),
  ];
  const rest = half.slice(0, pieces[0]?.index ?? half.length);
  if (pieces.length === 0) return { is: 'unread', words, why: /\d|[½¼¾]/.test(half) ? 'unit' : 'value' };
  if (!/^(thời gian|thời hạn|không quá|tối đa|trong|tổng|tổng cộng|cộng|:|\s)*$/i.test(rest))
    return { is: 'unread', words, why: 'value' };
  const read = pieces.map(([, number, name = '']) => ({ milli: readMilli(number), unit: findUnit(name) }));
  const first = read[0]?.unit;
  if (!first) return { is: 'unread', words, why: 'unit' };
  if (read.length === 1 && read[0]?.milli !== undefined)
    return { is: 'time', milli: scaled(read[0].milli, first), unit: { base: first.base, kind: first.kind }, words };
  return addPieces(read, words);
}

function addPieces(
  read: readonly { readonly milli: number | undefined; readonly unit: FoundUnit | undefined }[],
  words: string,
): WrittenDuration {
  const kinds = new Set(read.flatMap(({ unit }) => (unit && unit.kind !== 'plain' ? [unit.kind] : [])));
  const [kind = 'plain'] = kinds;
  if (kinds.size > 1) return { is: 'unread', words, why: 'unit' };
  const perDay = kind === 'clock' ? 24 : 8;
  let hours = 0;
  for (const { milli, unit } of read) {
    if (milli === undefined || unit === undefined) return { is: 'unread', words, why: unit ? 'value' : 'unit' };
    hours += scaled(milli, unit) * (unit.base === unitless ? perDay : 1);
  }
  return { is: 'time', milli: hours, unit: { base: 'hour', kind: kind === 'plain' ? 'working' : kind }, words };
}

function isNotCounted(words: string): boolean {
  const folded = foldUnit(words);
  return folded !== '' && notCounted.test(folded);
}

/** "workingDay", "working_day" and "Working days" fold alike. */
function foldUnit(words: string): string {
  return fold(words.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const working = /\b(lam viec|lv|hanh chinh|working|work|business|office|nlv|glv|wd|wh)\b/;
const clock = /\b(lich|duong lich|calendar|clock|dong ho|lien tuc)\b/;

/** The unit that words name; undefined for words that name none, such as weeks and months. */
function findUnit(words: string): FoundUnit | undefined {
  const folded = foldUnit(words);
  const kind = working.test(folded) ? 'working' : clock.test(folded) ? 'clock' : 'plain';
  if (/^(half|nua) /.test(folded)) return undefined;
  if (/\b(phut|minutes?|mins?)\b/.test(folded)) return { base: 'hour', kind, part: [1, 60] };
  if (/^(ngay|days?|nlv|wd|d)\b|\bdays?\b|\bngay\b/.test(folded)) return { base: 'day', kind, part: [1, 1] };
  if (/^(gio|hours?|hrs?|h|glv|wh|tieng)\b|\bhours?\b|\bgio\b/.test(folded))
    return { base: 'hour', kind, part: [1, 1] };
  if (/^buoi\b/.test(folded)) return { base: 'hour', kind: 'working', part: [4, 1] };
  return undefined;
}
