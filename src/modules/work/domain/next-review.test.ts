import { expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { nextReview } from './next-review.ts';

const office = [{ from: '07:30', to: '17:00' }];
const calendar = makeWorkingCalendar({
  patterns: [
    { effectiveFrom: '2000-01-01' as PlainDate, week: { 1: office, 2: office, 3: office, 4: office, 5: office } },
  ],
  daysOff: [{ day: '2022-06-30' as PlainDate, kind: 'special', name: 'nghỉ thử nghiệm', citation: 'giả định' }],
  workedDays: [],
  years: [],
});

test.each([
  ['in the first quarter', '2022-01-05', null, '2022-06-29'],
  ['on the last day of a quarter', '2022-03-31', null, '2022-06-29'],
  ['on the first day of a quarter', '2022-04-01', null, '2022-09-30'],
  ['in the last quarter, not again', '2022-11-20', '2022-12-30', null],
  ['before the year of the plan begins', '2021-12-20', null, '2022-03-31'],
  ['rolled back from a weekend', '2022-08-01', null, '2022-12-30'],
  ['late, over the day planned', '2022-07-04', '2022-03-31', '2022-12-30'],
  ['early, the day planned already stays when it is later', '2022-02-01', '2022-09-30', '2022-09-30'],
])('%s', (_, today, planned, expected) => {
  expect(nextReview(today as PlainDate, planned as PlainDate | null, 2022, calendar)).toBe(expected);
});
