import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { totalOf } from './fee-rows.ts';
import { mayClose } from './may-close.ts';

describe('what was taken', () => {
  test.each([
    [[], 0],
    [[{ quantity: 3, price: 2_000 }], 6_000],
    [
      [
        { quantity: 1, price: 8_000 },
        { quantity: 10, price: 0 },
      ],
      8_000,
    ],
  ])('%j is %d đồng', (rows, total) =>
    expect(totalOf(rows.map((row) => ({ code: 'x', name: 'x', exemption: null, ...row })))).toBe(total),
  );
});

describe('closing a day of cash', () => {
  const closing = {
    day: '2022-03-10' as PlainDate,
    today: '2022-03-10' as PlainDate,
    booked: 50_000,
    counted: 50_000,
    note: '',
    isClosed: false,
  };
  test.each([
    ['as the book says', {}, undefined],
    ['a day before', { today: '2022-03-12' as PlainDate }, undefined],
    ['less than the book', { counted: 40_000 }, 'cash-difference-unexplained'],
    ['more than the book', { counted: 60_000 }, 'cash-difference-unexplained'],
    ['less, explained', { counted: 40_000, note: 'thối nhầm tiền' }, undefined],
    ['less, explained by blanks', { counted: 40_000, note: '       ' }, 'cash-difference-unexplained'],
    ['a day to come', { day: '2022-03-11' as PlainDate }, 'cash-day-to-come'],
    ['twice', { isClosed: true }, 'cash-day-closed'],
  ])('%s', (_, change, code) => {
    const verdict = mayClose({ ...closing, ...change });
    expect(verdict.ok ? undefined : verdict.code).toBe(code);
  });
});
