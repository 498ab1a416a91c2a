import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Affine, affineOf, apply, identity, multiply } from './affine.ts';

const number = fc.integer({ min: -50, max: 50 });
const matrices = fc.tuple(number, number, number, number, number, number);

describe('matrices', () => {
  test.each<[string, Affine, readonly [number, number]]>([
    ['nothing', identity, [3, 5]],
    ['moves', [1, 0, 0, 1, 10, 20], [13, 25]],
    ['makes larger', [2, 0, 0, 4, 0, 0], [6, 20]],
    ['turns', [0, 1, -1, 0, 0, 0], [-5, 3]],
    ['turns upside down', [1, 0, 0, -1, 0, 842], [3, 837]],
  ])('one that %s', (_, matrix, place) => expect(apply(matrix, 3, 5)).toEqual(place));

  test('one after the other', () => {
    fc.assert(
      fc.property(matrices, matrices, number, number, (outer, inner, x, y) => {
        expect(apply(multiply(outer, inner), x, y)).toEqual(apply(outer, ...apply(inner, x, y)));
      }),
    );
  });

  test('of a list, what is missing being nothing', () => {
    expect(affineOf([1, '2', 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(affineOf([1])).toEqual([1, 0, 0, 0, 0, 0]);
  });
});
