import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { makePdf, type PdfPage, type PdfText } from '../testing/make-pdf.ts';
import { outlineOf } from '../testing/outline.ts';

const read = (pages: readonly PdfPage[]) => readDocument(makePdf(pages), 'kế hoạch.pdf');
const outline = async (pages: readonly PdfPage[]) => outlineOf(await read(pages));

/** Lines of text from a height downwards, 15 points apart. */
const lines = (texts: readonly string[], y = 100, x = 57): PdfText[] =>
  texts.map((text, index) => ({ x, y: y + index * 15, text }));

/** A line that reaches the right margin at 537: 80 letters of 6 points. */
const full = (words: string) => `${`${words}${' xxxx'.repeat(16)}`.slice(0, 79)}x`;

/** Text so that no page counts as scanned. */
const filler = lines(['Ủy ban nhân dân xã Đồng Vân ban hành kế hoạch cải cách hành chính'], 60);

/** Ruled lines of a grid. */
const grid = (xs: readonly number[], ys: readonly number[]): [number, number, number, number][] => {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [
    ...ys.map((y): [number, number, number, number] => [left, y, right, y]),
    ...xs.map((x): [number, number, number, number] => [x, top, x, bottom]),
  ];
};

const at = (x: number, y: number, text: string, more: Partial<PdfText> = {}): PdfText => ({
  x,
  y,
  text,
  size: 10,
  ...more,
});

/** A number in letters, so that no two pages read alike. */
const inLetters = (number: string) => [...number].map((digit) => 'abcdefghij'[Number(digit)] ?? 'k').join('');

describe('the plan of Đồng Vân 2023', () => {
  const document = readDocument(readFileSync('src/test/plans/01-xa-dong-van-2023.pdf'), '01.pdf');

  test('all its tables, the one over a page end as one', async () => {
    const tables = (await document).blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => [table.rowCount, table.columnCount])).toEqual([
      [3, 2],
      [2, 2],
      [4, 6],
      [9, 6],
      [3, 6],
      [5, 6],
      [4, 6],
      [6, 6],
      [5, 6],
    ]);
  });

  test('every line is in one block, its page numbers are marked', async () => {
    const { lines: all, blocks } = await document;
    const used = blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.flatMap((cell) => cell.lines) : block.lines,
    );
    expect([...used].sort((a, b) => a - b)).toEqual(all.map((line) => line.id));
    expect(all.filter((line) => line.furniture).map((line) => [line.text, line.page])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['4', 4],
      ['5', 5],
      ['6', 6],
    ]);
  });

  test('paragraphs, cells and titles as they stand', async () => {
    const shown = outlineOf(await document);
    expect(shown).toContain('0,0: ỦY BAN NHÂN DÂN');
    expect(shown).toContain(
      '7. Ít nhất 80,5% hồ sơ công việc tại UBND xã được xử lý trên môi trường mạng (trừ hồ / sơ mật).',
    );
    expect(shown).toContain('(Nhiệm vụ cụ thể tại các Phụ lục kèm theo)');
    expect(shown).toContain('3,5: - Kế hoạch: tháng / 2/2023; / - Phương án: tháng / 8/2023.');
    expect((await document).lines.find((line) => line.text === 'KẾ HOẠCH')?.bold).toBe(true);
  });
});

