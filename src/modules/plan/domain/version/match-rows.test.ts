import { describe, expect, test } from 'vitest';
import { likeness, matchRows } from './match-rows.ts';

test.each([
  ['Rà soát văn bản', 'rà soát, văn bản.', 1],
  ['Rà soát văn bản', 'Tuyên truyền pháp luật', 0],
  ['', '', 1],
  ['một hai ba', 'một hai bốn', 0.5],
])('%s and %s', (a, b, expected) => expect(likeness(a, b)).toBeCloseTo(expected, 5));

const by = { exact: [(text: string) => text.toLowerCase()], text: (text: string) => text, atLeast: 0.4 };

test.each([
  [
    'equal rows',
    ['a b c', 'd e f'],
    ['D E F', 'a b c'],
    [
      [0, 1],
      [1, 0],
    ],
  ],
  ['the most alike first', ['một hai ba bốn', 'một hai ba năm'], ['một hai ba năm sáu'], [[0, 1]]],
  ['too unlike', ['một hai ba bốn'], ['năm sáu bảy'], []],
  ['each row once', ['một hai ba'], ['một hai ba', 'một hai ba bốn'], [[0, 0]]],
  ['nothing before', [], ['a'], []],
])('%s', (_, before, after, pairs) => expect([...matchRows(before, after, by)].sort()).toEqual(pairs));

test('a decided match goes before any likeness, and a decided new row matches nothing', () => {
  expect([...matchRows(['a', 'b'], ['a'], by, new Map([[0, 1]]))]).toEqual([[0, 1]]);
  expect([...matchRows(['a'], ['a'], by, new Map([[0, null]]))]).toEqual([]);
});

describe('keys in order of trust', () => {
  interface Keyed {
    readonly id: string;
    readonly text: string;
  }
  const one = (id: string, text: string): Keyed => ({ id, text });
  const keyed = { exact: [(row: Keyed) => row.id], text: (row: Keyed) => row.text, atLeast: 0.5 };

  test('an equal key goes before equal words', () => {
    const before = [one('1', 'rà soát'), one('2', 'đào tạo')];
    expect([...matchRows(before, [one('2', 'rà soát'), one('1', 'đào tạo')], keyed)]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('rows that share a key are matched in order when there are as many as before, else by their words', () => {
    const before = [one('1', 'a b'), one('1', 'c d')];
    expect([...matchRows(before, [one('1', 'c d'), one('1', 'a b')], keyed)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect([...matchRows(before, [one('1', 'c d')], keyed)]).toEqual([[0, 1]]);
    expect([...matchRows([one('1', 'c d')], [one('1', 'x'), one('1', 'c d')], keyed)]).toEqual([[1, 0]]);
  });

  test('one row is not given to two by a decision', () =>
    expect([
      ...matchRows(
        [one('1', 'a')],
        [one('2', 'b'), one('3', 'c')],
        keyed,
        new Map([
          [0, 0],
          [1, 0],
        ]),
      ),
    ]).toEqual([[0, 0]]));

  test('past four million pairs only exact keys count', () => {
    const many = (count: number, id: string) => Array.from({ length: count }, (_, at) => one(`${id}${at}`, 'x'));
    expect([...matchRows([...many(2_001, 'a'), one('k', 'y')], [one('k', 'x'), ...many(2_000, 'b')], keyed)]).toEqual([
      [0, 2_001],
    ]);
  });
});

test('rows as alike as asked for are matched', () =>
  expect([...matchRows(['một hai ba'], ['một hai bốn'], { ...by, atLeast: 0.5 })]).toEqual([[0, 0]]));

test('only rows of one kind are matched by likeness', () => {
  const within = { ...by, within: (text: string) => text.slice(0, 3) };
  expect([...matchRows(['xxx một hai ba'], ['yyy một hai ba'], within)]).toEqual([]);
});
