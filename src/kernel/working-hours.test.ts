import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMoment, anyParts } from '#test/any-office.ts';
import { NaiveOffice, naiveDay } from '#test/naive-deadline.ts';
import { dayOf, type Moment, parseMoment, toIso } from './moment.ts';
import { addDays, type PlainDate, toEpochDay } from './plain-date.ts';
import {
  addWorkingDays,
  type CalendarParts,
  type DayOff,
  makeWorkingCalendar,
  type Session,
  type WeekHours,
  workingDaysBetween,
} from './working-calendar.ts';
import {
  addWorkingTime,
  changedDays,
  countWorkingDays,
  epochDayOf,
  findEndOfHours,
  nextWorkingMoment,
  nthWorkingDay,
  workingTimeBetween,
  workSpanBetween,
} from './working-hours.ts';

const date = (text: string) => text as PlainDate;
const hours = (text: string): Session[] =>
  text.split(' ').map((part) => ({ from: part.slice(0, 5), to: part.slice(6) }));
const usual = hours('07:00-11:30 13:30-17:00');
const week: WeekHours = { 1: usual, 2: usual, 3: usual, 4: usual, 5: usual };
const off = (day: string, kind: DayOff['kind'] = 'holiday'): DayOff => ({
  day: date(day),
  kind,
  name: 'Nghỉ',
  citation: 'thử',
});
const worked = (day: string, sessions?: Session[]) => ({
  day: date(day),
  name: 'Làm bù',
  citation: 'thử',
  ...(sessions && { sessions }),
});

const parts: CalendarParts = {
  patterns: [{ effectiveFrom: date('2000-01-01'), week }],
  daysOff: [off('2026-08-31', 'swapped'), off('2026-09-01'), off('2026-09-02')],
  workedDays: [worked('2026-08-22')],
  years: [],
};
const calendar = makeWorkingCalendar(parts);

function at(text: string): Moment {
  const read = parseMoment(text.replace(' ', 'T'));
  if (read === undefined) throw new Error(text);
  return read;
}
const shown = (moment: Moment) => toIso(moment).slice(0, 16).replace('T', ' ');
const hour = 3_600_000;

test.each([
  ['2026-08-19 11:30', 1, '2026-08-19 14:30'],
  ['2026-08-19 16:30', 7, '2026-08-20 15:30'],
  ['2026-08-19 10:30', 1, '2026-08-19 11:30'],
  ['2026-08-19 07:00', 8, '2026-08-19 17:00'],
  ['2026-08-19 06:00', 4.5, '2026-08-19 11:30'],
  ['2026-08-19 12:00', 0.5, '2026-08-19 14:00'],
  ['2026-08-19 20:00', 8, '2026-08-20 17:00'],
  ['2026-08-21 16:30', 1, '2026-08-22 07:30'],
  ['2026-08-23 09:00', 1, '2026-08-24 08:00'],
  ['2026-08-28 16:00', 2, '2026-09-03 08:00'],
  ['2026-08-19 09:00', 0, '2026-08-19 09:00'],
  ['2026-08-16 09:00', 0, '2026-08-16 09:00'],
  ['2026-08-19 09:00', 8_000, '2030-06-21 09:00'],
])('%s and %f hours make %s', (from, count, to) => {
  expect(shown(addWorkingTime(calendar, at(from), count * hour))).toBe(to);
});

test('time does not run backwards', () => {
  expect(() => addWorkingTime(calendar, at('2026-08-19 09:00'), -1)).toThrow(
    new RangeError('not a time to go forward: -1'),
  );
  expect(() => addWorkingTime(calendar, at('2026-08-19 09:00'), Number.NaN)).toThrow(RangeError);
});

test.each([
  ['2026-08-19 09:00', '2026-08-19 10:00', 1],
  ['2026-08-19 10:00', '2026-08-19 09:00', -1],
  ['2026-08-19 11:00', '2026-08-19 14:00', 1],
  ['2026-08-14 09:00', '2026-08-17 09:00', 8],
  ['2026-08-28 17:00', '2026-09-03 07:00', 0],
  ['2026-08-21 17:00', '2026-08-24 07:00', 8],
  ['2025-08-19 09:00', '2028-08-18 09:00', 8 * 781],
])('from %s to %s %f hours are worked', (from, to, count) => {
  expect(workingTimeBetween(calendar, at(from), at(to))).toBe(count * hour);
});

test.each([
  ['2026-08-19 09:00', '2026-08-19 09:00'],
  ['2026-08-19 06:59', '2026-08-19 07:00'],
  ['2026-08-19 07:00', '2026-08-19 07:00'],
  ['2026-08-19 11:30', '2026-08-19 13:30'],
  ['2026-08-19 17:00', '2026-08-20 07:00'],
  ['2026-08-28 18:00', '2026-09-03 07:00'],
])('%s is worked next at %s', (from, to) => {
  expect(shown(nextWorkingMoment(calendar, at(from)))).toBe(to);
});

