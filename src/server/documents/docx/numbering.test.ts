import { describe, expect, test } from 'vitest';
import { p, tbl, tc, tr } from '../testing/make-docx.ts';
import { outline, read } from './made-parts.ts';
import { formatNumber } from './numbering.ts';

describe('automatic numbers', () => {
  const level = (index: number, format: string, pattern: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
  const startAt = (from: number) =>
    `<w:lvl w:ilvl="0"><w:start w:val="${from}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>`;
  const list = (id: number, inside: string, overrides = '') =>
    `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`;
  const item = (words: string, numId = 1, at = 0) =>
    p(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);

  test('count by level and begin anew under the next item', async () => {
    const numbering = list(
      1,
      level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2.') + level(2, 'lowerLetter', '%3)'),
    );
    const body =
      item('A') + item('B', 1, 1) + item('C', 1, 2) + item('D', 1, 2) + item('E', 1, 1) + item('F', 1, 2) + item('G');
    expect(await outline({ body, numbering })).toEqual([
      '{I.}A',
      '{I.1.}B',
      '{a)}C',
      '{b)}D',
      '{I.2.}E',
      '{a)}F',
      '{II.}G',
    ]);
    const { lines } = await read({ body, numbering });
    expect(lines.map((line) => line.level)).toEqual([0, 1, 2, 2, 1, 2, 0]);
  });

  test.each([
    ['decimal', '%1.', ['1.', '2.']],
    ['decimalZero', '%1', ['01', '02']],
    ['upperLetter', '%1.', ['A.', 'B.']],
    ['lowerRoman', '(%1)', ['(i)', '(ii)']],
    ['bullet', '-', ['-', '-']],
    ['bullet', ' + ', ['+', '+']],
    ['bullet', '-o', ['-o', '-o']],
    ['decimal', ' %1. ', ['1.', '2.']],
    ['decimal', '%1.%2.', ['1.1.', '2.1.']],
    ['bullet', '\uF0B7', ['•', '•']],
    ['bullet', 'o', ['•', '•']],
    ['bullet', '', [undefined, undefined]],
    ['none', '%1', [undefined, undefined]],
    ['ordinal', '%1', ['1', '2']],
  ])('%s %s', async (format, pattern, expected) => {
    const { lines } = await read({ body: item('a') + item('b'), numbering: list(1, level(0, format, pattern)) });
    expect(lines.map((line) => line.marker)).toEqual(expected);
  });

  test('a start, a start of one list over another, and a list that goes on', async () => {
    const numbering =
      list(1, startAt(5)) +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>';
    const body = item('a') + item('b') + item('c', 2) + item('d', 2) + item('e', 3);
    expect(await outline({ body, numbering })).toEqual(['{5.}a', '{6.}b', '{1.}c', '{2.}d', '{3.}e']);
    const later = numbering.replace('<w:startOverride w:val="1"/>', '<w:startOverride w:val="4"/>');
    expect(await outline({ body, numbering: later })).toEqual(['{5.}a', '{6.}b', '{4.}c', '{5.}d', '{6.}e']);
    const unsaid = numbering.replace('<w:startOverride w:val="1"/>', '<w:startOverride/>');
    expect(await outline({ body, numbering: unsaid })).toEqual(['{5.}a', '{6.}b', '{1.}c', '{2.}d', '{3.}e']);
  });

  test('a level of its own over the shared one', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerLetter', '%1)')}</w:lvlOverride>`;
    expect(await outline({ body: item('a') + item('b'), numbering: list(1, level(0, 'decimal', '%1.'), own) })).toEqual(
      ['{a)}a', '{b)}b'],
    );
  });

  test('a level of its own is for its list alone', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerLetter', '%1)')}</w:lvlOverride>`;
    const numbering = `${list(1, level(0, 'decimal', '%1.'), own)}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`;
    expect(await outline({ body: item('a') + item('b', 2), numbering })).toEqual(['{a)}a', '{2.}b']);
  });

  test('how a number is set off and aligned does not change how it counts', async () => {
    const look =
      '<w:suff w:val="space"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr>';
    const numbering = list(1, level(0, 'decimal', '%1.', look) + level(1, 'decimal', '%2)', look));
    const body = item('a') + item('b', 1, 1) + item('c') + item('d', 1, 1);
    expect(await outline({ body, numbering })).toEqual(['{1.}a', '{1)}b', '{2.}c', '{1)}d']);
  });

  test('a level that does not say how it looks writes nothing; values outside of a level are none', async () => {
    const numbering =
      '<w:start w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>' +
      list(1, '<w:start w:val="4"/><w:lvl w:ilvl="0"><w:start w:val="1"/></w:lvl>') +
      list(2, startAt(2));
    expect(await outline({ body: item('a') + item('b', 2), numbering })).toEqual(['a', '{2.}b']);
  });

  test('only the first line of an item has its number', async () => {
    const body =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>';
    const { lines } = await read({ body, numbering: list(1, level(0, 'decimal', '%1.')) });
    expect(lines.map((line) => line.marker)).toEqual(['1.', undefined]);
  });

  test('a level that never begins anew', async () => {
    const numbering = list(1, level(0, 'decimal', '%1.') + level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>'));
    const body = item('a') + item('b', 1, 1) + item('c') + item('d', 1, 1);
    expect(await outline({ body, numbering })).toEqual(['{1.}a', '{1)}b', '{2.}c', '{2)}d']);
  });

  test.each([
    [444, 'lowerRoman', 'cdxliv'],
    [999, 'upperRoman', 'CMXCIX'],
    [1990, 'lowerRoman', 'mcmxc'],
    [666, 'lowerRoman', 'dclxvi'],
    [5_000, 'lowerRoman', 'mmmmm'],
    [5_001, 'lowerRoman', '5001'],
    [1, 'lowerLetter', 'a'],
    [0, 'lowerLetter', '0'],
    [-1, 'upperRoman', '-1'],
  ])('%i as %s', (value, format, text) => expect(formatNumber(value, format)).toBe(text));

  test('a level that begins anew under one level and not under another', async () => {
    const numbering = list(
      1,
      level(0, 'decimal', '%1.') +
        level(1, 'decimal', '%2)') +
        level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'),
    );
    const body =
      item('a') + item('b', 1, 1) + item('c', 1, 2) + item('d', 1, 1) + item('e', 1, 2) + item('f') + item('g', 1, 2);
    expect(await outline({ body, numbering })).toEqual(['{1.}a', '{1)}b', '{a)}c', '{2)}d', '{b)}e', '{2.}f', '{a)}g']);
  });

  test('a list after one with a level of its own, a list of nothing, values that are no numbers', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerLetter', '%1)')}</w:lvlOverride>`;
    const numbering =
      list(1, level(0, 'decimal', '%1.'), own) +
      list(2, '<w:lvl w:ilvl="0"><w:start w:val="x"/><w:lvlText w:val="%1/"/></w:lvl>') +
      '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>' +
      '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="7"><w:startOverride w:val="4"/></w:lvlOverride></w:num>';
    const body = item('a') + item('b', 2) + item('c', 3) + item('d', 4, 7) + item('e', 2);
    expect(await outline({ body, numbering })).toEqual(['{a)}a', '{1/}b', 'c', 'd', '{2/}e']);
  });

  test('letters and Roman numbers beyond the first', async () => {
    const many = (format: string) =>
      read({
        body: Array.from({ length: 28 }, (_, at) => item(String(at))).join(''),
        numbering: list(1, level(0, format, '%1')),
      });
    expect((await many('lowerLetter')).lines.slice(25).map((line) => line.marker)).toEqual(['z', 'aa', 'bb']);
    const romans = (await many('upperRoman')).lines.map((line) => line.marker);
    expect([romans[3], romans[8], romans[13], romans[18], romans[27]]).toEqual(['IV', 'IX', 'XIV', 'XIX', 'XXVIII']);
  });

  test('by a style, taken away by the paragraph, unknown lists', async () => {
    const numbering = list(1, level(0, 'decimal', '%1.'));
    const styles = '<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body =
      p('a', '<w:pStyle w:val="List"/>') +
      p('b', '<w:pStyle w:val="List"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      item('c', 9) +
      p('d', '<w:pStyle w:val="List"/>');
    expect(await outline({ body, numbering, styles })).toEqual(['{1.}a', 'b', 'c', '{2.}d']);
    const { lines } = await read({ body, numbering, styles });
    expect(lines.map((line) => line.level)).toEqual([0, undefined, undefined, 0]);
  });

  test('an empty numbered paragraph keeps its number: the column of numbers in a table', async () => {
    const numbering = list(1, level(0, 'decimal', '%1'));
    const row = (words: string) => tr([tc(item('')), tc(p(words))]);
    expect(await outline({ body: tbl([row('một'), row('hai')]), numbering })).toEqual([
      '[2x2]',
      '0,0: {1}',
      '0,1: một',
      '1,0: {2}',
      '1,1: hai',
    ]);
    expect((await read({ body: tbl([row('một')]), numbering })).lines[0]?.bold).toBeUndefined();
  });
});
