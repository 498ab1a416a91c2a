import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayOf,
  fromOfficeTime,
  hour,
  type Moment,
  minute,
  moment,
  momentOn,
  parseMoment,
  toIso,
  toOfficeTime,
  wholeDay,
  writeClock,
  writeMoment,
} from './moment.ts';
import { plainDate } from './plain-date.ts';

test.each([
  ['2026-04-24T09:00', '2026-04-24T02:00:00.000Z'],
  ['2026-04-24 09:00', '2026-04-24T02:00:00.000Z'],
  [' 2026-04-24T09:00:30 ', '2026-04-24T02:00:30.000Z'],
  ['2026-04-24T09:00:30.5', '2026-04-24T02:00:30.500Z'],
  ['2026-04-24T09:00:30.123456', '2026-04-24T02:00:30.123Z'],
  ['2026-04-24T09:00+07:00', '2026-04-24T02:00:00.000Z'],
  ['2026-04-24T09:00:00 +0700', '2026-04-24T02:00:00.000Z'],
  ['2026-04-24T09:00+07', '2026-04-24T02:00:00.000Z'],
  ['2026-04-24T09:00Z', '2026-04-24T09:00:00.000Z'],
  ['2026-04-24t09:00z', '2026-04-24T09:00:00.000Z'],
  ['2026-04-24T09:00-03:30', '2026-04-24T12:30:00.000Z'],
  ['2026-04-24T09:00+14:59', '2026-04-23T18:01:00.000Z'],
  ['2026-04-24T00:00', '2026-04-23T17:00:00.000Z'],
  ['2026-04-24T24:00', '2026-04-24T17:00:00.000Z'],
  ['2026-04-24T23:59:59', '2026-04-24T16:59:59.000Z'],
])('%s is %s', (text, utc) => {
  expect(parseMoment(text)).toBe(Date.parse(utc));
});

test.each([
  '',
  '2026-04-24',
  '2026-04-31T09:00',
  '2026-04-24T9:00',
  '2026-04-24T24:01',
  '2026-04-24T25:00',
  '2026-04-24T09:60',
  '2026-04-24T09:00:60',
  '2026-04-24T09:00+15:00',
  '2026-04-24T09:00+07:60',
  '24/04/2026 09:00',
  'x2026-04-24T09:00',
  '2026-04-24T09:00x',
  '2026-04-24T09:00:30.',
])('“%s” is no moment', (text) => {
  expect(parseMoment(text)).toBeUndefined();
});

const nine = moment(Date.parse('2026-04-24T02:00:00Z'));

test('a moment is written in office time', () => {
  expect(toIso(nine)).toBe('2026-04-24T09:00:00+07:00');
  expect(toIso(moment(nine + 5 * minute + 7_999))).toBe('2026-04-24T09:05:07+07:00');
  expect(writeClock(moment(nine + 5 * minute))).toBe('09:05');
  expect(writeMoment(nine)).toBe('09:00 ngày 24/04/2026');
  expect(toIso(moment(-8 * hour))).toBe('1969-12-31T23:00:00+07:00');
  expect(dayOf(moment(nine + 15 * hour - 1))).toBe('2026-04-24');
  expect(dayOf(moment(nine + 15 * hour))).toBe('2026-04-25');
});

test('office time counts whole days from midnight in Viet Nam', () => {
  expect(momentOn(plainDate(2026, 4, 24), 9 * hour)).toBe(nine);
  expect(toOfficeTime(momentOn(plainDate(1970, 1, 2), 0))).toBe(wholeDay);
  expect(fromOfficeTime(toOfficeTime(nine))).toBe(nine);
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 4_000_000_000 }), (seconds) => {
      const at = (seconds * 1_000) as Moment;
      expect(parseMoment(toIso(at))).toBe(at);
    }),
  );
});
