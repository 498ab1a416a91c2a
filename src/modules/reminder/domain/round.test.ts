import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { daysLeftWords, lettersOf, remindersOf, type Told, type WatchedOutput } from './round.ts';
import { stepReached } from './steps.ts';
import { weekLetters } from './week.ts';

const today = '2022-03-14' as PlainDate;
const told = (name: string, insteadOf: string | null = null): Told => ({ accountId: name as Id, insteadOf });
const rules = { today, escalateAfterDays: 3, leaders: [told('chair')] };

function output(daysLeft: number, more: Partial<WatchedOutput> = {}): WatchedOutput {
  return {
    id: `o${daysLeft}` as Id,
    title: 'Báo cáo',
    place: 'PL02 · 3',
    due: addDays(today, daysLeft),
    submitted: false,
    bearers: [told('an')],
    approvers: [told('deputy')],
    ...more,
  };
}

const said = (outputs: readonly WatchedOutput[]) =>
  remindersOf(outputs, rules).map(({ kind, accountId, step }) => `${kind} ${accountId} ${step}`);

describe('who is told', () => {
  test.each([
    [8, []],
    [7, ['due an 7']],
    [2, ['due an 3']],
    [0, ['due an 0']],
    [-1, ['due an -1']],
    [-2, ['due an -1']],
    [-3, ['due an -3', 'escalated chair -3']],
    [-30, ['due an -28', 'escalated chair -3']],
  ])('%i days left: %j', (daysLeft, expected) => {
    expect(said([output(daysLeft)])).toEqual(expected);
  });

  test('of what was handed in those who decide are told, not those who did it', () => {
    expect(said([output(1, { submitted: true })])).toEqual(['approve deputy 1']);
    expect(said([output(-9, { submitted: true })])).toEqual(['approve deputy -7']);
  });

  test('what nobody answers for is told to the leaders, late or not', () => {
    expect(said([output(5, { bearers: [] })])).toEqual(['empty chair 0']);
    expect(said([output(-40, { bearers: [] })])).toEqual(['empty chair 0']);
  });

  test('the line names place, day and for whom it is done', () => {
    const [one] = remindersOf([output(3, { bearers: [told('binh', 'Nguyễn Mẫu An')] })], rules);
    expect(one?.line).toBe('Báo cáo (PL02 · 3): hạn 17/03/2022, còn 3 ngày, làm thay Nguyễn Mẫu An');
    const [long] = remindersOf([output(0, { title: 'a'.repeat(400), place: '' })], rules);
    expect(long?.line).toBe(`${'a'.repeat(159)}…: hạn 14/03/2022, hôm nay`);
  });

  test('nothing live and near goes untold', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 40 }), fc.boolean(), fc.boolean(), (daysLeft, submitted, empty) => {
        const one = output(daysLeft, { submitted, ...(empty ? { bearers: [] } : {}) });
        expect(remindersOf([one], rules).length > 0).toBe(stepReached(daysLeft) !== undefined);
      }),
    );
  });
});

describe('the notice of a person', () => {
  test('gathers all of one kind, the latest first, and counts them', () => {
    const outputs = [output(3), output(-2), output(0), output(1)];
    const [letter, ...others] = lettersOf(remindersOf(outputs, rules));
    expect(others).toEqual([]);
    expect(letter?.params).toMatchObject({ total: 4, late: 1, today: 1, soon: 2, more: 0 });
    expect(letter?.params['line1']).toContain('quá hạn 2 ngày');
    expect(letter?.params['line4']).toContain('còn 3 ngày');
    expect(letter?.reminders).toHaveLength(4);
  });

  test('names eight and counts the rest', () => {
    const outputs = Array.from({ length: 11 }, (_, index) =>
      output(1, { id: `x${index}` as Id, title: `Việc ${index}` }),
    );
    const [letter] = lettersOf(remindersOf(outputs, rules));
    expect(letter?.params).toMatchObject({ total: 11, more: 3 });
    expect(Object.keys(letter?.params ?? {}).filter((name) => name.startsWith('line'))).toHaveLength(8);
  });

  test('kinds are told apart', () => {
    const kinds = lettersOf(remindersOf([output(-5), output(2, { submitted: true })], rules)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['approve', 'due', 'escalated']);
  });
});

test('the week: each their own, the leaders all, and nobody an empty letter', () => {
  const outputs = [output(2), output(-9, { bearers: [told('binh')] }), output(4, { submitted: true }), output(20)];
  const letters = weekLetters(outputs, today, ['chair' as Id]);
  expect(letters.map(({ kind, accountId, params }) => `${kind} ${accountId} ${params['total']}`)).toEqual([
    'reminder.week an 1',
    'reminder.week binh 1',
    'reminder.unit-week chair 3',
  ]);
  expect(weekLetters([output(20)], today, ['chair' as Id])).toEqual([]);
});

test.each([
  [2, 'còn 2 ngày'],
  [0, 'hôm nay'],
  [-1, 'quá hạn 1 ngày'],
])('%i days left in words: %s', (daysLeft, words) => {
  expect(daysLeftWords(daysLeft)).toBe(words);
});
