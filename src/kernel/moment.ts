import type { Brand } from './brands.ts';
import { dayInVietnam, findPlainDate, formatDate, type PlainDate, toEpochDay } from './plain-date.ts';

/** An instant as whole milliseconds since 1970-01-01T00:00Z; compares as a number. `ctx.now` is one. */
export type Moment = Brand<number, 'Moment'>;

/** Milliseconds of a second, a minute, an hour and a day of 24 hours. */
export const second = 1_000;
export const minute = 60_000;
export const hour = 3_600_000;
export const wholeDay = 86_400_000;

/** Office time is that of Viet Nam, seven hours before UTC without summer time since 1975. */
const offset = 7 * hour;

/** The instant of these milliseconds since 1970. */
export function moment(epochMilliseconds: number): Moment {
  return epochMilliseconds as Moment;
}

/** Milliseconds of office time since 1970-01-01T00:00 in Viet Nam: whole days of it are days since 1970. */
export function toOfficeTime(at: Moment): number {
  return at + offset;
}

/** The inverse of `toOfficeTime`. */
export function fromOfficeTime(officeTime: number): Moment {
  return (officeTime - offset) as Moment;
}

/** The day in Viet Nam of an instant. */
export function dayOf(at: Moment): PlainDate {
  return dayInVietnam(at);
}

/** The instant this many milliseconds after the beginning of a day in Viet Nam. */
export function momentOn(day: PlainDate, millisecondsOfDay: number): Moment {
  return fromOfficeTime(toEpochDay(day) * wholeDay + millisecondsOfDay);
}

const two = (value: number) => String(value).padStart(2, '0');

function clockOf(at: Moment): { hours: number; minutes: number; seconds: number } {
  const ofDay = ((toOfficeTime(at) % wholeDay) + wholeDay) % wholeDay;
  return {
    hours: Math.floor(ofDay / hour),
    minutes: Math.floor((ofDay % hour) / minute),
    seconds: Math.floor((ofDay % minute) / second),
  };
}

/** ISO text in office time to the second: `2026-05-04T17:00:00+07:00`. */
export function toIso(at: Moment): string {
  const { hours, minutes, seconds } = clockOf(at);
  return `${dayOf(at)}T${two(hours)}:${two(minutes)}:${two(seconds)}+07:00`;
}

/** `HH:mm` in Viet Nam. */
export function writeClock(at: Moment): string {
  const { hours, minutes } = clockOf(at);
  return `${two(hours)}:${two(minutes)}`;
}

/** `HH:mm ngày dd/MM/yyyy` in Viet Nam, as a slip says it. */
export function writeMoment(at: Moment): string {
  return `${writeClock(at)} ngày ${formatDate(dayOf(at))}`;
}

const form = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return offset;
  if (text.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', ''))];
  if (hours > 14 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * hour + minutes * minute);
}

/**
 * Reads ISO text with or without seconds, fractions (kept to the millisecond) and offset: `2026-04-24T09:00`,
 * `2026-04-24 09:00:30`, `2026-04-24T02:00:00.000Z`. Without an offset it is office time; `24:00` ends its day.
 * Undefined for other forms and for days or times that do not exist.
 */
export function parseMoment(text: string): Moment | undefined {
  const match = form.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hours, minutes, seconds = '0', fraction = '', zone] = match;
  const date = findPlainDate(Number(year), Number(month), Number(day));
  const ofDay = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second;
  const shift = offsetOf(zone);
  if (!date || shift === undefined || Number(minutes) > 59 || Number(seconds) > 59 || ofDay > wholeDay)
    return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return (toEpochDay(date) * wholeDay + ofDay + milliseconds - shift) as Moment;
}
