import { describe, expect, test } from 'vitest';
import { p, tbl, tc, tr } from '../testing/make-docx.ts';
import { outline, read, run, text } from './made-parts.ts';

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
    ['a tab to a margin', `<w:p>${run(`${text('a')}<w:ptab/>${text('b')}`)}</w:p>`, ['a\tb']],
    ['marks between the parts', `<w:p>\n${run(`rác${text('a')}rác`)}\n</w:p>`, ['a']],
    ['hyphens', `<w:p>${run(`${text('QĐ')}<w:noBreakHyphen/>${text('UBND')}<w:softHyphen/>`)}</w:p>`, ['QĐ-UBND']],
    ['a symbol', `<w:p>${run(`<w:sym w:font="Wingdings" w:char="F0A7"/>${text(' a')}`)}</w:p>`, ['• a']],
    ['a symbol that is a letter again', `<w:p>${run('<w:sym w:char="F900"/>')}</w:p>`, ['\uF900'.normalize('NFC')]],
    ['a symbol that is a space', `<w:p>${run(`${text('a')}<w:sym w:char="0020"/>${text('b')}`)}</w:p>`, ['a b']],
    ['a symbol without a code', `<w:p>${run('<w:sym/>')}</w:p>`, ['•']],
    ['left-out parts within a text', `<w:p>${run('<w:t>a<w:del>bỏ</w:del></w:t>')}</w:p>`, ['a']],
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

  test.each(['001F', 'D800', 'F8FF', 'x', ''])('a symbol that is no letter: "%s"', async (code) =>
    expect(await outline(`<w:p>${run(`<w:sym w:char="${code}"/>`)}</w:p>`)).toEqual(['•']),
  );

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
      p('đậm ', '<w:rPr><w:del w:id="1"/></w:rPr>', '<w:b/>') + p('nối', '', '<w:b/>'),
      p('đậm ', '<w:rPr><w:del w:id="1"/></w:rPr>', '<w:b/>') + p('nối thường'),
      p('thường ', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('nối đậm', '', '<w:b/>'),
    ].join('');
    const { lines } = await read({ body, styles });
    expect(lines.filter((line) => line.bold).map((line) => line.text)).toEqual([
      'đậm',
      'đậm',
      'kiểu đoạn',
      'kiểu chữ',
      'đậm nối',
    ]);
  });

  test('hidden by a style', async () => {
    const styles = '<w:style w:styleId="Hide"><w:rPr><w:vanish/></w:rPr></w:style>';
    expect(await outline({ body: p('ẩn', '', '<w:rStyle w:val="Hide"/>') + p('hiện'), styles })).toEqual(['hiện']);
  });

  test('footnotes come at the end, without their separators', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote><w:footnote w:id="2">${p('chú thích')}</w:footnote>`;
    expect(await outline({ body: p('thân'), footnotes })).toEqual(['thân', 'chú thích']);
  });

  test('notes at the end too; one that is called normal stays', async () => {
    const footnotes = `<w:endnote w:type="separator" w:id="0">${p('---')}</w:endnote><w:endnote w:type="normal" w:id="2">${p('chú thích')}</w:endnote>`;
    expect(await outline({ body: p('thân'), footnotes })).toEqual(['thân', 'chú thích']);
  });

  test.each([
    'w:del',
    'w:moveFrom',
    'w:delText',
    'w:instrText',
    'w:delInstrText',
    'w:pPrChange',
    'w:rPrChange',
    'w:tblPrChange',
    'w:tblPrExChange',
    'w:trPrChange',
    'w:tcPrChange',
    'w:tblGridChange',
    'w:sectPrChange',
    'w:numberingChange',
    'w:sectPr',
    'w:sdtPr',
    'w:rt',
  ])('what %s holds is left out', async (name) => {
    expect(await outline(`<w:p>${run(text('a'))}<${name}>${run(text('bỏ'))}</${name}></w:p>`)).toEqual(['a']);
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
    ['bold goes with its text', p('một ', mark, '<w:b/>') + p('hai'), ['một hai']],
    ['a deleted mark at the end of a cell', tbl([tr([tc(p('a', mark)), tc(p('b'))])]), ['[1x2]', '0,0: a', '0,1: b']],
    [
      'earlier formatting of a run and a row',
      `<w:p>${run(text('a'), '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>${tbl([
        tr([tc(p('b')), tc(p('c'))], '<w:trPrChange><w:trPr><w:gridBefore w:val="1"/></w:trPr></w:trPrChange>'),
        tr([tc(p('d')), tc(p('e'))]),
      ])}`,
      ['a', '[2x2]', '0,0: b', '0,1: c', '1,0: d', '1,1: e'],
    ],
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

  test('a fallback within a choice, and a choice that holds one', async () => {
    const inner = `<mc:AlternateContent><mc:Fallback>${text('trong ')}</mc:Fallback></mc:AlternateContent>`;
    expect(await outline(`<w:p>${run(alternate(`${inner}${text('sau')}`, text('thừa')))}</w:p>`)).toEqual([
      'trong sau',
    ]);
  });

  test('whose last mark was deleted, before a paragraph that goes on', async () => {
    const mark = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const first = `<w:p><w:pPr>${mark}</w:pPr>${run(text('một '))}${run(box(p('trong hộp', mark)))}</w:p>`;
    const second = `<w:p>${run(text('hai'))}${run(box(p('hộp hai')))}</w:p>`;
    expect(await outline(first + second)).toEqual(['một hai', 'trong hộp', 'hộp hai']);
    expect(await outline(`${p('a')}${box(p('giữa hai đoạn'))}${p('b')}`)).toEqual(['a', 'giữa hai đoạn', 'b']);
  });

  test('within text boxes, and two in one paragraph', async () => {
    const nested = box(`<w:p>${run(text('ngoài'))}${run(box(p('trong')))}</w:p>`);
    const body = `<w:p>${run(alternate(nested, ''))}${run(alternate(box(p('hai')), box(p('thừa'))))}</w:p>`;
    expect(await outline(body)).toEqual(['ngoài', 'trong', 'hai']);
  });
});

describe('what is not text', () => {
  const picture = (cx: number, cy: number) =>
    `<w:p>${run(`<w:drawing><wp:inline xmlns:wp="x"><wp:extent cx="${cx}" cy="${cy}"/><wp:ext cx="9000000" cy="9000000"/></wp:inline></w:drawing>`)}</w:p>`;
  const named = '(Hình ảnh trong văn bản, chưa đọc được chữ)';

  test('a picture of a page is named, a logo is not', async () => {
    expect(await outline(p('a') + picture(5_000_000, 7_000_000) + p('b'))).toEqual(['a', named, 'b']);
    expect(await outline(p('a') + picture(1_000_000, 7_000_000) + picture(5_000_000, 1_000_000))).toEqual(['a']);
    expect(await outline(p('a') + picture(3_240_000, 2_160_000))).toEqual(['a', named]);
  });

  test('what stands in its place is not bold', async () => {
    expect((await read(p('a') + picture(5_000_000, 7_000_000))).lines[1]?.bold).toBeUndefined();
    expect((await read(`${p('a')}<w:altChunk/>`)).lines[1]?.bold).toBeUndefined();
  });

  test('a file put into the file is named', async () => {
    expect(await outline(`${p('a')}<w:altChunk/>${p('b')}`)).toEqual([
      'a',
      '(Tệp nhúng trong văn bản, chưa đọc được)',
      'b',
    ]);
  });
});

test('parts out of place do not keep the others from being read', async () => {
  const stray = [
    '<w:gridCol w:w="10"/>',
    `<w:tr><w:tc>${p('hàng')}</w:tc></w:tr>`,
    `<w:tc>${p('ô')}</w:tc>`,
    '<w:t>chữ</w:t>',
    `<w:p><w:p/></w:p>`,
    '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>',
    `<mc:Fallback>${p('dự phòng')}</mc:Fallback>`,
  ];
  for (const part of stray) {
    const shown = await outline(`${p('trước')}${part}${p('sau')}`);
    expect([shown[0], shown.at(-1)], part).toEqual(['trước', 'sau']);
  }
  expect(await outline(stray.join('') + p('sau'))).toEqual(['dự phòng', 'sau']);
});

test('a Word file is called one', async () => expect((await read(p('a'))).format).toBe('docx'));

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
