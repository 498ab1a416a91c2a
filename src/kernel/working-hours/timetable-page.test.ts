import { expect, test } from 'vitest';
import { type Moment, parseMoment, toIso } from '../moment.ts';
import { type PlainDate, toEpochDay } from '../plain-date.ts';
import {
  type CalendarParts,
  type DayOff,
  makeWorkingCalendar,
  type Session,
  type WeekHours,
} from '../working-calendar.ts';
import { addWorkingTime, findEndOfHours, findStartOfHours } from '../working-hours.ts';

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

function at(text: string): Moment {
  const read = parseMoment(text.replace(' ', 'T'));
  if (read === undefined) throw new Error(text);
  return read;
}
const shown = (moment: Moment) => toIso(moment).slice(0, 16).replace('T', ' ');
const hour = 3_600_000;

const edges = (made: CalendarParts, day: string) => {
  const epochDay = toEpochDay(date(day));
  const own = makeWorkingCalendar(made);
  return [findStartOfHours(own, epochDay), findEndOfHours(own, epochDay)].map((one) => one && shown(one).slice(11));
};

test('hours follow the season, also over the end of the year, and the week in force', () => {
  const winter = { from: '10-16', to: '04-15', week: { ...week, 1: hours('07:30-12:00') } };
  const summer = { from: '06-01', to: '08-31', week: { ...week, 1: hours('06:30-11:00') } };
  const seasonal = {
    ...parts,
    patterns: [
      { effectiveFrom: date('2000-01-01'), week, seasons: [winter, summer] },
      { effectiveFrom: date('2027-01-01'), week: { ...week, 1: hours('08:00-12:00') } },
    ],
  };
  const found = ['2026-04-13', '2026-04-20', '2026-06-01', '2026-08-24', '2026-09-07', '2026-10-19', '2026-12-28'];
  expect(found.map((day) => edges(seasonal, day)[0])).toEqual([
    '07:30',
    '07:00',
    '06:30',
    '06:30',
    '07:00',
    '07:30',
    '07:30',
  ]);
  expect(edges(seasonal, '2027-01-04')).toEqual(['08:00', '12:00']);
  expect(edges(seasonal, '1999-06-07')).toEqual(['06:30', '11:00']);
  const exact = {
    ...parts,
    patterns: [{ effectiveFrom: date('2026-06-08'), week, seasons: [{ ...summer, from: '06-09' }] }],
  };
  expect([edges(exact, '2026-06-08')[0], edges(exact, '2026-08-31')[0], edges(exact, '2026-08-24')[0]]).toEqual([
    '07:00',
    undefined,
    '06:30',
  ]);
});

test('a worked rest day has its own hours, else those of the weekday it stands for', () => {
  const uneven: WeekHours = { ...week, 2: hours('08:00-12:00'), 3: hours('09:00-12:00') };
  const made = (workedDays: CalendarParts['workedDays'], daysOff: readonly DayOff[]) => ({
    ...parts,
    patterns: [{ effectiveFrom: date('2000-01-01'), week: uneven }],
    workedDays,
    daysOff,
  });
  const tuesday = off('2026-08-25', 'swapped');
  const wednesday = off('2026-08-19', 'swapped');
  expect(edges(made([worked('2026-08-22')], [tuesday, off('2026-08-21')]), '2026-08-22')).toEqual(['08:00', '12:00']);
  expect(edges(made([worked('2026-08-22')], [tuesday, wednesday]), '2026-08-22')).toEqual(['09:00', '12:00']);
  expect(edges(made([worked('2026-08-22')], [wednesday, tuesday]), '2026-08-22')).toEqual(['09:00', '12:00']);
  expect(edges(made([worked('2026-08-22')], [off('2026-12-02', 'swapped'), tuesday]), '2026-08-22')).toEqual([
    '08:00',
    '12:00',
  ]);
  expect(edges(made([worked('2026-08-22')], [off('2026-08-25')]), '2026-08-22')).toEqual(['07:00', '17:00']);
  expect(edges(made([worked('2026-08-22', hours('07:00-11:00'))], [tuesday]), '2026-08-22')).toEqual([
    '07:00',
    '11:00',
  ]);
  expect(edges(made([worked('2026-08-22', [])], [tuesday]), '2026-08-22')).toEqual(['08:00', '12:00']);
  expect(edges(made([worked('2026-08-21')], [tuesday]), '2026-08-21')).toEqual(['07:00', '17:00']);
  expect(edges(made([worked('2026-08-21', hours('10:00-11:00'))], [tuesday]), '2026-08-21')).toEqual([
    '10:00',
    '11:00',
  ]);
  const onlyFridays = { ...parts, patterns: [{ effectiveFrom: date('2000-01-01'), week: { 5: usual } }], daysOff: [] };
  expect(edges(onlyFridays, '2026-08-22')).toEqual(['07:00', '17:00']);
});

test.each([
  ['7:00-11:00', 'no time of day: 7:00-'],
  ['24:00-25:00', 'no time of day: 24:00'],
  ['11:00-11:60', 'no time of day: 11:60'],
  ['11:00-07:00', 'hours are not in order: 11:00'],
  ['11:00-11:00', 'hours are not in order: 11:00'],
  ['07:00-11:00 10:30-12:00', 'hours are not in order: 10:30'],
])('hours %s are refused, in a week, a season and on a worked day', (text, message) => {
  const wrong = hours(text);
  const refusal = new RangeError(message);
  const pattern = { effectiveFrom: date('2000-01-01'), week };
  expect(() => makeWorkingCalendar({ ...parts, patterns: [{ ...pattern, week: { ...week, 1: wrong } }] })).toThrow(
    refusal,
  );
  const seasons = [{ from: '01-01', to: '02-01', week: { ...week, 1: wrong } }];
  expect(() => makeWorkingCalendar({ ...parts, patterns: [{ ...pattern, seasons }] })).toThrow(refusal);
  expect(() => makeWorkingCalendar({ ...parts, workedDays: [worked('2026-08-22', wrong)] })).toThrow(refusal);
});

test('sessions may touch', () => {
  const touching = { ...week, 1: hours('07:00-11:00 11:00-12:00') };
  const made = makeWorkingCalendar({ ...parts, patterns: [{ effectiveFrom: date('2000-01-01'), week: touching }] });
  expect(shown(addWorkingTime(made, at('2026-08-24 10:30'), hour))).toBe('2026-08-24 11:30');
  expect(shown(addWorkingTime(made, at('2026-08-24 10:00'), hour))).toBe('2026-08-24 11:00');
});
