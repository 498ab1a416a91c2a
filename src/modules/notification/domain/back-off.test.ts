import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNextAttempt, restAfter, triedForMs } from './back-off.ts';

test.each([
  [1, 1],
  [2, 2],
  [3, 5],
  [4, 15],
  [5, 30],
  [6, 60],
  [7, 120],
  [8, 240],
  [9, 240],
  [500, 240],
])('after attempt %i the next one comes %i minutes later', (attempts, minutes) => {
  expect(findNextAttempt(attempts, 1_000, 0)).toBe(1_000 + minutes * 60_000);
});

test('a letter is given up after five days and not before', () => {
  expect(findNextAttempt(20, triedForMs - 1, 0)).toBeDefined();
  expect(findNextAttempt(20, triedForMs, 0)).toBeUndefined();
});

test('a server that is away for a day costs no letter', () => {
  let at = 0;
  let attempts = 0;
  while (at < 86_400_000) at = findNextAttempt(++attempts, at, 0) ?? Number.NaN;
  expect(at).toBeLessThanOrEqual(86_400_000 + 4 * 3_600_000);
  expect(attempts).toBeLessThan(20);
});

test('waits only grow, and sending rests no longer than five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (n) => {
      expect(findNextAttempt(n + 1, 0, 0) ?? 0).toBeGreaterThanOrEqual(findNextAttempt(n, 0, 0) ?? 0);
      expect(restAfter(n + 1)).toBeGreaterThanOrEqual(restAfter(n));
      expect(restAfter(n)).toBeLessThanOrEqual(300_000);
    }),
  );
  expect([0, 1, 2, 3, 7, 8].map(restAfter)).toEqual([0, 5_000, 10_000, 20_000, 300_000, 300_000]);
});
