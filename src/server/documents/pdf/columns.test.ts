import { describe, expect, test } from 'vitest';
import { findColumns, sidesOf } from './columns.ts';
import type { LayoutRow } from './page-layout.ts';

type Place = readonly [x: number, right: number];

const row = (y: number, ...places: readonly Place[]): LayoutRow => ({
  kind: 'row',
  y,
  segments: places.map(([x, right]) => ({ text: 'x', x, right, y, size: 12, bold: false })),
});
const first = row(100, [0, 100], [300, 400]);
const told = (rows: readonly LayoutRow[]) => {
  const found = findColumns(rows);
  return found && [found.rows.map(({ y }) => y), found.gutter];
};

describe('two columns without lines', () => {
  test.each<[string, readonly LayoutRow[], unknown]>([
    ['two rows', [first, row(115, [0, 100], [300, 400])], [[100, 115], 200]],
    ['parted where both are clear', [first, row(115, [0, 120], [260, 400])], [[100, 115], 190]],
    [
      'a row on the left between them',
      [first, row(115, [0, 150]), row(130, [0, 90], [310, 400])],
      [[100, 115, 130], 225],
    ],
    [
      'a row on the right between them',
      [first, row(115, [250, 390]), row(130, [0, 90], [310, 400])],
      [[100, 115, 130], 175],
    ],
    [
      'rows on one side after them are not theirs',
      [first, row(115, [0, 100], [300, 400]), row(130, [0, 90])],
      [[100, 115], 200],
    ],
    ['up to 60 points on', [first, row(160, [0, 100], [300, 400])], [[100, 160], 200]],
    ['no further', [first, row(160.5, [0, 100], [300, 400])], undefined],
    ['a strip of four points', [first, row(115, [0, 296], [302, 400])], [[100, 115], 298]],
    ['no narrower one', [first, row(115, [0, 296.5], [302, 400])], undefined],
    ['not over a text across the strip', [first, row(115, [50, 350]), row(130, [0, 100], [300, 400])], undefined],
    ['three texts end them', [first, row(115, [0, 90], [310, 350], [360, 400])], undefined],
    [
      'nor do they go on after those',
      [first, row(115, [0, 90], [310, 350], [360, 400]), row(130, [0, 100], [300, 400])],
      undefined,
    ],
    [
      'a text that begins where the left side ends parts nothing',
      [first, row(115, [100, 150]), row(130, [0, 100], [300, 400])],
      undefined,
    ],
    ['one row alone', [first], undefined],
    ['one text', [row(100, [0, 100]), row(115, [0, 100], [300, 400])], undefined],
    ['three texts', [row(100, [0, 50], [100, 150], [300, 400]), row(115, [0, 100], [300, 400])], undefined],
    ['no rows', [], undefined],
  ])('%s', (_, rows, expected) => expect(told(rows)).toEqual(expected));

  test('each text is of one side', () => {
    const [left, right] = sidesOf(row(100, [0, 100], [200, 250], [300, 400]), 200);
    expect([left.map(({ x }) => x), right.map(({ x }) => x)]).toEqual([[0], [200, 300]]);
  });
});
