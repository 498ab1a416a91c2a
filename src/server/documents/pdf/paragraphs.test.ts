import { describe, expect, test } from 'vitest';
import type { PdfPage, PdfText } from '../testing/make-pdf.ts';
import { at, filler, full, inLetters, lines, outline, read } from './made-pages.ts';

describe('paragraphs', () => {
  test.each([
    ['a line that reaches the margin goes on', [full('một'), 'hai'], [`${full('một')} / hai`]],
    ['a short line ends', ['một', 'hai', full('ba')], ['một', 'hai', full('ba')]],
    [
      'a line ends short when the next word would not fit',
      [full('a'), 'b'.repeat(70), 'c'.repeat(20)],
      [`${full('a')} / ${'b'.repeat(70)} / ${'c'.repeat(20)}`],
    ],
  ])('%s', async (_, texts, expected) => {
    expect(await outline([{ texts: lines(texts) }])).toEqual(expected);
  });

  test('an indent begins a new one: a bullet, a sentence, or further in', async () => {
    const indented = (text: string) => [
      at(57, 100, full('một'), { size: 12 }),
      at(85, 115, text, { size: 12 }),
      at(57, 130, full('x'), { size: 12 }),
    ];
    for (const start of ['- hai', 'a) hai', '1. hai', '2.1. hai', 'II. hai', 'Điều 2', 'hai']) {
      expect((await outline([{ texts: indented(start) }]))[0], start).toBe(full('một'));
    }
  });

  test('lines that begin under one another go on, unless a sentence ended', async () => {
    const block = (first: string, second: string) => [
      at(57, 60, full('x'), { size: 12 }),
      at(85, 100, first.padEnd(75, 'y') + (first.endsWith('.') ? '.' : ''), { size: 12 }),
      at(85, 115, second, { size: 12 }),
    ];
    expect(await outline([{ texts: block('một', 'hai') }])).toHaveLength(2);
    expect(await outline([{ texts: block('một.', 'Hai') }])).toHaveLength(3);
  });

  test('another face, another size and a wider gap begin a new one', async () => {
    const second = (more: Partial<PdfText>) => [
      ...lines([full('một'), full('hai'), full('ba')]),
      { x: 57, y: 145, text: 'bốn', ...more },
    ];
    expect(await outline([{ texts: second({}) }])).toHaveLength(1);
    expect(await outline([{ texts: second({ bold: true }) }])).toHaveLength(2);
    expect(await outline([{ texts: second({ size: 14 }) }])).toHaveLength(2);
    expect(await outline([{ texts: second({ y: 150 }) }])).toHaveLength(2);
  });

  test('a paragraph goes on over a page end, the page number beside it', async () => {
    const pages = [
      { texts: [...lines([full('một'), full('hai')]), at(295, 800, '1')] },
      { texts: [...lines(['ba.']), at(295, 800, '2')] },
    ];
    expect(await outline(pages)).toEqual(['#1', '#2', `${full('một')} / ${full('hai')} / ba.`]);
  });
});

describe('what belongs to the page', () => {
  const page = (number: string, more: readonly PdfText[] = []): PdfPage => ({
    texts: [
      ...lines([full(`một ${inLetters(number)}`), full('hai'), `${inLetters(number)}.`]),
      at(280, 810, number),
      ...more,
    ],
  });

  test.each([
    ['plain', ['1', '2', '3']],
    ['dashed', ['- 1 -', '- 2 -', '- 3 -']],
    ['named', ['Trang 1', 'Trang 2', 'Trang 3']],
    ['of all', ['1/3', '2/3', '3/3']],
    ['later numbers', ['5', '6', '7']],
  ])('page numbers, %s', async (_, numbers) => {
    const { lines: all } = await read(numbers.map((number) => page(number)));
    expect(all.filter((line) => line.furniture).map((line) => line.text)).toEqual(numbers);
  });

  test('numbers that do not keep step with the pages are text', async () => {
    const { lines: all } = await read([page('7'), page('3'), page('12')]);
    expect(all.some((line) => line.furniture)).toBe(false);
  });

  test('running heads that most pages have', async () => {
    const head = [at(57, 40, 'Kế hoạch cải cách hành chính 2023')];
    const { lines: all } = await read([page('1', head), page('2', head), page('3', head)]);
    expect(all.filter((line) => line.furniture).map((line) => line.text)).toEqual([
      'Kế hoạch cải cách hành chính 2023',
      '1',
      'Kế hoạch cải cách hành chính 2023',
      '2',
      'Kế hoạch cải cách hành chính 2023',
      '3',
    ]);
    const { lines: two } = await read([page('1', head), page('2', head)]);
    expect(two.filter((line) => line.furniture).map((line) => line.text)).toEqual(['1', '2']);
  });
});

describe('columns without lines', () => {
  const head = [
    at(80, 60, 'ỦY BAN NHÂN DÂN'),
    at(300, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    at(90, 75, 'XÃ ĐỒNG VÂN'),
    at(340, 75, 'Độc lập - Tự do - Hạnh phúc'),
  ];

  test('a letterhead is two columns, with a row on one side too', async () => {
    const texts = [
      ...head,
      at(300, 90, 'chỉ bên phải'),
      at(90, 105, 'Số: 08/KH'),
      at(330, 105, 'ngày 12'),
      ...lines([full('Thực hiện')], 150),
    ];
    expect(await outline([{ texts }])).toEqual([
      '[4x2]',
      '0,0: ỦY BAN NHÂN DÂN',
      '0,1: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '1,0: XÃ ĐỒNG VÂN',
      '1,1: Độc lập - Tự do - Hạnh phúc',
      '2,0: ',
      '2,1: chỉ bên phải',
      '3,0: Số: 08/KH',
      '3,1: ngày 12',
      full('Thực hiện'),
    ]);
  });

  test('the two sides of a letterhead are told apart when they nearly meet', async () => {
    const near = [
      at(80, 60, 'ỦY BAN NHÂN DÂN XÃ ĐỒNG VÂN'),
      at(220, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      at(80, 75, 'Số: 08/KH-UBND'),
      at(220, 75, 'Độc lập - Tự do - Hạnh phúc'),
    ];
    expect(await outline([{ texts: near }])).toContain('0,1: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  });

  test('a text across the strip ends them; one row alone is no column block', async () => {
    expect((await outline([{ texts: [...head, at(200, 90, 'KẾ HOẠCH CẢI CÁCH')] }])).at(-1)).toBe('KẾ HOẠCH CẢI CÁCH');
    const texts = [...filler, at(57, 100, 'Nơi nhận:'), at(350, 100, 'CHỦ TỊCH')];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, 'Nơi nhận:', 'CHỦ TỊCH']);
  });

  test('rows far apart are no block', async () => {
    const texts = [...filler, at(57, 100, 'a'), at(350, 100, 'b'), at(57, 200, 'c'), at(350, 200, 'd')];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, 'a', 'b', 'c', 'd']);
  });
});
