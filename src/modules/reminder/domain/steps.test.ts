import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlainDate, weekdayOf } from '#kernel/plain-date.ts';
import { farthestStep, mondayOf, stepReached } from './steps.ts';

test.each([
  [30, undefined],
  [8, undefined],
  [7, 7],
  [6, 7],
  [4, 7],
  [3, 3],
  [2, 3],
  [1, 1],
  [0, 0],
  [-1, -1],
  [-2, -1],
  [-3, -3],
  [-6, -3],
  [-7, -7],
  [-8, -7],
  [-13, -7],
  [-14, -14],
  [-20, -14],
  [-21, -21],
  [-365, -364],
])('with %i days left the step is %s', (daysLeft, step) => {
  expect(stepReached(daysLeft)).toBe(step);
});

test('steps only go down as days pass, and a step never comes before its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: farthestStep }), (daysLeft) => {
      const step = stepReached(daysLeft);
      const next = stepReached(daysLeft - 1);
      if (step === undefined || next === undefined) throw new Error('no step');
      expect(next).toBeLessThanOrEqual(step);
      expect(step).toBeGreaterThanOrEqual(daysLeft);
    }),
  );
});

test.each([
  ['2022-03-14', '2022-03-14'],
  ['2022-03-16', '2022-03-14'],
  ['2022-03-20', '2022-03-14'],
  ['2023-01-01', '2022-12-26'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day as PlainDate)).toBe(monday);
  expect(weekdayOf(mondayOf(day as PlainDate))).toBe(1);
});
