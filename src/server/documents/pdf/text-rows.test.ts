import { describe, expect, test } from 'vitest';
import type { TextRun } from './page-content.ts';
import { runRows, textRows } from './text-rows.ts';

const run = (text: string, x: number, right: number, more: Partial<TextRun> = {}): TextRun => ({
  text,
  x,
  right,
  y: 100,
  size: 10,
  bold: false,
  spaced: false,
  ...more,
});
/** The texts of each row, its segments parted by " | ". */
const told = (runs: readonly TextRun[], columnGap = 2.4) =>
  textRows(runs, columnGap).map((row) => row.segments.map((segment) => segment.text).join(' | '));

describe('runs of one row', () => {
  test.each<[string, readonly TextRun[], string]>([
    ['next to each other', [run('Ủy', 0, 20), run('ban', 21.5, 40)], 'Ủyban'],
    ['a little apart', [run('Ủy', 0, 20), run('ban', 21.7, 40)], 'Ủy ban'],
    ['in any order', [run('ban', 22, 40), run('Ủy', 0, 20)], 'Ủy ban'],
    ['with a space in the file', [run('Ủy', 0, 20), run('ban', 20, 40, { spaced: true })], 'Ủy ban'],
    ['with one that is drawn over the letters', [run('Ủy', 0, 20), run('ban', 19, 40, { spaced: true })], 'Ủyban'],
    ['a space that is there already', [run('Ủy ', 0, 20), run('ban', 23, 40)], 'Ủy ban'],
    ['a space that comes with the second', [run('Ủy', 0, 20), run(' ban', 23, 40)], 'Ủy ban'],
    ['spaces at the ends', [run(' Ủy', 0, 20), run('ban ', 23, 40)], 'Ủy ban'],
    ['one column', [run('trái', 0, 20), run('phải', 44, 60)], 'trái phải'],
    ['two columns', [run('trái', 0, 20), run('phải', 44.5, 60)], 'trái | phải'],
    ['drawn twice for bold', [run('Đậm', 0, 20), run('Đậm', 0.9, 20.9)], 'Đậm'],
    ['said twice', [run('Đậm', 0, 20), run('Đậm', 1, 21)], 'ĐậmĐậm'],
    ['others at one place', [run('Đậm', 0, 20), run('Nhạt', 0, 20)], 'ĐậmNhạt'],
    ['a long one over a short one', [run('dài', 0, 60), run('ngắn', 10, 20), run('sau', 61, 80)], 'dàingắnsau'],
    [
      'a long one over a short one, then a column',
      [run('dài', 0, 60), run('ngắn', 10, 20), run('sau', 84.5, 90)],
      'dàingắn | sau',
    ],
    ['both sides of a letterhead', [run('XÃ A CỘNG HÒA XÃ HỘI', 0, 200)], 'XÃ A | CỘNG HÒA XÃ HỘI'],
    ['the right side near the left', [run('XÃ A', 0, 40), run('Độc lập - Tự do', 42, 200)], 'XÃ A | Độc lập - Tự do'],
    ['its motto without spaces', [run('XÃ A Độc lập-Tự do', 0, 200)], 'XÃ A | Độc lập-Tự do'],
    ['with more of them', [run('XÃ A Độc lập  –  Tự do', 0, 200)], 'XÃ A | Độc lập  –  Tự do'],
    ['at the width of a space and no more', [run('Ủy', -20, 0), run('ban', 1.6, 20)], 'Ủyban'],
    ['a space before the first', [run('Ủy', 0, 20, { spaced: true }), run('ban', 20, 40)], 'Ủyban'],
    ['the right side alone', [run('CỘNG HOÀ XÃ HỘI', 0, 200)], 'CỘNG HOÀ XÃ HỘI'],
  ])('%s', (_, runs, expected) => expect(told(runs)).toEqual([expected]));

  test('inside a cell nothing is apart', () =>
    expect(told([run('trái', 0, 20), run('phải', 400, 420)], Number.POSITIVE_INFINITY)).toEqual(['trái phải']));

  test('a letterhead is cut where its letters stand', () => {
    const [row] = textRows([run('XÃ A CỘNG HÒA XÃ HỘI', 100, 300)], 2.4);
    expect(row?.segments.map(({ x, right }) => [x, right])).toEqual([
      [100, 140],
      [150, 300],
    ]);
  });

  test('a segment is as large as its largest run, bold when all are, and stands where its first does', () => {
    const runs = [run('a', 5, 10, { bold: true, y: 101 }), run('b', 12, 20, { bold: true, size: 12 })];
    expect(textRows(runs, 2.4)[0]?.segments).toEqual([{ text: 'a b', x: 5, right: 20, y: 101, size: 12, bold: true }]);
    expect(textRows([...runs, run('c', 21, 25)], 2.4)[0]?.segments[0]?.bold).toBe(false);
  });
});

describe('rows', () => {
  test.each<[string, readonly TextRun[], readonly string[]]>([
    ['from top to bottom', [run('dưới', 0, 20, { y: 120 }), run('trên', 0, 20)], ['trên', 'dưới']],
    ['baselines near each other', [run('a', 0, 5), run('b', 10, 15, { y: 104 })], ['a b']],
    ['further apart', [run('a', 0, 5), run('b', 10, 15, { y: 104.1 })], ['a', 'b']],
    ['measured by the larger one', [run('a', 0, 5), run('B', 10, 25, { y: 108, size: 20 })], ['a B']],
    ['whichever comes first', [run('A', 0, 15, { size: 20 }), run('b', 18, 25, { y: 108 })], ['A b']],
    [
      'measured from the first of the row',
      [run('a', 0, 5), run('b', 10, 15, { y: 103 }), run('c', 20, 25, { y: 106 })],
      ['a b', 'c'],
    ],
  ])('%s', (_, runs, expected) => expect(told(runs)).toEqual(expected));

  test('hold their runs from left to right', () => {
    const [row] = runRows([run('c', 20, 25), run('a', 0, 5), run('b', 10, 15)]);
    expect(row?.runs.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  test('keep the height of their first run', () =>
    expect(runRows([run('b', 10, 15, { y: 103 }), run('a', 0, 5)]).map((row) => row.y)).toEqual([100]));
});
