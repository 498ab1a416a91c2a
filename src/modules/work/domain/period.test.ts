import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { reportsInYear } from '#modules/plan/domain/due-rule/reports-in-year.ts';
import type { DueRule } from '#modules/plan/domain/due-rule.ts';
import { findSpanOfPeriod, periodOfReport, periodOfSpan, periodsClosedBy, periodWords } from './period.ts';

test.each([
  ['2022-Q1', 'Quý I/2022', '2022-01-01', '2022-03-31'],
  ['2022-Q4', 'Quý IV/2022', '2022-10-01', '2022-12-31'],
  ['2022-6M', '6 tháng đầu năm 2022', '2022-01-01', '2022-06-30'],
  ['2022-H2', '6 tháng cuối năm 2022', '2022-07-01', '2022-12-31'],
  ['2022-9M', '9 tháng đầu năm 2022', '2022-01-01', '2022-09-30'],
  ['2022-Y', 'Năm 2022', '2022-01-01', '2022-12-31'],
  ['2024-02', 'Tháng 02/2024', '2024-02-01', '2024-02-29'],
  ['2022-W01', 'Tuần 01/2022', '2022-01-03', '2022-01-09'],
  ['2021-W53', 'Tuần 53/2021', '2022-01-03', '2022-01-09'],
  ['2020-W01', 'Tuần 01/2020', '2019-12-30', '2020-01-05'],
])('%s is %s, from %s to %s', (period, words, from, to) => {
  expect(periodWords(period)).toBe(words);
  expect(findSpanOfPeriod(period)).toEqual({ from, to });
});

test('what comes once has neither words nor a span', () => {
  expect(periodWords('')).toBe('');
  expect(findSpanOfPeriod('')).toBeUndefined();
  expect(findSpanOfPeriod('2022-Q5')).toBeUndefined();
  expect(periodWords('đợt 2')).toBe('đợt 2');
});

test.each([
  ['month', '2022-01', '2022-12', 12],
  ['quarter', '2022-Q1', '2022-Q4', 4],
  ['6months', '2022-6M', '2022-H2', 2],
  ['9months', '2022-9M', '2022-9M', 1],
  ['year', '2022-Y', '2022-Y', 1],
  ['week', '2022-W01', '2022-W52', 52],
] as const)('reports of every %s run from %s to %s', (frequency, first, last, count) => {
  const periods = reportsInYear([frequency]).map((one) => periodOfReport(one, 2022));
  expect([periods[0], periods.at(-1), periods.length]).toEqual([first, last, count]);
});

const base = { appliesTo: '', year: null } as const;
test.each<[DueRule, string]>([
  [{ ...base, kind: 'month', month: 3 }, '2022-03'],
  [{ ...base, kind: 'month', month: 3, year: 2023 }, '2023-03'],
  [{ ...base, kind: 'month', month: 3, toMonth: 5 }, ''],
  [{ ...base, kind: 'month', month: 3, week: 2 }, ''],
  [{ ...base, kind: 'quarter', quarter: 2 }, '2022-Q2'],
  [{ ...base, kind: 'quarter', quarter: 2, toQuarter: 3 }, ''],
  [{ ...base, kind: 'halfyear', half: 1 }, '2022-6M'],
  [{ ...base, kind: 'halfyear', half: 2 }, '2022-H2'],
  [{ ...base, kind: 'year' }, '2022-Y'],
  [{ ...base, kind: 'year', toYear: 2025 }, ''],
  [{ ...base, kind: 'before', month: 3, day: 1 }, ''],
  [{ kind: 'unspecified', appliesTo: '' }, ''],
])('a report of %o is of the period “%s”', (rule, period) => {
  expect(periodOfSpan(rule, 2022)).toBe(period);
});

test.each([
  ['2022-Q1', ['2022-03', '2022-Q1']],
  ['2022-6M', ['2022-06', '2022-Q2', '2022-6M']],
  ['2022-9M', ['2022-09', '2022-Q3', '2022-9M']],
  ['2022-Y', ['2022-12', '2022-Q4', '2022-H2', '2022-Y']],
  ['2022-H2', ['2022-12', '2022-Q4', '2022-H2']],
  ['2022-Q2', ['2022-06', '2022-Q2']],
  ['2022-04', ['2022-04']],
  ['2022-12', ['2022-12']],
  ['2022-W12', ['2022-W12']],
])('the report on %s closes %o', (period, closed) => {
  expect(periodsClosedBy(period)).toEqual(closed);
});

test('days of a span are those of the calendar', () => {
  expect(findSpanOfPeriod('2023-02')?.to).toBe(plainDate(2023, 2, 28));
});
