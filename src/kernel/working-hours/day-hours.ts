import { minute } from '../moment.ts';
import type { Session } from '../working-calendar.ts';

/** The office hours of one day: sessions in their order as milliseconds since midnight, and how many they make. */
export type DayHours = { readonly from: readonly number[]; readonly to: readonly number[]; readonly total: number };

/** A day that is not worked. */
export const noHours: DayHours = { from: [], to: [], total: 0 };

const form = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The milliseconds since midnight of `HH:MM`. Throws RangeError for any other text. */
export function timeOfDay(clock: string): number {
  const match = form.exec(clock);
  if (!match) throw new RangeError(`no time of day: ${clock}`);
  return (Number(match[1]) * 60 + Number(match[2])) * minute;
}

/** Reads the sessions of a day. Throws RangeError when one is no time of day, goes backwards or overlaps the one before. */
export function dayHours(sessions: readonly Session[]): DayHours {
  const from = sessions.map((session) => timeOfDay(session.from));
  const to = sessions.map((session) => timeOfDay(session.to));
  let last = 0;
  let total = 0;
  for (const [index, start] of from.entries()) {
    const end = to[index] ?? start;
    if (start < last || end <= start) throw new RangeError(`hours are not in order: ${sessions[index]?.from}`);
    total += end - start;
    last = end;
  }
  return { from, to, total };
}

/** The time worked from the beginning of the day until this moment of it. */
export function workedUntil(hours: DayHours, ofDay: number): number {
  let worked = 0;
  for (const [index, from] of hours.from.entries()) {
    if (ofDay > from) worked += Math.min(ofDay, hours.to[index] ?? from) - from;
  }
  return worked;
}

/** The earliest moment of the day by which so much is worked; asked for more than 0 and at most `hours.total`. */
export function timeWhenWorked(hours: DayHours, worked: number): number {
  let left = worked;
  for (const [index, from] of hours.from.entries()) {
    const length = (hours.to[index] ?? from) - from;
    if (left <= length) return from + left;
    left -= length;
  }
  throw new RangeError(`the day does not have so many hours: ${worked} of ${hours.total} ms`);
}
