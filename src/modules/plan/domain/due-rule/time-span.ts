import { daysInMonth } from '#kernel/plain-date.ts';
import type { TimeRule, TimeToken, YearWords } from './time-token.ts';

/** A time of the calendar whose year may still be open. */
export type CalendarToken =
  | (Extract<TimeToken, { kind: 'day' }> & { readonly month: number })
  | Extract<TimeToken, { kind: 'month' | 'quarter' | 'half' | 'year' }>;

/** Tells a token of the calendar (with its month, when it is a day) from all others. */
export function isCalendar(token: TimeToken | undefined): token is CalendarToken {
  if (!token) return false;
  if (token.kind === 'day') return token.month !== undefined;
  return ['month', 'quarter', 'half', 'year'].includes(token.kind);
}

/** The first or only year a token names. */
export function yearWordsOf(token: CalendarToken): YearWords {
  return 'items' in token ? (token.items[0] ?? {}) : token;
}

/** True when the words name no year. */
export function isOpen({ year, nextYear }: YearWords): boolean {
  return year === undefined && nextYear === undefined;
}

/** The year that words name, given the plan's. */
export function resolveYear(words: YearWords, planYear: number | null): number | null {
  if (words.year !== undefined) return words.year;
  return planYear !== null && words.nextYear ? planYear + 1 : planYear;
}

/** First and last month of a token. */
export function monthsOf(token: CalendarToken): readonly [number, number] {
  switch (token.kind) {
    case 'day':
      return [token.month, token.month];
    case 'half':
      return token.half === 1 ? [1, 6] : [7, 12];
    case 'year':
      return [1, 12];
    default: {
      const values = token.items.map((item) => item.value);
      const [first, last] = [values[0] ?? 1, values.at(-1) ?? 12];
      return token.kind === 'month' ? [first, last] : [first * 3 - 2, last * 3];
    }
  }
}

/** A day that the month has, and the day as written when it has none. */
export function dayWithin(year: number | null, month: number, day: number): { day: number; writtenDay?: number } {
  const last = daysInMonth(year ?? 2024, month);
  return day <= last ? { day } : { day: last, writtenDay: day };
}

/** Joins two times into the span from the one to the other; its year is the first one's, else the second one's. */
export function spanRule(from: CalendarToken, to: CalendarToken, planYear: number | null): TimeRule {
  const first = yearWordsOf(from);
  const endYear = resolveYear(yearWordsOf(to), planYear);
  const [month] = monthsOf(from);
  const [, toMonth] = monthsOf(to);
  const startYear = isOpen(first) ? endYear : resolveYear(first, planYear);
  const year = isOpen(first) && month > toMonth && startYear !== null ? startYear - 1 : startYear;
  const other = endYear !== null && endYear !== year ? { toYear: endYear } : {};
  if (from.kind === 'day' || to.kind === 'day') {
    const start = dayWithin(year, month, from.kind === 'day' ? from.day : 1);
    const { day: toDay } = dayWithin(endYear, toMonth, to.kind === 'day' ? to.day : 31);
    return { kind: 'date', year, month, ...start, toMonth, toDay, ...other };
  }
  if (from.kind === 'quarter' && to.kind === 'quarter') {
    return { kind: 'quarter', year, quarter: (month + 2) / 3, toQuarter: toMonth / 3, ...other };
  }
  if (from.kind === 'year' && to.kind === 'year') return { kind: 'year', year, ...other };
  return { kind: 'month', year, month, toMonth, ...other };
}
