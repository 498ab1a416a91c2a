import { describe, expect, test } from 'vitest';
import { DocumentBuilder } from '../document-builder.ts';
import { outlineOf } from '../testing/outline.ts';
import type { LayoutRow, LayoutTable, PageLayout } from './page-layout.ts';
import { PdfWriter } from './pdf-writer.ts';
import type { Segment } from './text-rows.ts';

const segment = (text: string, x: number, y: number): Segment => ({
  text,
  x,
  right: x + text.length * 6,
  y,
  size: 12,
  bold: false,
});
const row = (y: number, ...texts: readonly (readonly [x: number, text: string])[]): LayoutRow => ({
  kind: 'row',
  y,
  segments: texts.map(([x, text]) => segment(text, x, y)),
});
/** A table of one row, a word in each column. */
const table = (top: number, xs: readonly number[], ...words: readonly string[]): LayoutTable => ({
  kind: 'table',
  top,
  xs,
  rowCount: 1,
  cells: words.map((word, column) => ({
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: 1,
    segments: [segment(word, xs[column] ?? 0, top + 12)],
  })),
});

/** What is written of pages of these items; an empty page shows a picture. */
const written = (pages: readonly (readonly (LayoutRow | LayoutTable)[])[], furniture: readonly LayoutRow[] = []) => {
  const builder = new DocumentBuilder('pdf');
  const writer = new PdfWriter(builder, new Set(furniture));
  for (const [index, items] of pages.entries()) {
    const page: PageLayout = { number: index + 1, width: 595, height: 842, items, isPicture: items.length === 0 };
    writer.writePage(page);
  }
  writer.finish();
  return outlineOf(builder.finish());
};

describe('rows of two texts', () => {
  const sides = (y: number, left: string, right: string) => row(y, [57, left], [300, right]);

  test('are columns between what stands before and after them', () => {
    const items = [row(60, [57, 'trước']), sides(100, 'a', 'b'), sides(115, 'c', 'd'), row(200, [57, 'sau'])];
    expect(written([items])).toEqual(['trước', '[2x2]', '0,0: a', '0,1: b', '1,0: c', '1,1: d', 'sau']);
  });

  test('are none when a table or a page number parts them', () => {
    const between = table(105, [50, 100, 500], 'x', 'y');
    expect(written([[sides(100, 'a', 'b'), between, sides(130, 'c', 'd')]])).toEqual([
      'a',
      'b',
      '[1x2]',
      '0,0: x',
      '0,1: y',
      'c',
      'd',
    ]);
    const number = row(110, [295, '1']);
    const shown = written([[sides(100, 'a', 'b'), number, sides(120, 'c', 'd')]], [number]);
    expect(shown.filter((line) => line.startsWith('['))).toEqual([]);
  });
});

describe('a table on the next page', () => {
  const xs = [50, 100, 300, 500];
  const first = table(700, xs, 'a', 'b', 'c');

  test.each<[string, LayoutTable, readonly string[]]>([
    ['the same columns', table(60, xs, 'd', 'e', 'f'), ['[2x3]']],
    ['four points aside', table(60, [54, 96, 304, 496], 'd', 'e', 'f'), ['[2x3]']],
    ['one column further aside', table(60, [50, 105, 300, 500], 'd', 'e', 'f'), ['[1x3]', '[1x3]']],
    ['the left side further aside', table(60, [55, 100, 300, 500], 'd', 'e', 'f'), ['[1x3]', '[1x3]']],
    ['the right side further aside', table(60, [50, 100, 300, 505], 'd', 'e', 'f'), ['[1x3]', '[1x3]']],
    ['fewer columns', table(60, [50, 300, 500], 'd', 'e'), ['[2x3]']],
    ['more columns', table(60, [50, 100, 200, 300, 500], 'd', 'e', 'f', 'g'), ['[2x4]']],
    ['without the first column', table(60, [100, 300, 500], 'd', 'e'), ['[1x3]', '[1x2]']],
    ['without the last column', table(60, [50, 100, 300], 'd', 'e'), ['[1x3]', '[1x2]']],
  ])('%s', (_, second, tables) => {
    expect(written([[first], [second]]).filter((line) => line.startsWith('['))).toEqual(tables);
  });

  test('cells keep their columns when the edges are a little aside', () => {
    expect(written([[first], [table(60, [54, 104, 296, 504], 'd', 'e', 'f')]])).toEqual([
      '[2x3]',
      ...['0,0: a', '0,1: b', '0,2: c', '1,0: d', '1,1: e', '1,2: f'],
    ]);
    expect(written([[table(700, [54, 296, 504], 'a', 'b')], [table(60, xs, 'd', 'e', 'f')]])).toEqual([
      '[2x3]',
      ...['0,0(1x2): a', '0,2: b', '1,0: d', '1,1: e', '1,2: f'],
    ]);
  });

  test('not over a page that only shows a picture, nor over a text', () => {
    const second = table(60, xs, 'd', 'e', 'f');
    const tables = ['[1x3]', '0,0: a', '0,1: b', '0,2: c'];
    const next = ['[1x3]', '0,0: d', '0,1: e', '0,2: f'];
    const picture = '(Trang 2 chỉ có hình ảnh, chưa đọc được chữ)';
    expect(written([[first], [], [second]])).toEqual([...tables, picture, ...next]);
    expect(written([[row(60, [57, 'trước'])], [], [row(60, [57, 'sau'])]])).toEqual(['trước', picture, 'sau']);
    expect(written([[first, row(780, [57, 'giữa'])], [second]])).toEqual([...tables, 'giữa', ...next]);
  });

  test('not over a page that only has its number', () => {
    const number = row(800, [295, '2']);
    const shown = written([[first], [number], [table(60, xs, 'd', 'e', 'f')]], [number]);
    expect(shown.filter((line) => line.startsWith('['))).toEqual(['[1x3]', '[1x3]']);
  });

  test('over three pages', () => {
    const shown = written([[first], [table(60, xs, 'd', 'e', 'f')], [table(60, xs, 'g', 'h', 'i')]]);
    expect(shown.slice(-3)).toEqual(['2,0: g', '2,1: h', '2,2: i']);
  });
});
