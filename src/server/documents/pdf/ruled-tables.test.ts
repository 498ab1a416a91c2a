import { describe, expect, test } from 'vitest';
import { at, filler, full, grid, lines, outline } from './made-pages.ts';

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
