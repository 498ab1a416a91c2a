import { expect, test } from 'vitest';
import { foldPlanText, likenessBy, likenessOf, wordPairs } from './text-likeness.ts';

test.each([
  ['TTHC', 'thủ tục hành chính'],
  ['CCHC', 'cải cách hành chính'],
  ['UBND', 'ủy ban nhân dân'],
  ['HĐND', 'hội đồng nhân dân'],
  ['CNTT', 'công nghệ thông tin'],
  ['ĐVHC', 'đơn vị hành chính'],
  ['QPPL', 'quy phạm pháp luật'],
  ['CBCC', 'cán bộ, công chức'],
  ['DVC', 'dịch vụ công'],
])('%s is the same as %s', (short, long) =>
  expect(foldPlanText(`Rà soát ${short}.`)).toBe(foldPlanText(`rà soát ${long}`)),
);

test.each([
  ['một hai ba', 'một hai ba', 1, 1],
  ['một hai ba', 'hai ba', 2 / 3, 1],
  ['một hai ba', 'hai ba bốn', 0.5, 0.5],
  ['một', 'một', 1, 1],
  ['một', 'hai', 0, 0],
  ['một hai', '', 0, 0],
  ['', '', 0, 0],
])('%s and %s', (a, b, dice, held) =>
  expect(likenessOf(wordPairs(a), wordPairs(b))).toEqual({ dice: expect.closeTo(dice), held: expect.closeTo(held) }),
);

test('against many at once, only those that share a pair', () => {
  const texts = ['một hai ba', 'bốn năm', 'hai ba'].map(wordPairs);
  const pairs = wordPairs('hai ba');
  expect([...likenessBy(texts)(pairs)]).toEqual([
    [0, likenessOf(pairs, wordPairs('một hai ba'))],
    [2, { dice: 1, held: 1 }],
  ]);
});
