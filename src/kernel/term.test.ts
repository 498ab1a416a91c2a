import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTerm, type Term, termUnits, writeTerm } from './term.ts';

test.each([
  ['3 ngày làm việc', 'working-day', 3_000],
  ['03 ngày làm việc', 'working-day', 3_000],
  ['0,25 ngày làm việc', 'working-day', 250],
  ['0.25 ngày làm việc', 'working-day', 250],
  ['1,5 ngày làm việc', 'working-day', 1_500],
  ['0,125 ngày làm việc', 'working-day', 125],
  ['0,001 ngày làm việc', 'working-day', 1],
  ['8 giờ làm việc', 'working-hour', 8_000],
  ['0,5 giờ làm việc', 'working-hour', 500],
  ['15 ngày', 'day', 15_000],
  ['15ngày', 'day', 15_000],
  ['12 giờ', 'hour', 12_000],
  ['9999 giờ', 'hour', 9_999_000],
  ['  5   NGÀY  LÀM VIỆC ', 'working-day', 5_000],
  ['5 ngay lam viec', 'working-day', 5_000],
  ['5 nga\u0300y la\u0300m vie\u0323\u0302c', 'working-day', 5_000],
  ['ngay', 'immediate', 0],
  ['Ngay', 'immediate', 0],
  ['trong ngày', 'immediate', 0],
  ['ngay trong ngày', 'immediate', 0],
  ['trong ngày làm việc', 'immediate', 0],
  ['ngay trong ngày làm việc', 'immediate', 0],
  ['giải quyết ngay', 'immediate', 0],
  ['Trả kết quả ngay trong ngày làm việc', 'immediate', 0],
])('“%s” is read', (text, unit, milli) => {
  expect(readTerm(text)).toEqual({ unit, milli });
});

test.each([
  '',
  '3',
  'ngày làm việc',
  '0 ngày làm việc',
  '0,0 giờ',
  '-1 ngày',
  '3 tháng',
  '3 ngày nghỉ',
  '3 constructor',
  '1,2,3 ngày',
  '0,1234 ngày',
  '1.000 ngày',
  '1,000 giờ',
  '10000 ngày',
  '3 ngày làm việc kể từ',
  'khoảng 3 ngày',
  'ngay lập tức nhé',
  'không ngay',
  '1 ngày 3 giờ',
])('“%s” is no term', (text) => {
  expect(readTerm(text)).toBeUndefined();
});

test.each([
  [{ unit: 'working-day', milli: 3_000 }, '3 ngày làm việc'],
  [{ unit: 'working-day', milli: 250 }, '0,25 ngày làm việc'],
  [{ unit: 'working-hour', milli: 8_500 }, '8,5 giờ làm việc'],
  [{ unit: 'day', milli: 10_001 }, '10,001 ngày'],
  [{ unit: 'hour', milli: 12_010 }, '12,01 giờ'],
  [{ unit: 'immediate', milli: 0 }, 'giải quyết ngay'],
] as const)('%j is written “%s”', (term, text) => {
  expect(writeTerm(term)).toBe(text);
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...termUnits), fc.integer({ min: 1, max: 9_999_999 }), (unit, milli) => {
      const term: Term = { unit, milli: unit === 'immediate' ? 0 : milli };
      expect(readTerm(writeTerm(term))).toEqual(term);
    }),
  );
});
