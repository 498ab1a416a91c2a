import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { type DocxParts, makeDocx, p, tbl, tc, tr } from '../testing/make-docx.ts';
import { outlineOf } from '../testing/outline.ts';

const read = async (parts: DocxParts | string) =>
  readDocument(makeDocx(typeof parts === 'string' ? { body: parts } : parts), 'kế hoạch.docx');
const outline = async (parts: DocxParts | string) => outlineOf(await read(parts));

const run = (inside: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inside}</w:r>`;
const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;

describe('paragraphs', () => {
  test.each([
    ['runs are joined', `<w:p>${run(text('Ủy ban '))}${run(text('nhân dân'))}</w:p>`, ['Ủy ban nhân dân']],
    ['empty ones are left out', `${p('một')}<w:p/>${p('  ')}${p('hai')}`, ['một', 'hai']],
    [
      'a line break makes a line',
      `<w:p>${run(`${text('một')}<w:br/>${text('hai')}<w:cr/>${text('ba')}`)}</w:p>`,
      ['một / hai / ba'],
    ],
    ['a page break too', `<w:p>${run(`${text('một')}<w:br w:type="page"/>${text('hai')}`)}</w:p>`, ['một / hai']],
    ['a tab is kept', `<w:p>${run(`${text('a')}<w:tab/>${text('b')}`)}</w:p>`, ['a\tb']],
    ['a tab stop is no tab', p('a', '<w:tabs><w:tab w:val="left" w:pos="10"/></w:tabs>'), ['a']],
    ['hyphens', `<w:p>${run(`${text('QĐ')}<w:noBreakHyphen/>${text('UBND')}<w:softHyphen/>`)}</w:p>`, ['QĐ-UBND']],
    ['a symbol', `<w:p>${run(`<w:sym w:font="Wingdings" w:char="F0A7"/>${text(' a')}`)}</w:p>`, ['• a']],
    ['a symbol of a text font', `<w:p>${run('<w:sym w:font="Arial" w:char="0110"/>')}</w:p>`, ['Đ']],
    ['a hyperlink', `<w:p><w:hyperlink>${run(text('cổng'))}</w:hyperlink></w:p>`, ['cổng']],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>${p('a')}</w:sdtContent></w:sdt>`,
      ['a'],
    ],
    ['a formula', `<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`, ['x']],
    [
      'field codes',
      `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>PAGE</w:instrText>')}${run(text('3'))}</w:p>`,
      ['3'],
    ],
    [
      'hidden text',
      `<w:p>${run(text('ẩn'), '<w:vanish/>')}${run(text('hiện'), '<w:vanish w:val="0"/>')}</w:p>`,
      ['hiện'],
    ],
    ['entities', p('A &amp; B &lt; &#x1EA1;'), ['A & B < ạ']],
    ['decomposed letters become NFC', p('Hộ tịch'.normalize('NFD')), ['Hộ tịch']],
  ])('%s', async (_, body, expected) => {
    expect(await outline(body)).toEqual(expected);
  });

  test('bold when all of the line is, by the run or by a style', async () => {
    const styles = [
      '<w:style w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>',
      '<w:style w:styleId="Title"><w:basedOn w:val="Base"/></w:style>',
      '<w:style w:styleId="Strong"><w:rPr><w:b w:val="1"/></w:rPr></w:style>',
      '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
    ].join('');
    const body = [
      p('đậm', '', '<w:b/>'),
      p('thường', '', '<w:b w:val="false"/>'),
      `<w:p>${run(text('đậm'), '<w:b/>')}${run(text(' thường'))}</w:p>`,
      `<w:p>${run(text('đậm'), '<w:b/>')}${run(text('  '))}</w:p>`,
      p('kiểu đoạn', '<w:pStyle w:val="Title"/>'),
      p('bỏ đậm', '<w:pStyle w:val="Title"/>', '<w:b w:val="0"/>'),
      p('kiểu chữ', '', '<w:rStyle w:val="Strong"/>'),
      p('dấu đoạn đậm', '<w:rPr><w:b/></w:rPr>'),
      p('vòng', '<w:pStyle w:val="Loop"/>'),
    ].join('');
    const { lines } = await read({ body, styles });
    expect(lines.filter((line) => line.bold).map((line) => line.text)).toEqual(['đậm', 'đậm', 'kiểu đoạn', 'kiểu chữ']);
  });

  test('hidden by a style', async () => {
    const styles = '<w:style w:styleId="Hide"><w:rPr><w:vanish/></w:rPr></w:style>';
    expect(await outline({ body: p('ẩn', '', '<w:rStyle w:val="Hide"/>') + p('hiện'), styles })).toEqual(['hiện']);
  });

  test('footnotes come at the end, without their separators', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote><w:footnote w:id="2">${p('chú thích')}</w:footnote>`;
    expect(await outline({ body: p('thân'), footnotes })).toEqual(['thân', 'chú thích']);
  });

  test('headers and footers are left out; the main part may have another name', async () => {
    const more = { 'word/header1.xml': '<w:hdr/>', 'word/footer1.xml': 'không đọc' };
    expect(await outline({ body: p('thân'), main: 'document2', more })).toEqual(['thân']);
  });
});

describe('tracked changes', () => {
  const mark = '<w:rPr><w:del w:id="1"/></w:rPr>';
  test.each([
    ['inserted text stays', `<w:p><w:ins>${run(text('mới'))}</w:ins></w:p>`, ['mới']],
    ['deleted text goes', `<w:p>${run(text('còn'))}<w:del>${run('<w:delText>bỏ</w:delText>')}</w:del></w:p>`, ['còn']],
    [
      'moved text stays where it went',
      `<w:p><w:moveFrom>${run(text('cũ'))}</w:moveFrom><w:moveTo>${run(text('tới'))}</w:moveTo></w:p>`,
      ['tới'],
    ],
    ['a deleted mark joins two paragraphs', p('một ', mark) + p('hai'), ['một hai']],
    ['and three', p('một ', mark) + p('hai ', mark) + p('ba'), ['một hai ba']],
    ['a deleted mark at the end', p('một', mark), ['một']],
    [
      'a deleted mark before a table',
      p('một', mark) + tbl([tr([tc(p('a')), tc(p('b'))])]),
      ['một', '[1x2]', '0,0: a', '0,1: b'],
    ],
    [
      'a formatting change is none',
      p('một', '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'),
      ['một'],
    ],
    [
      'a deleted row goes',
      tbl([tr([tc(p('a')), tc(p('b'))]), tr([tc(p('c')), tc(p('d'))], '<w:del w:id="1"/>')]),
      ['[1x2]', '0,0: a', '0,1: b'],
    ],
    [
      'a deleted cell is emptied',
      tbl([tr([tc(p('a'), '<w:cellDel w:id="1"/>'), tc(p('b'))])]),
      ['[1x2]', '0,0: ', '0,1: b'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await outline(body)).toEqual(expected);
  });
});

describe('text boxes', () => {
  const box = (inside: string) => `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx>`;
  const alternate = (choice: string, fallback: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

  test('follow their paragraph, once', async () => {
    const body = `<w:p>${run(text('trước '))}${run(alternate(box(p('trong hộp')), box(p('bản dự phòng'))))}${run(text('sau'))}</w:p>${p('tiếp')}`;
    expect(await outline(body)).toEqual(['trước sau', 'trong hộp', 'tiếp']);
  });

  test('of old files, and a fallback without a choice', async () => {
    const old = `<w:p>${run(`<v:textbox><w:txbxContent>${p('hộp cũ')}</w:txbxContent></v:textbox>`)}</w:p>`;
    const bare = `<w:p>${run(`<mc:AlternateContent><mc:Fallback>${box(p('dự phòng'))}</mc:Fallback></mc:AlternateContent>`)}</w:p>`;
    expect(await outline(old + bare)).toEqual(['hộp cũ', 'dự phòng']);
  });

  test('within text boxes, and two in one paragraph', async () => {
    const nested = box(`<w:p>${run(text('ngoài'))}${run(box(p('trong')))}</w:p>`);
    const body = `<w:p>${run(alternate(nested, ''))}${run(alternate(box(p('hai')), box(p('thừa'))))}</w:p>`;
    expect(await outline(body)).toEqual(['ngoài', 'trong', 'hai']);
  });
});

describe('what is not text', () => {
  const picture = (cx: number, cy: number) =>
    `<w:p>${run(`<w:drawing><wp:inline xmlns:wp="x"><wp:extent cx="${cx}" cy="${cy}"/></wp:inline></w:drawing>`)}</w:p>`;
  const named = '(Hình ảnh trong văn bản, chưa đọc được chữ)';

  test('a picture of a page is named, a logo is not', async () => {
    expect(await outline(p('a') + picture(5_000_000, 7_000_000) + p('b'))).toEqual(['a', named, 'b']);
    expect(await outline(p('a') + picture(1_000_000, 7_000_000) + picture(5_000_000, 1_000_000))).toEqual(['a']);
    expect(await outline(p('a') + picture(3_240_000, 2_160_000))).toEqual(['a', named]);
  });

  test('a file put into the file is named', async () => {
    expect(await outline(`${p('a')}<w:altChunk/>${p('b')}`)).toEqual([
      'a',
      '(Tệp nhúng trong văn bản, chưa đọc được)',
      'b',
    ]);
  });
});

describe('automatic numbers', () => {
  const level = (index: number, format: string, pattern: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
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
      list(1, '<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>') +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>';
    const body = item('a') + item('b') + item('c', 2) + item('d', 2) + item('e', 3);
    expect(await outline({ body, numbering })).toEqual(['{5.}a', '{6.}b', '{1.}c', '{2.}d', '{3.}e']);
  });

  test('a level of its own over the shared one', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerLetter', '%1)')}</w:lvlOverride>`;
    expect(await outline({ body: item('a') + item('b'), numbering: list(1, level(0, 'decimal', '%1.'), own) })).toEqual(
      ['{a)}a', '{b)}b'],
    );
  });

  test('a level that never begins anew', async () => {
    const numbering = list(1, level(0, 'decimal', '%1.') + level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>'));
    const body = item('a') + item('b', 1, 1) + item('c') + item('d', 1, 1);
    expect(await outline({ body, numbering })).toEqual(['{1.}a', '{1)}b', '{2.}c', '{2)}d']);
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
  });
});

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

test('other prefixes, UTF-16 and strict Office files', async () => {
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const xml = `<?xml version="1.0"?><x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t>Chuẩn</x:t></x:r></x:p></x:body></x:document>`;
  expect(await outline({ body: '', more: { 'word/document.xml': xml } })).toEqual(['Chuẩn']);
  for (const order of ['le', 'be'] as const) {
    const bytes = Buffer.from(`\uFEFF${xml.replace('1.0"', '1.0" encoding="UTF-16"')}`, 'utf16le');
    const part = order === 'le' ? bytes : Buffer.from(bytes).swap16();
    expect(await outline({ body: '', more: { 'word/document.xml': new Uint8Array(part) } })).toEqual(['Chuẩn']);
  }
});
