import fc from 'fast-check';
import { type Moment, momentOn } from '#kernel/moment.ts';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import type { TermUnit } from '#kernel/term.ts';
import type { CalendarParts, DayOff, Session, WeekHours, WorkedDay } from '#kernel/working-calendar.ts';

/** For properties: offices of all kinds from November 2025 on, and what is asked of them. */
const minute = 60_000;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** One to three sessions in order, which may touch. */
const sessions = fc
  .uniqueArray(fc.integer({ min: 1, max: 95 }), { minLength: 2, maxLength: 6 })
  .map((marks): Session[] => {
    const sorted = marks.map((mark) => mark * 15).sort((a, b) => a - b);
    return sorted.flatMap((from, index) => {
      const to = sorted[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from: clock(from), to: clock(to) }] : [];
    });
  });

const usual: Session[] = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 });

const week = (worked: readonly number[], hours: readonly Session[], other: readonly Session[]): WeekHours =>
  Object.fromEntries(worked.map((weekday) => [weekday, weekday > 4 ? other : hours]));

const first = plainDate(2025, 11, 1);
const days = fc.integer({ min: 0, max: 420 }).map((count) => addDays(first, count));
const monthDays = days.map((day) => day.slice(5));

const dayOff = fc.record({ day: days, kind: fc.constantFrom<DayOff['kind'][]>('holiday', 'swapped', 'special') });
const hoursOrUsual = fc.oneof(fc.constant(usual), sessions);

/** Any office: weeks, a season, a second week from some day, days off and worked days with or without own hours. */
export const anyParts = fc
  .record({
    worked: fc.oneof(fc.constant([1, 2, 3, 4, 5]), weekdays),
    hours: fc.array(hoursOrUsual, { minLength: 4, maxLength: 4 }),
    season: fc.option(fc.tuple(monthDays, monthDays)),
    second: fc.option(fc.tuple(days, weekdays)),
    off: fc.uniqueArray(dayOff, { maxLength: 60, selector: ({ day }) => day }),
    extra: fc.uniqueArray(fc.tuple(days, fc.option(sessions)), { maxLength: 30, selector: ([day]) => day }),
  })
  .map(({ worked, hours: [a = usual, b = usual, c = usual, d = usual], season, second, off, extra }): CalendarParts => {
    const seasons = season ? [{ from: season[0], to: season[1], week: week(worked, c, d) }] : [];
    const daysOff = off.map(({ day, kind }): DayOff => ({ day, kind, name: 'Nghỉ', citation: 'thử' }));
    const workedDays = extra
      .filter(([day]) => !off.some((one) => one.day === day))
      .map(([day, own]): WorkedDay => ({ day, name: 'Làm bù', citation: 'thử', ...(own && { sessions: own }) }));
    return {
      patterns: [
        { effectiveFrom: plainDate(2000, 1, 1), week: week(worked, a, b), seasons },
        ...(second ? [{ effectiveFrom: second[0], week: week(second[1], b, d) }] : []),
      ],
      daysOff,
      workedDays,
      years: [],
    };
  });

const begin = momentOn(first, 0);
/** Any moment of these days: whole minutes mostly, seconds and milliseconds now and then; often where sessions begin and end. */
export const anyMoment = fc
  .tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 1_439 })),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([day, time, odd]) => {
    const ofDay = (time < 96 ? time * 15 : time) * minute + (odd === 0 ? 31_417 : 0);
    return (begin + day * 1_440 * minute + ofDay) as Moment;
  });

const units: readonly TermUnit[] = ['working-day', 'working-hour', 'day', 'hour', 'immediate'];
/** Any term of up to thirty units, a third of them with fractions. */
export const anyTerm = fc
  .tuple(fc.constantFrom(...units), fc.integer({ min: 1, max: 30 }), fc.constantFrom(1_000, 1_000, 1_000, 250, 125, 1))
  .map(([unit, count, milli]) => ({ unit, milli: unit === 'immediate' ? 0 : count * milli }));