describe('rows of text', () => {
  test('pieces of one baseline are joined, with a space where there is a gap', async () => {
    const texts = [...filler, at(57, 100, 'Quyết'), at(85, 100, 'định'), at(108, 100, 's'), at(113, 100, 'ố')];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, 'Quyết định số']);
  });

  test('the order in the file does not matter', async () => {
    const texts = [at(57, 200, 'hai'), at(57, 100, 'một'), ...filler, at(57, 300, 'ba')];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, 'một', 'hai', 'ba']);
  });

  test('raised letters and letters drawn twice', async () => {
    const texts = [
      ...filler,
      at(57, 100, '100 m'),
      at(83, 97, '2', { size: 7 }),
      at(57, 130, 'ĐẬM'),
      at(57.4, 130, 'ĐẬM'),
    ];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, '100 m2', 'ĐẬM']);
  });

  test('slanted and upside-down text is a watermark', async () => {
    const slanted =
      'BT /F1 30 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <00410042> Tj ET BT /F1 30 Tf -1 0 0 -1 300 300 Tm <0043> Tj ET';
    expect(await outline([{ texts: filler, raw: slanted }])).toEqual([filler[0]?.text]);
  });

  test('place, size and face of a line', async () => {
    const { lines: all } = await read([{ texts: [...filler, at(57, 100.04, 'đậm', { bold: true, size: 13 })] }]);
    expect(all[1]).toEqual({ id: 1, text: 'đậm', page: 1, bold: true, box: { x: 57, right: 76.5, y: 100, size: 13 } });
    expect(all[0]?.bold).toBeUndefined();
  });

  test('a page that only shows a picture is named, a blank one is not', async () => {
    const pages = [
      { texts: lines(Array(10).fill(full('Ủy ban'))) },
      { raw: 'q 500 0 0 700 40 40 cm Q' },
      {},
      { raw: 'q 50 0 0 50 40 40 cm Q' },
    ];
    const shown = await outline(pages);
    expect(shown.filter((line) => line.startsWith('('))).toEqual(['(Trang 2 chỉ có hình ảnh, chưa đọc được chữ)']);
  });
});

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

