import { describe, expect, test } from 'vitest';
import { findFurniture } from './furniture.ts';
import type { LayoutRow, LayoutTable, PageLayout } from './page-layout.ts';

type Row = readonly [y: number, ...texts: string[]];

const rowOf = ([y, ...texts]: Row): LayoutRow => ({
  kind: 'row',
  y,
  segments: texts.map((text, at) => ({ text, x: at * 100, right: at * 100 + 50, y, size: 12, bold: false })),
});
const pageOf = (number: number, items: readonly (LayoutRow | LayoutTable)[]): PageLayout => ({
  number,
  width: 595,
  height: 842,
  isPicture: false,
  items,
});

/** Pages of these rows, each with text of its own between the first rows and the last ones. */
const pages = (...all: readonly (readonly [above: readonly Row[], below: readonly Row[]])[]) =>
  all.map(([above, below], index) => {
    const words = 'abcdefgh'.charAt(index);
    const text = [100, 120, 140, 160, 180].map((y): Row => [y, words.repeat(y / 20)]);
    return pageOf(index + 1, [...above, ...text, ...below].map(rowOf));
  });
const told = (layouts: readonly PageLayout[]) => {
  const furniture = findFurniture(layouts);
  return layouts.flatMap((page) =>
    page.items.flatMap((item) =>
      item.kind === 'row' && furniture.has(item) ? [item.segments.map(({ text }) => text).join('|')] : [],
    ),
  );
};
const feet = (...texts: readonly string[]) => pages(...texts.map((text) => [[], [[800, text]]] as const));

describe('page numbers', () => {
  test.each([
    [['1', '2']],
    [['11', '12']],
    [['2022', '2023']],
    [['- 1 -', '- 2 -']],
    [['–1–', '–2–']],
    [['-  1  -', '-  2  -']],
    [['Trang 1', 'Trang 2']],
    [['Trang  1', 'Trang  2']],
    [['TRANG1', 'TRANG2']],
    [['1/3', '2/3']],
    [['1 / 12', '2 / 12']],
    [['1  /  12', '2  /  12']],
    [['Trang 1 trên 3', 'Trang 2 trên 3']],
    [['1']],
  ])('%j', (texts) => expect(told(feet(...texts))).toEqual(texts));

  test.each([
    [['1x', '2x']],
    [['x1', 'x2']],
    [['1 đồng', '2 đồng']],
    [['trangx1', 'trangx2']],
    [['1 xx / 3', '2 xx / 3']],
    [['1 / xx', '2 / xx']],
    [['11111', '11112']],
    [['7', '3']],
    [['7']],
    [['2']],
  ])('not %j', (texts) => expect(told(feet(...texts))).toEqual([]));

  test('two numbers beside each other are none', () => {
    expect(told(pages([[], [[800, '1', '2']]], [[], [[800, '1', '3']]]))).toEqual([]);
  });

  test('those that keep step, not a number beside them', () => {
    const numbered = (number: string) => [[[40, '5']], [[800, number]]] as const;
    expect(told(pages(numbered('1'), numbered('2'), numbered('3')))).toEqual(['1', '2', '3']);
  });
});

describe('running heads', () => {
  const headed = (count: number, plain: number, head: (page: number) => Row) =>
    pages(
      ...Array.from({ length: count }, (_, at) => [[head(at + 1)], []] as const),
      ...Array.from({ length: plain }, () => [[], []] as const),
    );

  test('of three pages and of half of all', () => {
    const head = (): Row => [40, 'Kế hoạch'];
    expect(told(headed(2, 0, head))).toEqual([]);
    expect(told(headed(3, 0, head))).toHaveLength(3);
    expect(told(headed(3, 3, head))).toHaveLength(3);
    expect(told(headed(3, 4, head))).toEqual([]);
  });

  test('with numbers that change, at about the same height', () => {
    expect(told(headed(3, 0, (page) => [40, `Số ${page + 7}`]))).toEqual(['Số 8', 'Số 9', 'Số 10']);
    expect(told(headed(3, 0, (page) => [39 + page, 'Kế hoạch']))).toHaveLength(3);
    expect(told(headed(3, 0, (page) => [page * 20, 'Kế hoạch']))).toEqual([]);
  });

  test('a text twice on one page is on one page', () => {
    const twice = [
      [
        [40, 'Kế hoạch'],
        [41, 'Kế hoạch'],
      ],
      [],
    ] as const;
    expect(told(pages(twice, twice))).toEqual([]);
  });

  test('two rows at either end and no more, up to the first row of the text', () => {
    const above = [
      [20, 'một'],
      [40, 'hai'],
      [60, 'ba'],
    ] as const;
    const below = [
      [760, 'bốn'],
      [780, 'năm'],
      [800, 'sáu'],
    ] as const;
    const page = [above, below] as const;
    expect(told(pages(page, page, page)).slice(0, 4)).toEqual(['một', 'hai', 'năm', 'sáu']);
    const under = (number: string) =>
      [
        [],
        [
          [780, 'chân trang'],
          [800, `${number}${number} chữ của trang`],
        ],
      ] as const;
    expect(told(pages(under('a'), under('b'), under('c')))).toEqual([]);
  });

  test('a table at the end of a page is no furniture', () => {
    const table: LayoutTable = { kind: 'table', top: 20, xs: [0, 10], rowCount: 1, cells: [] };
    const layouts = [1, 2, 3].map((number) => pageOf(number, [table, rowOf([40, 'Kế hoạch'])]));
    expect(told(layouts)).toHaveLength(3);
    expect([...findFurniture(layouts)]).not.toContain(table);
  });
});
