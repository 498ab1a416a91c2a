import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignPositions } from './order.ts';

test.each([
  ['no row had a position', [null, null, null], [1_000, 2_000, 3_000]],
  ['all keep theirs', [1_000, 2_000, 3_000], [1_000, 2_000, 3_000]],
  ['a new row in the middle', [1_000, null, 2_000], [1_000, 1_500, 2_000]],
  ['two new rows at the end', [1_000, null, null], [1_000, 2_000, 3_000]],
  ['a new row in front', [null, 1_000], [500, 1_000]],
  ['one row went to the front', [3_000, 1_000, 2_000], [500, 1_000, 2_000]],
  ['no room: the order is made anew', [1, null, 2], [1_000, 2_000, 3_000]],
  ['the last gap goes on from the row before it', [500, null], [500, 1_500]],
  ['a gap of one', [1, null, 3], [1, 2, 3]],
  ['nothing', [], []],
])('%s', (_, former, positions) => expect(assignPositions(former)).toEqual(positions));

const rows = fc.array(
  fc.option(
    fc.integer({ min: 1, max: 60 }).map((n) => n * 100),
    { nil: null },
  ),
  { maxLength: 30 },
);

test('positions are strictly increasing, one for each row', () =>
  fc.assert(
    fc.property(rows, (former) => {
      const positions = assignPositions(former);
      expect(positions).toHaveLength(former.length);
      for (const [index, position] of positions.entries()) {
        expect(position).toBeGreaterThan(positions[index - 1] ?? 0);
      }
    }),
  ));

test('rows that were in order keep what they had', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 })), (numbers) => {
      const sorted = [...numbers].sort((a, b) => a - b);
      expect(assignPositions(sorted)).toEqual(sorted);
    }),
  ));
