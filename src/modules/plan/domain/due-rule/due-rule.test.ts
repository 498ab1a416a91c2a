import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DueRule } from '../due-rule.ts';
import { days, months } from './calendar-cases.ts';
import type { DueCase } from './due-case.ts';
import { before, latest, month, planYear, quarter } from './expected-rules.ts';
import { parseDueText } from './parse-due-text.ts';
import { labels, noTime, othersDates, quartersAndYears, rhythms } from './period-cases.ts';

const tables: readonly (readonly [string, readonly DueCase[]])[] = [
  ['days', days],
  ['months', months],
  ['quarters, halves and years', quartersAndYears],
  ['rhythms', rhythms],
  ["others' dates and events", othersDates],
  ['labels', labels],
  ['words without a time', noTime],
];

describe.each(tables)('%s', (_, rows) => {
  test.each(rows.map(([text, ...rules]) => ({ text, rules })))('$text', ({ text, rules }) => {
    expect(parseDueText(text, { year: planYear, outputs: [] })).toStrictEqual(rules);
  });
});

test('no year in words or plan leaves the year open', () => {
  expect(parseDueText('Quý II', { year: null, outputs: [] })).toEqual([{ ...quarter(2), year: null }]);
  expect(parseDueText('Trước tháng 1', { year: null, outputs: [] })).toEqual([
    { ...before('31/12/2022', '', latest), year: null },
  ]);
  expect(parseDueText('Trước 31/01 năm sau', { year: null, outputs: [] })).toEqual([
    { ...before('31/1/2022'), year: null },
  ]);
  expect(parseDueText('Từ tháng 11 đến tháng 2', { year: null, outputs: [] })).toEqual([
    { ...month(11, planYear, '', { toMonth: 2 }), year: null },
  ]);
  expect(parseDueText('Từ tháng 11/2022 đến tháng 2', { year: null, outputs: [] })).toEqual([
    month(11, 2022, '', { toMonth: 2 }),
  ]);
  expect(parseDueText('Trước tháng 3', { year: null, outputs: [] })).toEqual([
    { ...before('29/2', '', latest), year: null },
  ]);
});

describe('the due words of real plans', () => {
  interface Due {
    readonly deadlineText: string;
    readonly deadlines: readonly DueRule[];
    readonly outputs: readonly string[];
  }
  const isDue = (value: object): value is Due => 'deadlineText' in value && 'deadlines' in value;
  const dueIn = (value: unknown): Due[] => {
    if (typeof value !== 'object' || value === null) return [];
    return isDue(value) ? [value] : Object.values(value).flatMap(dueIn);
  };
  const plans = [
    ['starter/hoang-tien/truth.json', 34],
    ['src/test/plans/01-xa-dong-van-2023.truth.json', 27],
    ['src/test/plans/03-xa-long-hai-dong-2026.truth.json', 28],
    ['src/test/plans/06-xa-yen-thuy-2020.truth.json', 16],
  ] as const;

  test.each(plans)('%s', (path, count) => {
    const plan: { year: number } = JSON.parse(readFileSync(path, 'utf8'));
    const due = dueIn(plan);
    expect(due).toHaveLength(count);
    for (const { deadlineText, deadlines, outputs } of due) {
      expect({ deadlineText, deadlines: parseDueText(deadlineText, { year: plan.year, outputs }) }).toEqual({
        deadlineText,
        deadlines,
      });
    }
  });
});

describe('whatever the words', () => {
  const pieces = [...days, ...months, ...quartersAndYears, ...rhythms, ...othersDates].map(([text]) => text);
  const anyWords = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...pieces, ';', ',', '(', ')', ':', 'và'), { maxLength: 6 })
      .map((parts) => parts.join(' ')),
  );

  test('there is an answer, its dates exist, and it is the same again', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 2000, max: 2100 }), (text, inYear) => {
        const rules = parseDueText(text, { year: inYear, outputs: [] });
        expect(rules.length).toBeGreaterThan(0);
        for (const rule of rules) {
          if (rule.kind !== 'before' && rule.kind !== 'date') continue;
          expect(rule.month).toBeLessThanOrEqual(12);
          expect(rule.day).toBeLessThanOrEqual(new Date(Date.UTC(rule.year ?? 2024, rule.month, 0)).getUTCDate());
        }
        expect(parseDueText(text, { year: inYear, outputs: [] })).toEqual(rules);
      }),
      { numRuns: 200 },
    );
  });

  test('Unicode form, line breaks, bullets and a final stop do not matter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), (text) => {
        const read = (words: string) => parseDueText(words, { year: planYear, outputs: [] });
        expect(read(text.normalize('NFD'))).toEqual(read(text));
        expect(read(`- ${text}.`)).toEqual(read(text));
        expect(read(`  ${text.replaceAll(' ', '  ')};`)).toEqual(read(text));
      }),
    );
  });

  test('any day of the calendar is read back', () => {
    const forms = [
      (d: number, m: number, y: number) => `Trước ngày ${d}/${m}/${y}`,
      (d: number, m: number, y: number) => `trước ${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`,
      (d: number, m: number, y: number) => `Trước ngày ${d} tháng ${m} năm ${y}`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2015, max: 2040 }),
        (write, d, m, y) => {
          expect(parseDueText(write(d, m, y), { year: planYear, outputs: [] })).toEqual([before(`${d}/${m}/${y}`)]);
        },
      ),
    );
  });
});
