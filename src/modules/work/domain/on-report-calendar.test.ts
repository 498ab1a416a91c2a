import { expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { usualTerms } from '#modules/report/domain/report-term.ts';
import type { WantedObligation } from './obligation.ts';
import { onReportCalendar } from './on-report-calendar.ts';

const office = [{ from: '07:30', to: '17:00' }];
const calendar = makeWorkingCalendar({
  patterns: [
    { effectiveFrom: '2000-01-01' as PlainDate, week: { 1: office, 2: office, 3: office, 4: office, 5: office } },
  ],
  daysOff: [],
  workedDays: [],
  years: [],
});
const terms = usualTerms.map((term) => ({ ...term, citation: 'Công văn giả định' }));

function wanted(period: string, due: string, report = true): WantedObligation {
  return {
    taskId: 't' as Id,
    outputId: null,
    ruleId: null,
    kind: 'dated',
    title: 'Báo cáo',
    period,
    report,
    startsOn: null,
    due: due as PlainDate,
    dueWords: '',
    dueSteps: [],
  };
}

test.each([
  ['2022-6M', '2022-06-30', '2022-06-20'],
  ['2022-9M', '2022-09-30', '2022-09-20'],
  ['2022-Y', '2022-12-30', '2022-12-20'],
  ['2022-Q1', '2022-03-31', '2022-03-31'],
  ['2022-12', '2022-12-30', '2022-12-30'],
  ['', '2022-12-30', '2022-12-30'],
  ['2022-Y', '2022-12-09', '2022-12-09'],
])('a report on %s due %s falls on %s', (period, due, expected) => {
  const moved = onReportCalendar(wanted(period, due), terms, calendar);
  expect(moved.due).toBe(expected);
  expect(moved.dueSteps.map(({ words }) => words)).toEqual(
    due === expected ? [] : [expect.stringContaining('Công văn giả định')],
  );
});

test('what is no report keeps its day', () => {
  expect(onReportCalendar(wanted('2022-Y', '2022-12-30', false), terms, calendar).due).toBe('2022-12-30');
});
