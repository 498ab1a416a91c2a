import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Figure, type FigureOperator, gapOfDays, gapOfFigures } from './above-gap.ts';
import { type Answering, compareAbove } from './compare-above.ts';

const figure = (operator: FigureOperator, value: number, rest: Partial<Figure> = {}): Figure => ({
  ...{ operator, value, unit: '%', aspiration: false },
  ...rest,
});

describe('our figure beside the one asked for', () => {
  test.each([
    ['the same', figure('min', 95), figure('min', 95), null],
    ['more than the least', figure('min', 95), figure('>=', 97), null],
    ['less than the least', figure('min', 95), figure('min', 90), 'weaker'],
    ['plain, less than the least', figure('min', 95), figure('=', 90), 'weaker'],
    ['plain, as the least', figure('>=', 99), figure('=', 99), null],
    ['a least where a plain one is asked', figure('=', 100), figure('min', 100), null],
    ['less than a plain one', figure('=', 100), figure('=', 98), 'weaker'],
    ['from it on where more is asked', figure('>', 90), figure('>=', 90), 'weaker'],
    ['more where more is asked', figure('>', 90), figure('>', 90), null],
    ['a lower most', figure('max', 5), figure('max', 3), null],
    ['a higher most', figure('max', 5), figure('<=', 6), 'weaker'],
    ['at most where below is asked', figure('<', 5), figure('max', 5), 'weaker'],
    ['a most where a least is asked', figure('min', 90), figure('max', 90), 'other-figure'],
    ['of another unit', figure('min', 90), figure('min', 90, { unit: 'hồ sơ' }), 'other-figure'],
    ['only aimed at', figure('min', 90), figure('min', 90, { aspiration: true }), 'aspiration'],
    [
      'aimed at as the other is',
      figure('min', 90, { aspiration: true }),
      figure('min', 90, { aspiration: true }),
      null,
    ],
  ] as const)('%s', (_words, asked, ours, gap) => expect(gapOfFigures(asked, ours)).toBe(gap));

  test('never falls behind itself', () => {
    const operators = fc.constantFrom<FigureOperator>('=', 'min', '>=', '>', 'max', '<=', '<');
    fc.assert(
      fc.property(operators, fc.integer({ min: 0, max: 100 }), fc.boolean(), (operator, value, aspiration) => {
        const one = figure(operator, value, { aspiration });
        expect(gapOfFigures(one, one)).toBeNull();
      }),
    );
  });
});

describe('our day beside the one asked for', () => {
  const day = (text: string) => text as PlainDate;
  test.each([
    ['none is asked for', null, day('2022-12-31'), null],
    ['earlier', day('2022-12-10'), day('2022-11-30'), null],
    ['the same', day('2022-12-10'), day('2022-12-10'), null],
    ['later', day('2022-12-10'), day('2022-12-12'), 'later'],
    ['none of ours', day('2022-12-10'), null, 'undated'],
  ] as const)('%s', (_words, asked, ours, gap) => expect(gapOfDays(asked, ours)).toBe(gap));
});

describe('how ours stands', () => {
  const one = (rest: Partial<Answering> = {}): Answering => ({
    ...{ gap: null, difference: null, reason: null, ended: false },
    ...rest,
  });
  const asked = { gone: false, absentReason: null };
  test.each([
    ['nothing carries it out', asked, [], 'missing'],
    ['nothing does, and it is said why', { ...asked, absentReason: 'không thuộc xã' }, [], 'explained'],
    ['all that did has ended', asked, [one({ ended: true })], 'missing'],
    ['something does', asked, [one()], 'met'],
    ['a weaker figure', asked, [one({ gap: 'weaker' })], 'unexplained'],
    ['a weaker figure with its reason', asked, [one({ gap: 'weaker', reason: 'xã khó khăn' })], 'explained'],
    ['another content', asked, [one({ difference: 'chỉ hai thôn' })], 'unexplained'],
    [
      'one of two without a reason',
      asked,
      [one({ gap: 'later', reason: 'chờ' }), one({ gap: 'later' })],
      'unexplained',
    ],
    ['no longer asked for', { ...asked, gone: true }, [one({ gap: 'weaker' })], 'gone'],
  ] as const)('%s', (_words, given, ours, comparison) => expect(compareAbove(given, ours)).toBe(comparison));
});
