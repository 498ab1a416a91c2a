import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dayInVietnam,
  daysBetween,
  daysInMonth,
  endOfMonth,
  endOfQuarter,
  findPlainDate,
  formatDate,
  fromEpochDay,
  type PlainDate,
  parsePlainDate,
  partsOf,
  plainDate,
  toEpochDay,
  weekdayOf,
} from './plain-date.ts';

const day = (text: string) => text as PlainDate;
const epochDays = fc.integer({ min: -715_000, max: 2_900_000 });

test.each([
  [2021, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
])('months of %i', (year, days) => {
  expect(days.map((_, index) => daysInMonth(year, index + 1))).toEqual(days);
});

test.each([
  [1900, 28],
  [2000, 29],
  [2022, 28],
  [2100, 28],
  [2400, 29],
])('February of %i has %i days', (year, days) => expect(daysInMonth(year, 2)).toBe(days));

test.each([
  [2022, 3, 5, '2022-03-05'],
  [1, 1, 1, '0001-01-01'],
  [9999, 12, 31, '9999-12-31'],
  [2024, 2, 29, '2024-02-29'],
  [2023, 2, 29, undefined],
  [0, 1, 1, undefined],
  [10_000, 1, 1, undefined],
  [2022.5, 1, 1, undefined],
  [2022, 0, 1, undefined],
  [2022, 13, 1, undefined],
  [2022, 1.5, 1, undefined],
  [2022, 1, 0, undefined],
  [2022, 1, 32, undefined],
  [2022, 4, 31, undefined],
  [2022, 1, 1.5, undefined],
])('%d, %d, %d is %s', (year, month, dayOfMonth, date) => {
  expect(findPlainDate(year, month, dayOfMonth)).toBe(date);
});

test('a day that does not exist is refused with its numbers', () => {
  expect(plainDate(2022, 12, 31)).toBe('2022-12-31');
  expect(() => plainDate(2022, 2, 30)).toThrow(new RangeError('no such day: 2022-2-30'));
});

test.each([
  ['2022-03-05', '2022-03-05'],
  ['2022-02-29', undefined],
  ['2022-3-5', undefined],
  ['02022-03-05', undefined],
  ['2022-03-055', undefined],
  ['2022/03/05', undefined],
  ['', undefined],
])('"%s" read as a day is %s', (text, date) => expect(parsePlainDate(text)).toBe(date));

test('parts, written form and number of a day', () => {
  expect(partsOf(day('2022-03-05'))).toEqual({ year: 2022, month: 3, day: 5 });
  expect(formatDate(day('2022-03-05'))).toBe('05/03/2022');
  expect(toEpochDay(day('1970-01-01'))).toBe(0);
  expect(toEpochDay(day('1969-12-31'))).toBe(-1);
  expect(toEpochDay(day('2022-01-01'))).toBe(18_993);
});

test('a number of days and its date are each other’s inverse', () => {
  fc.assert(
    fc.property(epochDays, (number) => {
      const date = fromEpochDay(number);
      expect(toEpochDay(date)).toBe(number);
      expect(parsePlainDate(date)).toBe(date);
    }),
  );
});

test('days later and days between agree, and text order is day order', () => {
  fc.assert(
    fc.property(epochDays, fc.integer({ min: -4_000, max: 4_000 }), (number, days) => {
      const from = fromEpochDay(number);
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      expect(from < to).toBe(days > 0);
    }),
  );
});

test.each([
  ['2022-02-28', 1, '2022-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2022-01-01', -1, '2021-12-31'],
])('%s and %i days is %s', (from, days, to) => expect(addDays(day(from), days)).toBe(to));

test.each([
  ['1969-12-29', 1],
  ['1970-01-01', 4],
  ['2022-01-03', 1],
  ['2022-01-08', 6],
  ['2022-01-09', 7],
  ['1900-01-01', 1],
])('%s is weekday %i', (date, weekday) => expect(weekdayOf(day(date))).toBe(weekday));

test('weekdays go round in sevens', () => {
  fc.assert(
    fc.property(epochDays, (number) => {
      const today = weekdayOf(fromEpochDay(number));
      expect(today).toBeGreaterThanOrEqual(1);
      expect(weekdayOf(fromEpochDay(number + 1))).toBe(today === 7 ? 1 : today + 1);
    }),
  );
});

test('ends of months and quarters', () => {
  expect(endOfMonth(2024, 2)).toBe('2024-02-29');
  expect([1, 2, 3, 4].map((quarter) => endOfQuarter(2022, quarter))).toEqual([
    '2022-03-31',
    '2022-06-30',
    '2022-09-30',
    '2022-12-31',
  ]);
});

test.each([
  ['2022-03-15T16:59:59.999Z', '2022-03-15'],
  ['2022-03-15T17:00:00.000Z', '2022-03-16'],
  ['2021-12-31T17:00:00.000Z', '2022-01-01'],
])('in Viet Nam %s falls on %s', (instant, date) => expect(dayInVietnam(Date.parse(instant))).toBe(date));