describe('ruled tables', () => {
  const xs = [50, 100, 300, 500];
  const cells = (y: number, ...texts: string[]) => texts.map((text, column) => at((xs[column] ?? 0) + 5, y, text));
  const table = (ys: readonly number[]) => grid(xs, ys);

  test('cells and what stands around the table', async () => {
    const page = {
      texts: [
        ...filler,
        ...cells(115, 'TT', 'Nội dung', 'Chủ trì'),
        ...cells(140, '1', 'Rà soát', 'Tư pháp'),
        at(105, 152, 'văn bản'),
        at(57, 200, 'sau'),
      ],
      lines: table([100, 125, 160]),
    };
    expect(await outline([page])).toEqual([
      filler[0]?.text,
      '[2x3]',
      '0,0: TT',
      '0,1: Nội dung',
      '0,2: Chủ trì',
      '1,0: 1',
      '1,1: Rà soát / văn bản',
      '1,2: Tư pháp',
      'sau',
    ]);
  });

  test('lines drawn as thin boxes, as pieces, or as boxes around each cell', async () => {
    const texts = [...filler, ...cells(115, 'a', 'b', 'c'), ...cells(140, 'd', 'e', 'f')];
    const expected = [filler[0]?.text, '[2x3]', '0,0: a', '0,1: b', '0,2: c', '1,0: d', '1,1: e', '1,2: f'];
    const boxes = table([100, 125, 160]).map(([x1, y1, x2, y2]): [number, number, number, number] => [
      x1,
      y1,
      Math.max(0.7, x2 - x1),
      Math.max(0.7, y2 - y1),
    ]);
    expect(await outline([{ texts, boxes }])).toEqual(expected);
    const pieces = table([100, 125, 160]).flatMap(([x1, y1, x2, y2]): [number, number, number, number][] => [
      [x1, y1, (x1 + x2) / 2, (y1 + y2) / 2],
      [(x1 + x2) / 2 + 0.5, (y1 + y2) / 2, x2, y2],
    ]);
    expect(
      await outline([
        { texts, lines: pieces.map(([x1, y1, x2, y2]) => (x2 - x1 > y2 - y1 ? [x1, y1, x2, y1] : [x1, y1, x1, y2])) },
      ]),
    ).toEqual(expected);
    const rectangles = [100, 125].flatMap((y, row) =>
      [0, 1, 2].map(
        (column) =>
          `${xs[column]} ${842 - y - (row === 0 ? 25 : 35)} ${(xs[column + 1] ?? 0) - (xs[column] ?? 0)} ${row === 0 ? 25 : 35} re S`,
      ),
    );
    expect(await outline([{ texts, raw: rectangles.join('\n') }])).toEqual(expected);
  });

  test('lines inside a moved and scaled form', async () => {
    const texts = [...filler, ...cells(115, 'a', 'b', 'c'), ...cells(140, 'd', 'e', 'f')];
    const half = table([100, 125, 160]).map(
      ([x1, y1, x2, y2]) => `${x1 / 2} ${(842 - y1) / 2 - 10} m ${x2 / 2} ${(842 - y2) / 2 - 10} l S`,
    );
    expect(await outline([{ texts, raw: `q 2 0 0 2 0 20 cm\n${half.join('\n')}\nQ` }])).toContain('1,2: f');
  });

  test('merged cells', async () => {
    const ruled: [number, number, number, number][] = [
      [50, 100, 500, 100],
      [100, 125, 500, 125],
      [50, 150, 500, 150],
      [50, 175, 500, 175],
      [50, 100, 50, 175],
      [100, 100, 100, 175],
      [300, 125, 300, 175],
      [500, 100, 500, 175],
    ];
    const texts = [
      ...filler,
      at(55, 130, 'TT'),
      at(250, 115, 'Cơ quan'),
      at(105, 140, 'chủ trì'),
      at(305, 140, 'phối hợp'),
      ...cells(165, '1', 'a', 'b'),
    ];
    expect(await outline([{ texts, lines: ruled }])).toEqual([
      filler[0]?.text,
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

  test('open sides and an open bottom', async () => {
    const texts = [...filler, ...cells(115, 'a', 'b', 'c'), ...cells(140, 'd', 'e', 'f')];
    const sides = table([100, 125, 160]).filter(([x1, , x2]) => x1 !== x2 || (x1 !== 50 && x1 !== 500));
    expect(await outline([{ texts, lines: sides }])).toContain('1,2: f');
    const bottom = table([100, 125, 160]).filter(([, y1, , y2]) => y1 !== y2 || y1 !== 160);
    expect(await outline([{ texts, lines: bottom }])).toContain('1,2: f');
  });

  test('a run that reaches over a line is cut at its words', async () => {
    const texts = [
      ...filler,
      at(105, 115, 'Rà soát văn bản quy phạm pháp luật xã   Tư pháp'),
      ...cells(140, '1', 'a', 'b'),
    ];
    expect(await outline([{ texts, lines: table([100, 125, 160]) }])).toContain('0,2: Tư pháp');
  });

  test('a frame around one text and an underline are no tables; an empty grid neither', async () => {
    const texts = [...filler, at(60, 115, 'trong khung')];
    expect(await outline([{ texts, lines: [...grid([50, 500], [100, 125]), [57, 62, 300, 62]] }])).toEqual([
      filler[0]?.text,
      'trong khung',
    ]);
    expect(await outline([{ texts: filler, lines: table([300, 325, 350]) }])).toEqual([filler[0]?.text]);
  });

  test('a table goes on over a page end when its columns do', async () => {
    const first = {
      texts: [...filler, ...cells(715, 'TT', 'Nội dung', 'Chủ trì'), ...cells(740, '1', 'a', 'b'), at(295, 810, '1')],
      lines: table([700, 725, 760]),
    };
    const second = {
      texts: [
        ...cells(75, '2', 'c', 'd'),
        at(57, 300, 'sau bảng, dòng chữ dài đủ để không bị coi là trang quét'),
        at(295, 810, '2'),
      ],
      lines: table([60, 90]),
    };
    expect(await outline([first, second])).toEqual([
      filler[0]?.text,
      '#1',
      '[3x3]',
      '0,0: TT',
      '0,1: Nội dung',
      '0,2: Chủ trì',
      '1,0: 1',
      '1,1: a',
      '1,2: b',
      '2,0: 2',
      '2,1: c',
      '2,2: d',
      '#2',
      'sau bảng, dòng chữ dài đủ để không bị coi là trang quét',
    ]);
  });

  test('a title row over the whole width is still of the table; other columns are another table', async () => {
    const group = {
      texts: [...lines([full('đầu')], 20), at(55, 75, 'I. Nhóm'), ...cells(100, '2', 'c', 'd')],
      lines: [...grid([50, 500], [60, 90]), ...table([90, 110])],
    };
    const first = { texts: [...filler, ...cells(740, '1', 'a', 'b')], lines: table([725, 760]) };
    const oneColumn = {
      texts: [at(55, 75, 'I. Nhóm nhiệm vụ cải cách thể chế của xã năm 2023'), at(300, 75, 'x')],
      lines: grid([50, 290, 500], [60, 90]),
    };
    expect((await outline([first, group])).filter((line) => line.startsWith('['))).toEqual(['[1x3]', '[2x3]']);
    expect((await outline([first, oneColumn])).filter((line) => line.startsWith('['))).toEqual(['[1x3]', '[1x2]']);
  });

  test('a coarser part of a table joins its finer part', async () => {
    const coarse = {
      texts: [...filler, at(55, 740, 'I. Nhóm'), at(305, 740, 'x')],
      lines: grid([50, 300, 500], [725, 760]),
    };
    const fine = {
      texts: [...cells(75, '2', 'nội dung nhiệm vụ cải cách của xã', 'd')],
      lines: table([60, 90]),
    };
    expect(await outline([coarse, fine])).toEqual([
      filler[0]?.text,
      '[2x3]',
      '0,0(1x2): I. Nhóm',
      '0,2: x',
      '1,0: 2',
      '1,1: nội dung nhiệm vụ cải cách của xã',
      '1,2: d',
    ]);
  });
});

describe('tables without lines', () => {
  const xs = [50, 85, 260, 380, 500];
  const row = (y: number, ...texts: string[]) =>
    texts.flatMap((text, column) => (text === '' ? [] : [at(xs[column] ?? 0, y, text)]));
  const head = row(100, 'TT', 'Nội dung nhiệm vụ', 'Chủ trì', 'Sản phẩm', 'Thời hạn');

  test('under known titles, rows by their numbers', async () => {
    const texts = [
      ...filler,
      ...head,
      ...row(120, '1', 'Rà soát văn bản quy phạm pháp', 'Tư pháp', 'Báo cáo', 'Quý I'),
      ...row(132, '', 'luật', 'Hộ tịch'),
      ...row(152, '2', 'Tuyên truyền', 'Văn hóa', 'Kế hoạch', 'Quý II'),
      at(57, 200, 'Nơi nhận: như trên'),
    ];
    expect(await outline([{ texts }])).toEqual([
      filler[0]?.text,
      '[3x5]',
      '0,0: TT',
      '0,1: Nội dung nhiệm vụ',
      '0,2: Chủ trì',
      '0,3: Sản phẩm',
      '0,4: Thời hạn',
      '1,0: 1',
      '1,1: Rà soát văn bản quy phạm pháp / luật',
      '1,2: Tư pháp / Hộ tịch',
      '1,3: Báo cáo',
      '1,4: Quý I',
      '2,0: 2',
      '2,1: Tuyên truyền',
      '2,2: Văn hóa',
      '2,3: Kế hoạch',
      '2,4: Quý II',
      'Nơi nhận: như trên',
    ]);
  });

  test('numbers in the middle of their row', async () => {
    const texts = [
      ...filler,
      ...head,
      ...row(130, '', 'Rà soát văn bản quy phạm', 'Tư pháp'),
      ...row(136, '1'),
      ...row(142, '', 'pháp luật', 'Hộ tịch', 'Báo cáo', 'Quý I'),
      ...row(170, '', 'Tuyên truyền, phổ biến', 'Văn hóa'),
      ...row(176, '2'),
      ...row(182, '', 'giáo dục', 'Xã hội', 'Kế hoạch', 'Quý II'),
    ];
    const shown = await outline([{ texts }]);
    expect(shown).toContain('1,1: Rà soát văn bản quy phạm / pháp luật');
    expect(shown).toContain('2,1: Tuyên truyền, phổ biến / giáo dục');
  });

  test('rows without numbers are told by the gaps', async () => {
    const texts = [
      ...filler,
      ...head,
      ...row(125, '', 'Rà soát', 'Tư pháp', 'Báo cáo', 'Quý I'),
      ...row(150, '', 'Tuyên truyền', 'Văn hóa', 'Kế hoạch', 'Quý II'),
    ];
    expect((await outline([{ texts }])).filter((line) => line.startsWith('['))).toEqual(['[3x5]']);
  });

  test('it goes on over the page end, and ends at the next appendix', async () => {
    const first = {
      texts: [...filler, ...head, ...row(120, '1', 'Rà soát', 'Tư pháp', 'Báo cáo', 'Quý I'), at(295, 820, '1')],
    };
    const second = {
      texts: [
        ...row(60, '2', 'Tuyên truyền pháp luật', 'Văn hóa', 'Kế hoạch', 'Quý II'),
        at(240, 100, 'PHỤ LỤC 2'),
        at(295, 820, '2'),
      ],
    };
    const shown = await outline([first, second]);
    expect(shown.filter((line) => line.startsWith('['))).toEqual(['[3x5]']);
    expect(shown).toContain('PHỤ LỤC 2');
  });

  test('a title of two lines', async () => {
    const texts = [
      ...filler,
      ...row(100, '', '', 'Cơ quan', 'Sản phẩm/', 'Thời gian'),
      ...row(112, 'TT', 'Nội dung nhiệm vụ', 'chủ trì', 'Kết quả', 'hoàn thành'),
      ...row(130, '1', 'Rà soát', 'Tư pháp', 'Báo cáo', 'Quý I'),
    ];
    expect(await outline([{ texts }])).toContain('0,4: Thời gian / hoàn thành');
  });

  test('titles in running text make no table', async () => {
    const texts = [
      ...filler,
      ...lines([full('Cơ quan chủ trì, cơ quan phối hợp, thời gian hoàn thành, sản phẩm của nhiệm vụ')], 100),
    ];
    expect((await outline([{ texts }])).some((line) => line.startsWith('['))).toBe(false);
  });
});

test('400 pages with tables are read in bounded time', async () => {
  const page = (number: number): PdfPage => ({
    texts: [
      ...lines(Array(20).fill(full(`Nâng cao ${inLetters(String(number))}`)), 60),
      ...[400, 430, 460].flatMap((y) => [at(55, y + 15, '1'), at(105, y + 15, 'Rà soát'), at(305, y + 15, 'Tư pháp')]),
      at(295, 820, String(number)),
    ],
    lines: grid([50, 100, 300, 500], [400, 430, 460, 490]),
  });
  const bytes = makePdf(Array.from({ length: 400 }, (_, index) => page(index + 1)));
  const started = performance.now();
  const document = await readDocument(bytes, 'dài.pdf');
  expect(performance.now() - started).toBeLessThan(28_000);
  expect(document.blocks.filter((block) => block.kind === 'table')).toHaveLength(400);
  expect(document.lines.filter((line) => line.furniture)).toHaveLength(400);
});

test('more than a thousand pages are refused', async () => {
  const bytes = makePdf(Array.from({ length: 1_001 }, () => ({})));
  await expect(readDocument(bytes, 'x.pdf')).rejects.toMatchObject({
    code: 'tooLong',
    params: { limit: 1_000, unit: 'trang' },
  });
});
