import { describe, expect, test } from 'vitest';
import type { Ruling } from './page-content.ts';
import { findGrids } from './ruled-grid.ts';

const across = (y: number, x1 = 0, x2 = 200): Ruling => ({ x1, x2, y1: y, y2: y });
const down = (x: number, y1 = 0, y2 = 100): Ruling => ({ x1: x, x2: x, y1, y2 });

/** A grid in short: its edges, and each cell as row,column and what it spans. */
const told = (rulings: readonly Ruling[]) =>
  findGrids(rulings).map(({ xs, ys, cells }) => ({
    xs: xs.join(' '),
    ys: ys.join(' '),
    cells: cells
      .map(({ row, column, rowSpan, columnSpan }) => {
        const span = rowSpan * columnSpan > 1 ? `(${rowSpan}x${columnSpan})` : '';
        return `${row},${column}${span}`;
      })
      .join(' '),
  }));

const frame = [across(0), across(100), down(0), down(200)];
const four = '0,0 0,1 1,0 1,1';

describe('tables that lines draw', () => {
  test.each<[string, readonly Ruling[], string, string, string]>([
    ['all lines', [...frame, across(50), down(100)], '0 100 200', '0 50 100', four],
    ['in any order', [down(100), across(50), ...frame.toReversed()], '0 100 200', '0 50 100', four],
    [
      'two columns merged in the first row',
      [...frame, across(50), down(100, 50, 100)],
      '0 100 200',
      '0 50 100',
      '0,0(1x2) 1,0 1,1',
    ],
    [
      'two rows merged in the first column',
      [...frame, across(50, 100, 200), down(100)],
      '0 100 200',
      '0 50 100',
      '0,0(2x1) 0,1 1,1',
    ],
    [
      'two rows merged in the last column',
      [...frame, across(50, 0, 100), down(100)],
      '0 100 200',
      '0 50 100',
      '0,0 0,1(2x1) 1,0',
    ],
    ['open at the sides', [across(0), across(50), across(100), down(100)], '0 100 200', '0 50 100', four],
    [
      'open above and below',
      [across(50), across(60), down(0), down(100), down(200)],
      '0 100 200',
      '0 50 60 100',
      '0,0 0,1 1,0 1,1 2,0 2,1',
    ],
    [
      'an end a little way out is no column',
      [across(0), across(100), down(7.5), down(100), down(192.5)],
      '7.5 100 192.5',
      '0 100',
      '0,0 0,1',
    ],
    [
      'one further out is',
      [across(0), across(100), down(8), down(100), down(192)],
      '0 8 100 192 200',
      '0 100',
      '0,0 0,1 0,2 0,3',
    ],
    ['a line drawn twice', [...frame, across(50), across(52.5), down(100), down(102.5)], '0 100 200', '0 50 100', four],
    ['two lines near each other', [...frame, down(100), down(103)], '0 100 103 200', '0 100', '0,0 0,1 0,2'],
    ['a line in pieces', [...frame, down(100, 0, 49), down(100, 51.5, 100)], '0 100 200', '0 100', '0,0 0,1'],
    [
      'a line over half a cell is one',
      [...frame, down(100, 0, 51), down(150)],
      '0 100 150 200',
      '0 100',
      '0,0 0,1 0,2',
    ],
    [
      'over half and no more is none',
      [...frame, down(100, 0, 50), down(150)],
      '0 100 150 200',
      '0 100',
      '0,0(1x2) 0,2',
    ],
    [
      'a line that nearly meets the others',
      [across(0, 0, 197.5), across(100), down(0), down(200, 2.5, 97.5), down(100)],
      '0 100 200',
      '0 100',
      '0,0 0,1',
    ],
    [
      'pieces of near lines that do not meet stay pieces',
      [...frame, across(50), down(100, 50, 100), down(101, 0, 20)],
      '0 100 200',
      '0 50 100',
      '0,0(1x2) 1,0 1,1',
    ],
    [
      'pieces one above the other, a little aside, are one edge',
      [...frame, across(50), down(50), down(100, 0, 46), down(102.5, 54, 100)],
      '0 50 100 200',
      '0 50 100',
      '0,0 0,1 0,2 1,0 1,1 1,2',
    ],
    [
      'as far out as the longest line',
      [across(0), across(50, 20, 180), across(100, 20, 180), down(50), down(100), down(150)],
      '0 50 100 150 200',
      '0 50 100',
      '0,0 0,1 0,2 0,3 1,0 1,1 1,2 1,3',
    ],
    [
      'as many lines as a table may have',
      [...Array.from({ length: 3_994 }, () => down(0)), ...frame, across(50), down(100)],
      '0 100 200',
      '0 50 100',
      four,
    ],
  ])('%s', (_, rulings, xs, ys, cells) => expect(told(rulings)).toEqual([{ xs, ys, cells }]));

  test.each<[string, readonly Ruling[]]>([
    ['nothing', []],
    ['a frame around one text', frame],
    ['one line across', [across(50), down(0), down(100), down(200)]],
    ['lines that do not meet', [across(0, 10, 90), across(100, 10, 90), down(0), down(100), down(200)]],
    ['lines that begin behind the others', [across(0, 100), across(100, 100), down(0), down(50), down(90)]],
    ['a drawing', Array.from({ length: 4_001 }, (_, at) => (at % 2 === 0 ? across(at % 100) : down(at % 100)))],
  ])('no table: %s', (_, rulings) => expect(told(rulings)).toEqual([]));

  test('two of them, from top to bottom', () => {
    const table = (y: number, x: number) => [
      across(y, x, x + 200),
      across(y + 20, x, x + 200),
      ...[x, x + 100, x + 200].map((edge) => down(edge, y, y + 20)),
    ];
    const both = ['100 120', '300 320'];
    expect(told([...table(300, 0), ...table(100, 50)]).map(({ ys }) => ys)).toEqual(both);
    expect(told([...table(300, 50), ...table(100, 0)]).map(({ ys }) => ys)).toEqual(both);
  });
});
