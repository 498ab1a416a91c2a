import { describe, expect, test } from 'vitest';
import type { Ruling, TextRun } from './page-content.ts';
import { layoutOf } from './page-layout.ts';

/** A run of letters five points wide. */
const run = (text: string, x: number, y: number, more: Partial<TextRun> = {}): TextRun => ({
  text,
  x,
  right: x + text.length * 5,
  y,
  size: 10,
  bold: false,
  spaced: false,
  ...more,
});
const across = (y: number, x1 = 50, x2 = 500): Ruling => ({ x1, x2, y1: y, y2: y });
const down = (x: number, y1 = 100, y2 = 160): Ruling => ({ x1: x, x2: x, y1, y2 });
/** Three columns from 50 over 100 and 300 to 500, two rows from 100 over 130 to 160. */
const table = [across(100), across(130), across(160), ...[50, 100, 300, 500].map((x) => down(x))];

const pageOf = (runs: readonly TextRun[], rulings: readonly Ruling[]) => ({
  number: 3,
  width: 595,
  height: 842,
  isPicture: false,
  runs,
  rulings,
});
/** What stands on a page from top to bottom: rows as their texts, tables as their filled cells. */
const told = (runs: readonly TextRun[], rulings: readonly Ruling[] = table) =>
  layoutOf(pageOf(runs, rulings)).items.flatMap((item) => {
    if (item.kind === 'row') return [item.segments.map(({ text }) => text).join(' | ')];
    const cells = item.cells.filter(({ segments }) => segments.length > 0);
    return cells.map(
      ({ row, column, segments }) => `${row},${column}: ${segments.map(({ text }) => text).join(' / ')}`,
    );
  });

describe('text and the cells it stands in', () => {
  test.each<[string, readonly TextRun[], readonly string[]]>([
    ['each in its own', [run('a', 60, 115), run('b', 110, 115), run('c', 310, 150)], ['0,0: a', '0,1: b', '1,2: c']],
    ['two lines of one', [run('một', 110, 112), run('hai', 110, 124)], ['0,1: một / hai']],
    ['two texts of one line, far apart', [run('một', 110, 115), run('hai', 280, 115)], ['0,1: một hai']],
    ['around the table', [run('trên', 60, 90), run('a', 60, 115), run('dưới', 60, 180)], ['trên', '0,0: a', 'dưới']],
    [
      'left and right of it',
      [run('trái', 20, 115), run('a', 60, 115), run('phải', 520, 115)],
      ['0,0: a', 'trái | phải'],
    ],
    ['with letters that reach below the line of its row', [run('a', 60, 132), run('b', 60, 134)], ['0,0: a', '1,0: b']],
    ['right at an edge', [run('ab', 95, 115), run('cd', 45, 115), run('ef', 495, 115)], ['0,0: cd', '0,1: ab', 'ef']],
    ['right at the upper edge', [run('a', 60, 103)], ['0,0: a']],
    ['right at the lower edge', [run('a', 60, 115), run('b', 60, 163)], ['0,0: a', 'b']],
    ['right at the edge of a row', [run('a', 60, 133)], ['1,0: a']],
  ])('%s', (_, runs, expected) => expect(told(runs)).toEqual(expected));

  test('a run over an edge is cut at its words', () => {
    expect(told([run('Tư pháp', 280, 115)])).toEqual(['0,1: Tư', '0,2: pháp']);
    expect(told([run('Tư pháp Hộ tịch', 270, 115)])).toEqual(['0,1: Tư pháp', '0,2: Hộ tịch']);
    expect(told([run('Rà soát văn bản Tư pháp', 220, 115)])).toEqual(['0,1: Rà soát văn bản', '0,2: Tư pháp']);
    expect(told([run('1 Rà soát', 90, 115), run('a', 60, 150)])).toEqual(['0,0: 1', '0,1: Rà soát', '1,0: a']);
  });

  test('the words of a run over the side of the table stand beside it', () => {
    expect(told([run('trong ngoài bảng', 459, 115)])).toEqual(['0,2: trong', 'ngoài bảng']);
  });

  test('a run that reaches over an edge by half a letter is not cut', () => {
    expect(told([run('hai từ', 275, 115)])).toEqual(['0,1: hai từ']);
    expect(told([run('hai từ', 276, 115)])).toEqual(['0,1: hai', '0,2: từ']);
    expect(told([run('à bốn', 295, 115)])).toEqual(['0,2: à bốn']);
    expect(told([run('à bốn', 294, 115)])).toEqual(['0,1: à', '0,2: bốn']);
  });

  test('a text above the table stays as it is, however wide', () => {
    expect(told([run('Biểu số 1:      danh mục  nhiệm vụ', 60, 90), run('a', 60, 115)])).toEqual([
      'Biểu số 1:      danh mục  nhiệm vụ',
      '0,0: a',
    ]);
  });
});

describe('what is on a page', () => {
  test('an empty grid is no table, one that is filled has all its cells', () => {
    expect(layoutOf(pageOf([run('a', 60, 50)], table)).items.map(({ kind }) => kind)).toEqual(['row']);
    const [found] = layoutOf(pageOf([run('a', 60, 115)], table)).items;
    expect(found).toMatchObject({ kind: 'table', top: 100, xs: [50, 100, 300, 500], rowCount: 2 });
    expect(found?.kind === 'table' && found.cells.map(({ segments }) => segments.length)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test('two tables, each with its own text', () => {
    const second = [across(300), across(330), ...[50, 200, 500].map((x) => down(x, 300, 330))];
    expect(told([run('b', 60, 315), run('giữa', 60, 200), run('a', 60, 115)], [...second, ...table])).toEqual([
      '0,0: a',
      'giữa',
      '0,0: b',
    ]);
  });

  test('columns without lines are not looked for beside a ruled table', () => {
    const head = [50, 150, 300].map((x, at) => run(['Nội dung', 'Chủ trì', 'Sản phẩm'][at] ?? '', x, 300));
    const below = [50, 150, 300].map((x) => run('chữ', x, 315));
    expect(told([...head, ...below], [])).toEqual(['0,0: Nội dung / chữ', '0,1: Chủ trì / chữ', '0,2: Sản phẩm / chữ']);
    expect(told([run('a', 60, 115), ...head, ...below])).toEqual([
      '0,0: a',
      'Nội dung | Chủ trì | Sản phẩm',
      'chữ | chữ | chữ',
    ]);
  });

  test('its number and its size', () => {
    expect(layoutOf({ ...pageOf([], []), isPicture: true })).toEqual({
      number: 3,
      width: 595,
      height: 842,
      isPicture: true,
      items: [],
    });
  });
});
