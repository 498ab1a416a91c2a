import { describe, expect, test } from 'vitest';
import { p, tbl, tc, tr } from '../testing/make-docx.ts';
import { outline, read } from './made-parts.ts';

describe('tables', () => {
  const cell = (words: string, properties = '') => tc(p(words), properties);

  test('cells, their paragraphs and line breaks', async () => {
    const body = tbl([tr([tc(p('1.')), tc(p('- Kế hoạch;') + p('- Báo cáo.'))])]);
    expect(await outline(p('trước') + body + p('sau'))).toEqual([
      'trước',
      '[1x2]',
      '0,0: 1.',
      '0,1: - Kế hoạch; / - Báo cáo.',
      'sau',
    ]);
  });

  test('merged columns and rows', async () => {
    const body = tbl(
      [
        tr([cell('TT', '<w:vMerge w:val="restart"/>'), cell('Cơ quan', '<w:gridSpan w:val="2"/>')]),
        tr([cell('', '<w:vMerge/>'), cell('chủ trì'), cell('phối hợp')]),
        tr([cell('1'), cell('a'), cell('b')]),
      ],
      [1_000, 2_000, 2_000],
    );
    expect(await outline(body)).toEqual([
      '[3x3]',
      '0,0(2x1): TT',
      '0,1(1x2): Cơ quan',
      '1,1: chủ trì',
      '1,2: phối hợp',
      '2,0: 1',
      '2,1: a',
      '2,2: b',
    ]);
  });

  test('text of a continued cell is kept; one that continues nothing stands alone', async () => {
    const body = tbl([
      tr([cell('a', '<w:vMerge/>'), cell('b')]),
      tr([cell('c', '<w:vMerge w:val="continue"/>'), cell('d')]),
      tr([cell('e', '<w:gridSpan w:val="2"/><w:vMerge/>')]),
    ]);
    expect(await outline(body)).toEqual(['[3x2]', '0,0(2x1): a / c', '0,1: b', '1,1: d', '2,0(1x2): e']);
  });

  test('a merge below the first row goes on over many; a new one begins where it says so', async () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const body = tbl([
      tr([cell('a', restart), cell('b')]),
      tr([cell('c', restart), cell('d')]),
      tr([cell('', '<w:vMerge/>'), cell('e')]),
      tr([cell('', '<w:vMerge/>'), cell('f')]),
    ]);
    expect(await outline(body)).toEqual(['[4x2]', '0,0: a', '0,1: b', '1,0(3x1): c', '1,1: d', '2,1: e', '3,1: f']);
  });

  test('other properties of rows and cells are no merges and no deletions', async () => {
    const body = tbl([
      tr([cell('a', '<w:tcW w:w="10"/>'), cell('b', '<w:cellDel w:val="0"/>')], '<w:trHeight w:val="10"/>'),
      tr([cell('c', '<w:hMerge w:val="restart"/>'), cell('d', '<w:hMerge w:val="restart"/>')]),
    ]);
    expect(await outline(body)).toEqual(['[2x2]', '0,0: a', '0,1: b', '1,0: c', '1,1: d']);
  });

  test('without widths no edges are near', async () => {
    const body = tbl([
      tr([cell('a'), cell('b', '<w:gridSpan w:val="2"/>')]),
      tr([cell('c', '<w:gridSpan w:val="2"/>'), cell('d')]),
    ]);
    expect(await outline(body)).toEqual(['[2x3]', '0,0: a', '0,1(1x2): b', '1,0(1x2): c', '1,2: d']);
  });

  test('rows that begin late, old horizontal merges', async () => {
    const body = tbl([
      tr([cell('a'), cell('b'), cell('c')]),
      tr([cell('d'), cell('e')], '<w:gridBefore w:val="1"/>'),
      tr([cell('f', '<w:hMerge w:val="restart"/>'), cell('g', '<w:hMerge/>'), cell('h')]),
    ]);
    expect(await outline(body)).toEqual([
      '[3x3]',
      '0,0: a',
      '0,1: b',
      '0,2: c',
      '1,1: d',
      '1,2: e',
      '2,0(1x2): f / g',
      '2,2: h',
    ]);
  });

  test('edges a hair apart are one edge, a narrow column of its own is one too', async () => {
    const careless = tbl(
      [tr([cell('a'), cell('b', '<w:gridSpan w:val="2"/>')]), tr([cell('c', '<w:gridSpan w:val="2"/>'), cell('d')])],
      [2_000, 50, 2_000],
    );
    expect(await outline(careless)).toEqual(['[2x2]', '0,0: a', '0,1: b', '1,0: c', '1,1: d']);
    const twoMillimetres = careless.replace('w:w="50"', 'w:w="113"');
    expect((await outline(twoMillimetres))[0]).toBe('[2x3]');
    expect((await outline(careless.replace('w:w="50"', 'w:w="112"')))[0]).toBe('[2x2]');
    const narrow = tbl([tr([cell('a'), cell('b'), cell('c')])], [2_000, 50, 2_000]);
    expect(await outline(narrow)).toEqual(['[1x3]', '0,0: a', '0,1: b', '0,2: c']);
    const apart = tbl(
      [tr([cell('a'), cell('b', '<w:gridSpan w:val="2"/>')]), tr([cell('c', '<w:gridSpan w:val="2"/>'), cell('d')])],
      [2_000, 500, 2_000],
    );
    expect(await outline(apart)).toEqual(['[2x3]', '0,0: a', '0,1(1x2): b', '1,0(1x2): c', '1,2: d']);
  });

  test('a frame of one column is no table; a table inside a cell gives its lines', async () => {
    const inner = tbl([tr([cell('x'), cell('y')]), tr([cell('z'), cell('w')])]);
    expect(await outline(tbl([tr([tc(p('khung') + inner)])]))).toEqual([
      'khung',
      '[2x2]',
      '0,0: x',
      '0,1: y',
      '1,0: z',
      '1,1: w',
    ]);
    expect(await outline(tbl([tr([tc(p('a') + inner + p('b')), cell('c')])]))).toEqual([
      '[1x2]',
      '0,0: a / x / y / z / w / b',
      '0,1: c',
    ]);
  });

  test('ids follow the reading order and every line is in one block', async () => {
    const { lines, blocks } = await read(p('a') + tbl([tr([cell('b'), cell('c')])]) + p('d'));
    const used = blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.flatMap((one) => one.lines) : block.lines,
    );
    expect(used).toEqual([0, 1, 2, 3]);
    expect(lines.map((line) => line.id)).toEqual(used);
    expect(blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))).toEqual([0]);
  });
});
