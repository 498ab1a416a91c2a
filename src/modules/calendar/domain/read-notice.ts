import { fold, foldWords } from '#kernel/fold.ts';
import { addDays, daysBetween, formatDate, type PlainDate, parsePlainDate, partsOf } from '#kernel/plain-date.ts';
import { readDay } from '#kernel/read-day.ts';
import { isWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts';
import type { CalendarEntry, DayKind } from './calendar-entry.ts';

/** A cell that cannot be taken: the row as the sheet counts it, what stands there, and why by code. */
export interface NoticeFault {
  readonly row: number;
  readonly value: string;
  readonly code: string;
}

export interface ReadNotice {
  readonly days: readonly CalendarEntry[];
  readonly faults: readonly NoticeFault[];
}

type Column = 'from' | 'to' | 'kind' | 'name' | 'citation';

const headings: Readonly<Record<Column, readonly string[]>> = {
  from: ['ngay', 'tu ngay', 'ngay nghi', 'tu'],
  to: ['den ngay', 'den het ngay', 'den'],
  kind: ['loai', 'loai ngay', 'hinh thuc'],
  name: ['ten', 'ten ngay', 'noi dung', 'dip', 'ten ngay nghi', 'ghi chu'],
  citation: ['can cu', 'van ban', 'so van ban', 'nguon'],
};
const usualOrder: readonly Column[] = ['from', 'kind', 'name', 'citation'];

const kindWords: Readonly<Record<string, DayKind>> = {
  'nghi le': 'holiday',
  'nghi le tet': 'holiday',
  'nghi tet': 'holiday',
  le: 'holiday',
  tet: 'holiday',
  'le tet': 'holiday',
  'nghi bu': 'compensatory',
  bu: 'compensatory',
  'nghi hoan doi': 'swapped',
  'hoan doi': 'swapped',
  'nghi rieng': 'special',
  'nghi rieng cua don vi': 'special',
  'lam bu': 'worked',
  'di lam bu': 'worked',
  'lam viec bu': 'worked',
  'ngay lam bu': 'worked',
};

const longestRange = 31;

/**
 * Reads the days of a year's notice from table cells. A heading row names the columns; without one they are: ngày, loại,
 * tên, căn cứ. A day is `15/02/2027` or `2027-02-15`, or two of them for a stretch, whose rest days are left out.
 * A row without citation takes that of the notice. Nothing is guessed: every cell that cannot be read is a fault.
 */
export function readNotice(
  rows: readonly (readonly string[])[],
  notice: { readonly year: number; readonly citation: string; readonly week: WorkingCalendar },
): ReadNotice {
  const columns = findColumns(rows[0] ?? []);
  const days = new Map<PlainDate, CalendarEntry>();
  const faults: NoticeFault[] = [];
  for (const [index, cells] of rows.entries()) {
    if ((columns && index === 0) || cells.every((cell) => cell.trim() === '')) continue;
    const row = index + 1;
    const taken = readRow(cells, columns ?? usualOrder, notice);
    if ('code' in taken) {
      faults.push({ row, ...taken });
      continue;
    }
    for (const entry of taken.entries) {
      if (days.has(entry.day)) faults.push({ row, value: formatDate(entry.day), code: 'notice-day-twice' });
      else days.set(entry.day, entry);
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), faults };
}

/** The columns a heading row names, or undefined when it is no heading row. */
function findColumns(cells: readonly string[]): (Column | undefined)[] | undefined {
  const named = cells.map((cell) =>
    (Object.keys(headings) as Column[]).find((column) => headings[column].includes(foldWords(cell))),
  );
  return named.includes('from') ? named : undefined;
}

type RowFault = Omit<NoticeFault, 'row'>;

function readRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  notice: { readonly year: number; readonly citation: string; readonly week: WorkingCalendar },
): { readonly entries: readonly CalendarEntry[] } | RowFault {
  const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() ?? '';
  const stretch = readStretch(cell('from'), cell('to'));
  if ('code' in stretch) return stretch;
  const outside = [stretch.first, stretch.last].find((day) => partsOf(day).year !== notice.year);
  if (outside) return { value: formatDate(outside), code: 'notice-other-year' };
  const kind = kindWords[foldWords(cell('kind'))];
  if (!kind) return { value: cell('kind'), code: cell('kind') === '' ? 'notice-kind-missing' : 'notice-kind-unknown' };
  const name = cell('name');
  if (name.length < 2 || name.length > 200) return { value: name, code: 'notice-name' };
  const citation = cell('citation') || notice.citation;
  if (citation.length < 3 || citation.length > 300) return { value: citation, code: 'notice-citation' };
  const isStretch = stretch.first !== stretch.last;
  const entries: CalendarEntry[] = [];
  for (let day = stretch.first; day <= stretch.last; day = addDays(day, 1)) {
    const isWorkedAnyway = isWorkingDay(notice.week, day);
    if (isStretch && isWorkedAnyway === (kind === 'worked')) continue;
    if (kind === 'worked' && isWorkedAnyway) return { value: cell('from'), code: 'calendar-worked-anyway' };
    if (kind !== 'worked' && kind !== 'holiday' && !isWorkedAnyway)
      return { value: cell('from'), code: 'calendar-off-anyway' };
    entries.push({ day, kind, name, citation });
  }
  return { entries };
}

function readStretch(from: string, to: string): { readonly first: PlainDate; readonly last: PlainDate } | RowFault {
  if (from === '') return { value: '', code: 'notice-day-missing' };
  const single = dayIn(from);
  const [begin, end] = single
    ? [from, to || from]
    : [
        ...fold(from)
          .replace(/^tu( ngay)? /, '')
          .split(/\s+-\s+|\s*–\s*|\s+den(?: het)?(?: ngay)?\s+/),
        '',
      ];
  const first = dayIn(begin ?? '');
  const last = dayIn(end ?? '');
  if (!first) return { value: from, code: 'notice-day-unread' };
  if (!last) return { value: single ? to : from, code: 'notice-day-unread' };
  if (last < first || daysBetween(first, last) >= longestRange)
    return { value: `${from} ${to}`.trim(), code: 'notice-stretch' };
  return { first, last };
}

function dayIn(text: string): PlainDate | undefined {
  return parsePlainDate(text.trim()) ?? readDay(text);
}