test.each([
  ['2026-08-19 09:00', '2026-08-19 12:00', 0, 150],
  ['2026-08-19 15:00', '2026-08-20 17:00', 1, 120],
  ['2026-08-19 15:00', '2026-08-20 09:00', 0, 240],
  ['2026-08-19 09:00', '2026-08-20 09:00', 1, 0],
  ['2026-08-19 07:00', '2026-08-20 17:00', 2, 0],
  ['2026-08-18 17:00', '2026-08-19 17:00', 1, 0],
  ['2026-08-18 20:00', '2026-08-19 20:00', 1, 0],
  ['2026-08-15 09:00', '2026-08-16 09:00', 0, 0],
  ['2026-08-19 09:00', '2026-08-23 09:00', 3, 360],
  ['2026-08-28 16:00', '2026-09-03 08:30', 0, 150],
  ['2026-08-19 09:00', '2026-08-18 09:00', 0, 0],
  ['2026-08-19 09:00:00', '2026-08-19 09:01:59', 0, 1],
])('from %s to %s it is %i days and %i minutes', (from, to, days, minutes) => {
  const span = workSpanBetween(calendar, at(from), at(to));
  expect([span.days, span.minutes]).toEqual([days, minutes]);
  expect(span.totalMinutes).toBe(days * 480 + minutes);
});

describe('a Friday that ends early', () => {
  const short = makeWorkingCalendar({
    ...parts,
    workedDays: [],
    patterns: [{ effectiveFrom: date('2000-01-01'), week: { ...week, 5: hours('07:00-11:00') } }],
  });
  test.each([
    ['2026-08-20 15:00', '2026-08-21 11:00', 0, 360],
    ['2026-08-20 07:00', '2026-08-21 11:00', 2, 0],
    ['2026-08-20 09:00', '2026-08-24 09:00', 2, 0],
    ['2026-08-21 10:00', '2026-08-24 09:00', 0, 180],
    ['2026-08-21 07:00', '2026-08-24 16:00', 1, 420],
  ])('from %s to %s: %i days and %i minutes', (from, to, days, minutes) => {
    expect(workSpanBetween(short, at(from), at(to))).toMatchObject({ days, minutes });
  });
});

test('two calendars differ on the days whose hours differ, however they came to be', () => {
  const after = makeWorkingCalendar({
    ...parts,
    daysOff: [...parts.daysOff, off('2026-08-20', 'special'), { ...off('2026-09-01'), name: 'Quốc khánh' }],
    workedDays: [worked('2026-08-22', hours('07:00-11:30'))],
  });
  const changed = changedDays(calendar, after, date('2026-08-01'), date('2026-09-30'));
  expect(changed.map(({ day }) => day)).toEqual(['2026-08-20', '2026-08-22']);
  expect(changed[0]).toMatchObject({ before: { reason: 'weekday' }, after: { reason: 'special', name: 'Nghỉ' } });
  expect(changedDays(calendar, after, date('2026-08-20'), date('2026-08-20'))).toHaveLength(1);
  expect(changedDays(calendar, after, date('2026-08-21'), date('2026-08-21'))).toEqual([]);
  const later = makeWorkingCalendar({ ...parts, workedDays: [worked('2026-08-22', hours('07:00-11:30 13:30-16:00'))] });
  expect(changedDays(calendar, later, date('2026-08-01'), date('2026-09-30')).map(({ day }) => day)).toEqual([
    '2026-08-22',
  ]);
});

test('a number of working days to go is whole and at least one', () => {
  for (const n of [0, -1, 0.5]) {
    expect(() => nthWorkingDay(calendar, 20_000, n)).toThrow(
      new RangeError(`not a number of working days to go: ${n}`),
    );
  }
});

const officeOf = (made: CalendarParts) => ({ calendar: makeWorkingCalendar(made), office: new NaiveOffice(made) });
const two = fc.tuple(anyMoment, anyMoment);

test('working days are those of the day calendar', () => {
  fc.assert(
    fc.property(anyParts, anyMoment, fc.integer({ min: 1, max: 500 }), (anyOffice, from, n) => {
      const { calendar: made } = officeOf(anyOffice);
      const day = dayOf(from);
      const end = nthWorkingDay(made, epochDayOf(from), n);
      expect(end).toBe(toEpochDay(addWorkingDays(made, day, n)));
      expect(countWorkingDays(made, epochDayOf(from), end + 3)).toBe(
        workingDaysBetween(made, day, addDays(day, end + 3 - epochDayOf(from))),
      );
    }),
  );
});

test('time is added and counted as minute by minute', () => {
  fc.assert(
    fc.property(anyParts, two, fc.integer({ min: 1, max: 9_000 }), (anyOffice, [a, b], minutes) => {
      const { calendar: made, office } = officeOf(anyOffice);
      const [from, to] = a < b ? [a, b] : [b, a];
      expect(workingTimeBetween(made, from, to)).toBe(office.count(from, to));
      expect(workingTimeBetween(made, to, from)).toBe(0 - office.count(from, to));
      expect(addWorkingTime(made, from, minutes * 60_000)).toBe(office.walk(from, minutes * 60_000));
      expect(findEndOfHours(made, naiveDay(to))).toBe(
        office.works(naiveDay(to)) ? office.endOf(naiveDay(to)) : undefined,
      );
    }),
    { numRuns: 300 },
  );
});

test('adding and counting time are inverse, and a span says all of it', () => {
  fc.assert(
    fc.property(anyParts, anyMoment, fc.integer({ min: 1, max: 90_000_000 }), (anyOffice, from, time) => {
      const { calendar: made } = officeOf(anyOffice);
      const to = addWorkingTime(made, from, time);
      expect(workingTimeBetween(made, from, to)).toBe(time);
      const span = workSpanBetween(made, from, to);
      expect(span.totalMinutes).toBe(Math.floor(time / 60_000));
      expect(span.minutes).toBeGreaterThanOrEqual(0);
      const next = nextWorkingMoment(made, from);
      expect(workingTimeBetween(made, from, next)).toBe(0);
      expect(workingTimeBetween(made, next, (next + 1) as Moment)).toBe(1);
    }),
    { numRuns: 300 },
  );
});
