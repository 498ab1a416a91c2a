import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { DueRule } from '#modules/plan/domain/due-rule.ts';
import { calendar } from './made-calendar.ts';
import { firstStage } from './obligation.ts';
import { isReport, obligationsOfTask, type PlannedTask } from './obligations-of-task.ts';

const id = (text: string) => text as Id;
const report = { id: id('report'), content: 'Báo cáo kết quả thực hiện' };
const scheme = { id: id('scheme'), content: 'Kế hoạch' };
const january: DueRule = { kind: 'month', year: 2022, month: 1, appliesTo: '' };
const quarterly: DueRule = { kind: 'periodic', year: 2022, frequency: ['quarter'], appliesTo: 'Báo cáo' };
const standing: DueRule = { kind: 'standing', year: 2022, appliesTo: 'Tổ chức thực hiện' };

function task(outputs: PlannedTask['outputs'], ...rules: [DueRule, string | null][]): PlannedTask {
  return {
    id: id('task'),
    content: 'Rà soát văn bản',
    outputs,
    rules: rules.map(([rule, output], index) => ({
      id: id(`rule${index}`),
      outputId: output === null ? null : id(output),
      rule,
    })),
  };
}

/** Output, rule, title, kind, period and due day of each. */
function wanted(one: PlannedTask) {
  return obligationsOfTask(one, 2022, calendar).map((each) =>
    [each.outputId, each.ruleId, each.title, each.kind, each.period, each.due].join(' · '),
  );
}

describe('what a task obliges to', () => {
  test('a rule of the whole is of each output; a report of a month is of its period', () => {
    expect(wanted(task([scheme, report], [january, null]))).toEqual([
      'scheme · rule0 · Kế hoạch · dated ·  · 2022-01-28',
      'report · rule0 · Báo cáo kết quả thực hiện · dated · 2022-01 · 2022-01-28',
    ]);
  });

  test('outputs with rules of their own, one of them for each quarter', () => {
    expect(wanted(task([scheme, report], [january, 'scheme'], [quarterly, 'report']))).toEqual([
      'scheme · rule0 · Kế hoạch · dated ·  · 2022-01-28',
      'report · rule1 · Báo cáo kết quả thực hiện · dated · 2022-Q1 · 2022-03-31',
      'report · rule1 · Báo cáo kết quả thực hiện · dated · 2022-Q2 · 2022-06-30',
      'report · rule1 · Báo cáo kết quả thực hiện · dated · 2022-Q3 · 2022-09-30',
      'report · rule1 · Báo cáo kết quả thực hiện · dated · 2022-Q4 · 2022-12-30',
    ]);
  });

  test('whatever comes each quarter is of its quarter, a report or not', () => {
    expect(wanted(task([scheme], [quarterly, 'scheme'])).map((one) => one.split(' · ')[4])).toEqual([
      '2022-Q1',
      '2022-Q2',
      '2022-Q3',
      '2022-Q4',
    ]);
  });

  test('the rule of the whole is left to outputs without one', () => {
    expect(wanted(task([scheme, report], [standing, null], [january, 'report']))).toEqual([
      'scheme · rule0 · Kế hoạch · standing ·  · ',
      'report · rule1 · Báo cáo kết quả thực hiện · dated · 2022-01 · 2022-01-28',
    ]);
  });

  test('when no output is left it is an obligation of its own', () => {
    expect(wanted(task([report], [standing, null], [january, 'report']))).toEqual([
      'report · rule1 · Báo cáo kết quả thực hiện · dated · 2022-01 · 2022-01-28',
      ' · rule0 · Tổ chức thực hiện · standing ·  · ',
    ]);
  });

  test('an output that nothing is said of has no day', () => {
    expect(wanted(task([scheme, report], [january, 'report']))).toEqual([
      'scheme ·  · Kế hoạch · undated ·  · ',
      'report · rule0 · Báo cáo kết quả thực hiện · dated · 2022-01 · 2022-01-28',
    ]);
    expect(wanted(task([scheme]))).toEqual(['scheme ·  · Kế hoạch · undated ·  · ']);
  });

  test('a task without outputs, with a rule and without', () => {
    expect(wanted(task([], [january, null]))).toEqual([' · rule0 · Rà soát văn bản · dated ·  · 2022-01-28']);
    expect(wanted(task([]))).toEqual([' ·  · Rà soát văn bản · undated ·  · ']);
  });

  test('two times of the whole are two obligations of each output', () => {
    const june: DueRule = { ...january, month: 6 };
    expect(wanted(task([scheme], [january, null], [june, null]))).toEqual([
      'scheme · rule0 · Kế hoạch · dated ·  · 2022-01-28',
      'scheme · rule1 · Kế hoạch · dated ·  · 2022-06-30',
    ]);
  });

  test('a rule of an output that is no longer there is of the whole', () => {
    expect(wanted(task([scheme], [january, 'gone']))).toEqual(['scheme · rule0 · Kế hoạch · dated ·  · 2022-01-28']);
  });

  test('long content makes a shortened title', () => {
    const [one] = obligationsOfTask({ ...task([]), content: 'x'.repeat(400) }, 2022, calendar);
    expect(one?.title).toBe(`${'x'.repeat(299)}…`);
    const [exact] = obligationsOfTask({ ...task([]), content: 'x'.repeat(300) }, 2022, calendar);
    expect(exact?.title).toBe('x'.repeat(300));
  });
});

test.each([
  ['Báo cáo kết quả thực hiện', true],
  ['Báo cáo', true],
  ['Báo cáo định kỳ', true],
  ['Báo cáo quý', true],
  ['Báo cáo tình hình triển khai', true],
  ['Báo cáo công tác cải cách hành chính', true],
  ['Báo cáo CCHC 6 tháng', true],
  ['Báo cáo tự chấm điểm cùng tài liệu kiểm chứng của các cơ quan, đơn vị', false],
  ['Báo cáo tổng hợp chỉ số CCHC toàn huyện', false],
  ['Báo cáo kết quả khảo sát năm 2022', false],
  ['Báo cáo thẩm định', false],
  ['Kế hoạch thực hiện', false],
  ['Quyết định kèm báo cáo kết quả thực hiện', false],
])('“%s”: a report on carrying out is %s', (output, expected) => {
  expect(isReport(output)).toBe(expected);
});

test.each([
  ['dated', 'open'],
  ['standing', 'open'],
  ['undated', 'open'],
  ['guided', 'awaiting-guidance'],
  ['triggered', 'awaiting-guidance'],
] as const)('what is %s begins as %s', (kind, stage) => {
  expect(firstStage(kind)).toBe(stage);
});
