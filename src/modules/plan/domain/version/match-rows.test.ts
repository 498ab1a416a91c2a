import { expect, test } from 'vitest';
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

test('only rows of one kind are matched by likeness', () => {
  const within = { ...by, within: (text: string) => text.slice(0, 3) };
  expect([...matchRows(['xxx một hai ba'], ['yyy một hai ba'], within)]).toEqual([]);
});
