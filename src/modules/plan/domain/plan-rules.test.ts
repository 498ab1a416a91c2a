import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueDaysOf, dueSummary } from './due-days.ts';
import { parseDueText } from './due-rule/parse-due-text.ts';
import type { DueRule } from './due-rule.ts';
import { fieldOf } from './field-of.ts';
import { maySeeVersion } from './may-see.ts';

const fields = [
  { code: 'the-che', words: ['the che'] },
  { code: 'thu-tuc', words: ['thu tuc hanh chinh', 'mot cua'] },
  { code: 'bo-may', words: ['to chuc bo may', 'bo may'] },
  { code: 'cong-vu', words: ['cong vu', 'can bo cong chuc'] },
  { code: 'so', words: ['chinh quyen dien tu', 'chinh quyen so'] },
];

test.each([
  ['Cải cách thể chế', 'the-che'],
  ['CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'thu-tuc'],
  ['Cải cách tổ chức bộ máy và chế độ công vụ', 'bo-may'],
  ['Nâng cao chất lượng đội ngũ cán bộ, công chức', 'cong-vu'],
  ['Xây dựng, phát triển chính quyền số', 'so'],
  ['Công vụ và tổ chức bộ máy', 'cong-vu'],
  ['Thể chế', 'the-che'],
  ['(nhiều lĩnh vực)', undefined],
  ['thể chếch', undefined],
])('%s is of the field %s', (heading, code) => expect(fieldOf(heading, fields)).toBe(code));

describe('days on which something is due', () => {
  const days = (text: string) =>
    parseDueText(text, { year: 2022, outputs: [] }).flatMap((rule) => [...dueDaysOf(rule, 2022)]);

  test.each([
    ['Trước ngày 15/12/2022', ['2022-12-15']],
    ['Quý III/2022', ['2022-09-30']],
    ['Tháng 02/2022', ['2022-02-28']],
    ['Báo cáo định kỳ hằng quý, 6 tháng, 9 tháng, năm', ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31']],
    ['Báo cáo định kỳ 6 tháng, năm', ['2022-06-30', '2022-12-31']],
    ['Thường xuyên trong năm', []],
    ['Theo hướng dẫn của Sở Nội vụ', []],
    ['', []],
  ])('%s: %o', (text, expected) => expect(days(text)).toEqual(expected));

  test.each<[DueRule, readonly string[]]>([
    [
      { kind: 'periodic', year: 2022, frequency: ['quarter'], dueDay: 5, dueInNextMonth: true, appliesTo: '' },
      ['2022-04-05', '2022-07-05', '2022-10-05', '2023-01-05'],
    ],
    [
      { kind: 'periodic', year: 2022, frequency: ['6months'], dueDay: 31, dueInLastMonth: true, appliesTo: '' },
      ['2022-06-30', '2022-12-31'],
    ],
    [{ kind: 'periodic', year: 2022, frequency: ['week'], appliesTo: '' }, []],
    [{ kind: 'periodic', year: 2023, frequency: ['year'], appliesTo: '' }, ['2023-12-31']],
  ])('%o', (rule, expected) => expect(dueDaysOf(rule, 2022)).toEqual(expected));

  test('the months of the year as bits, the first and the last day', () => {
    const rules = ['Tháng 01/2023', 'Trước ngày 15/12/2022', 'Quý I/2022'].flatMap((text) =>
      parseDueText(text, { year: 2022, outputs: [] }),
    );
    expect(dueSummary(rules, 2022)).toEqual({ months: 0b1000_0000_0100, first: '2022-03-31', last: '2023-01-31' });
    expect(dueSummary([], 2022)).toEqual({ months: 0, first: null, last: null });
  });
});

test('a draft is seen by those who write or issue plans, a version in force by all who read them', () =>
  fc.assert(
    fc.property(
      fc.subarray(['plan.read', 'plan.edit', 'plan.accept', 'plan.import']),
      fc.constantFrom('draft', 'issued'),
      (held, state) => {
        const viewer = { may: (permission: string) => held.includes(permission) };
        const sees = state === 'issued' || held.includes('plan.edit') || held.includes('plan.accept');
        expect(maySeeVersion(viewer, state)).toMatchObject(sees ? { ok: true } : { ok: false, code: 'not-found' });
      },
    ),
  ));
