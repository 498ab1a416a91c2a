import type { Brand } from './brands.ts';

/** A calendar day as `YYYY-MM-DD`, without hour or zone; compares correctly as text. */
export type PlainDate = Brand<string, 'PlainDate'>;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days of a month (1–12) of a Gregorian year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of these three numbers, or undefined when there is no such day. */
export function findPlainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

/** The day of these three numbers. Throws RangeError when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const date = findPlainDate(year, month, day);
  if (!date) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return date;
}

/** Reads `YYYY-MM-DD`; undefined for any other form and for days that do not exist. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = form.exec(text);
  return match ? findPlainDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Year, month (1–12) and day of a date. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01 (civil calendar), negative before it. */
export function toEpochDay(date: PlainDate): number {
  return Date.parse(date) / 86_400_000;
}

/** The inverse of `toEpochDay`. */
export function fromEpochDay(epochDay: number): PlainDate {
  return new Date(epochDay * 86_400_000).toISOString().slice(0, 10) as PlainDate;
}

/** The date this many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Whole days from one date to another; negative when `to` is before `from`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** Last day of the month. */
export function endOfMonth(year: number, month: number): PlainDate {
  return plainDate(year, month, daysInMonth(year, month));
}

/** Last day of quarter 1–4. */
export function endOfQuarter(year: number, quarter: number): PlainDate {
  return endOfMonth(year, quarter * 3);
}

/** `dd/MM/yyyy`, as Vietnamese offices write it. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The calendar day in Viet Nam (UTC+7, no summer time since 1975) of an instant given as milliseconds since 1970. */
export function dayInVietnam(epochMilliseconds: number): PlainDate {
  return new Date(epochMilliseconds + 7 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
}

/** `dd/MM/yyyy HH:mm` in Viet Nam, of an instant given as ISO text, e.g. `2022-03-15T02:00:00Z` → `15/03/2022 09:00`. */
export function formatMoment(instant: string): string {
  const epochMilliseconds = Date.parse(instant);
  const time = new Date(epochMilliseconds + 7 * 3_600_000).toISOString().slice(11, 16);
  return `${formatDate(dayInVietnam(epochMilliseconds))} ${time}`;
}
