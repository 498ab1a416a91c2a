import { describe, expect, test } from 'vitest';
import { findAlignedTables } from './aligned-tables.ts';
import type { TextRun } from './page-content.ts';

/** A run of letters five points wide and ten high. */
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
const xs = [50, 90, 260, 380];
/** Texts at the columns' left sides; an empty one stands for none. */
const row = (y: number, ...texts: readonly string[]) =>
  texts.flatMap((text, column) => (text === '' ? [] : [run(text, xs[column] ?? 0, y)]));
const head = (y = 100) => row(y, 'TT', 'Nội dung', 'Chủ trì', 'Thời hạn');
const duty = (y: number, number: string) => row(y, number, `việc ${number}`, 'Tư pháp', 'Quý I');

/** The rows of each table, cells parted by " | " and lines in them by "/", then the texts that are in none. */
const told = (runs: readonly TextRun[], carried: readonly number[] = []) => {
  const { tables, rest } = findAlignedTables(runs, carried);
  const shown = tables.map(({ rowCount, cells }) =>
    Array.from({ length: rowCount }, (_, at) =>
      cells
        .filter((cell) => cell.row === at)
        .map(({ segments }) => segments.map(({ text }) => text).join('/'))
        .join(' | '),
    ),
  );
  return [...shown, rest.map(({ text }) => text)];
};
const headed = 'TT | Nội dung | Chủ trì | Thời hạn';
const shown = (number: string) => `${number} | việc ${number} | Tư pháp | Quý I`;

describe('the titles that make a row the head of a table', () => {
  const isHead = (...titles: readonly string[]) =>
    findAlignedTables([...row(100, ...titles), ...row(115, 'a', 'b', 'c', 'd')], []).tables.length === 1;

  test.each([
    ...['TT', 'STT', 'Số TT', 'Số thứ tự', 'Nội dung', 'NHIỆM VỤ', 'Công việc', 'Sản phẩm', 'Kết quả', 'Chủ trì'],
    ...['Phối hợp', 'Thời gian', 'Thời hạn', 'Hoàn thành', 'Ghi chú', 'Đơn vị', 'Cơ quan', 'Người phụ trách'],
  ])('%s', (title) => expect(isHead('', 'Nội dung', 'Kết quả', title)).toBe(true));

  test.each(['Chi phí', 'TTHC', 'Bưu điện TT', 'Thời điểm', 'Số'])('not %s', (title) =>
    expect(isHead('', 'Nội dung', 'Kết quả', title)).toBe(false),
  );

  test('three of them', () => {
    expect(isHead('', '', 'Nội dung', 'Kết quả')).toBe(false);
    expect(isHead('TT', '', 'Nội dung', 'Kết quả')).toBe(true);
  });

  test('apart from each other by 0.7 of their size', () => {
    const below = row(115, 'a', 'b', 'c', 'd');
    const near = (gap: number) => {
      const [first, second] = [run('Nội dung', 90, 100), run('Kết quả', 130 + gap, 100)];
      return findAlignedTables([first, second, run('Thời hạn', 380, 100), ...below], []).tables.length;
    };
    expect(near(7)).toBe(0);
    expect(near(7.5)).toBe(1);
  });
});

describe('columns', () => {
  test('are parted by strips four points wide', () => {
    const table = (right: number) => told([...head(), run('việc', 90, 115, { right }), ...row(115, '1', '', 'a', 'b')]);
    expect(table(256)).toEqual([[headed, '1 | việc | a | b'], []]);
    expect(table(256.5)).toEqual([['TT', 'Nội dung', 'Chủ trì', 'Thời hạn', 'việc', '1', 'a', 'b']]);
  });

  test('their edges are in the middle of the strips, one point beside the first and the last letter', () => {
    const [table] = findAlignedTables([...head(), ...duty(115, '1')], []).tables;
    expect(table).toMatchObject({ kind: 'table', top: 100, aligned: true, xs: [49, 75, 195, 337.5, 421] });
  });

  test('a word that is wide in one row and narrow in another is in one column', () => {
    const texts = [
      ...head(),
      ...row(115, '1', 'việc dài hơn tên cột', 'Tư pháp - Hộ tịch', 'Quý I'),
      ...duty(130, '2'),
    ];
    expect(told(texts)).toEqual([[headed, '1 | việc dài hơn tên cột | Tư pháp - Hộ tịch | Quý I', shown('2')], []]);
  });
});

describe('where a table ends', () => {
  test.each<[string, readonly TextRun[]]>([
    ['at a text over its columns', [run('chữ chạy ngang qua các cột của bảng, không thuộc về bảng', 60, 130)]],
    ['at a row far below', duty(175.5, '2')],
    ['at a page number', [run('12', 300, 130)]],
    ['at one with spaces', [run(' 12 ', 300, 130)]],
    ['at the next appendix', row(130, '', 'Phụ lục 2')],
    ['at a chapter', row(130, '', 'II. Tổ chức')],
    ['at the places it goes to', row(130, '', 'Nơi nhận')],
    ['at a signature', row(130, '', '', '', 'TM. UBND')],
  ])('%s', (_, below) => {
    expect(told([...head(), ...duty(115, '1'), ...below])).toEqual([
      [headed, shown('1')],
      below.map(({ text }) => text),
    ]);
  });

  test.each<[string, readonly TextRun[]]>([
    ['60 points on', duty(175, '2')],
    ['at a number in its first column', row(130, '2')],
    ['at two numbers', row(130, '', '', '12', '13')],
    ['at a number with more beside it', row(130, '', '', '12 việc')],
    ['at the words of an appendix within a cell', row(130, '', 'theo phụ lục 2')],
    ['at a number of a chapter without its point', row(130, '2', 'việc II')],
  ])('not %s', (_, below) => expect(told([...head(), ...duty(115, '1'), ...below]).at(-1)).toEqual([]));

  test('a head alone is none', () => {
    expect(told(head())).toEqual([head().map(({ text }) => text)]);
    expect(told([run('trước', 50, 60), ...head()])).toEqual([['trước', ...head().map(({ text }) => text)]]);
  });

  test('titles said again within it begin none', () => {
    expect(told([...head(), ...duty(115, '1'), ...head(130), ...duty(145, '2')])).toHaveLength(2);
  });

  test('a second one begins below', () => {
    expect(told([...head(), ...duty(115, '1'), ...head(300), ...duty(315, '2')])).toEqual([
      [headed, shown('1')],
      [headed, shown('2')],
      [],
    ]);
  });
});

describe('rows', () => {
  const tall = (y: number, number: string) => [
    ...row(y, '', `việc ${number}`, 'Tư pháp', 'Quý I'),
    ...row(y + 6, number),
    ...row(y + 12, '', 'dòng hai', 'Hộ tịch'),
  ];
  const both = (number: string) => `${number.trim()} | việc ${number.trim()}/dòng hai | Tư pháp/Hộ tịch | Quý I`;

  test.each([
    ['1', '2'],
    ['1.', '2.'],
    ['1)', '2)'],
    ['1.1', '1.2.3'],
    ['10', '123'],
    ['II', 'XVIII'],
    ['A', 'Đ.'],
    ['1.10', '1.11'],
    ['1 ', '2 '],
  ])('by their numbers %s, %s in the middle of their lines', (one, two) => {
    expect(told([...head(), ...tall(125, one), ...tall(152, two)])).toEqual([[headed, both(one), both(two)], []]);
  });

  test.each(['1234', 'a', '1 a', 'x1', '1x', 'ABC'])('"%s" is no number of a row', (text) => {
    const [rows = []] = told([...head(), ...tall(125, text), ...tall(152, text)]);
    expect(rows).toHaveLength(2);
  });

  test('a number at its top holds what follows', () => {
    const texts = [
      ...head(),
      ...duty(115, '1'),
      ...row(127, '', 'dòng hai'),
      ...duty(142, '2'),
      ...row(154, '', 'hết'),
    ];
    expect(told(texts)).toEqual([
      [headed, '1 | việc 1/dòng hai | Tư pháp | Quý I', '2 | việc 2/hết | Tư pháp | Quý I'],
      [],
    ]);
  });

  test('at wider and wider distances', () => {
    expect(told([...head(), ...duty(115, '1'), ...duty(132, '2'), ...duty(155, '3')])).toEqual([
      [headed, shown('1'), shown('2'), shown('3')],
      [],
    ]);
  });

  test('a number in another column begins none', () => {
    const texts = [...head(), ...duty(125, '1'), ...row(138, '', 'dòng hai', '12'), ...duty(155, '2')];
    expect(told(texts)).toEqual([[headed, '1 | việc 1/dòng hai | Tư pháp/12 | Quý I', shown('2')], []]);
  });

  test('one without a number below the head stands alone', () => {
    expect(told([...head(), ...row(120, '', 'nhóm chung'), ...duty(140, '1')])).toEqual([
      [headed, ' | nhóm chung |  | ', shown('1')],
      [],
    ]);
  });

  test('without numbers by bands wider than 0.6 of the size', () => {
    const plain = (y: number, word: string) => row(y, '', word, 'Tư pháp', 'Quý I');
    expect(told([...head(), ...plain(116, 'một'), ...plain(132, 'hai')])).toEqual([
      [headed, ' | một | Tư pháp | Quý I', ' | hai | Tư pháp | Quý I'],
      [],
    ]);
    expect(told([...head(), ...plain(125, 'một'), ...plain(140.5, 'hai')])).toEqual([
      [headed, ' | một/hai | Tư pháp/Tư pháp | Quý I/Quý I'],
      [],
    ]);
  });
});

describe('a head of two lines', () => {
  const upper = (y: number) => row(y, '', '', 'Cơ quan', 'Thời gian');
  const lower = (y: number) => row(y, 'TT', 'Nội dung', 'chủ trì', 'hoàn thành');
  const two = 'TT | Nội dung | Cơ quan/chủ trì | Thời gian/hoàn thành';

  test('is one head, in the first table of a page and in the next', () => {
    const texts = [...upper(100), ...lower(112), ...duty(130, '1'), ...upper(300), ...lower(312), ...duty(330, '2')];
    expect(told(texts)).toEqual([[two, shown('1')], [two, shown('2')], []]);
  });

  test('not with a text that is far above, alone, or no title', () => {
    const texts = (above: readonly TextRun[]) => told([...above, ...lower(112), ...duty(130, '1')]);
    const one = 'TT | Nội dung | chủ trì | hoàn thành';
    expect(texts(upper(96))).toEqual([
      [one, shown('1')],
      ['Cơ quan', 'Thời gian'],
    ]);
    expect(texts(upper(96.5))).toEqual([[two, shown('1')], []]);
    expect(texts(row(100, '', '', 'Cơ quan'))).toEqual([[one, shown('1')], ['Cơ quan']]);
    expect(texts(row(100, '', '', 'Chữ', 'khác'))).toEqual([
      [one, shown('1')],
      ['Chữ', 'khác'],
    ]);
  });

  test('not with a title over two columns, which keep apart', () => {
    const over = [run('Cơ quan thực hiện nhiệm vụ', 130, 100), run('Thời gian', 380, 100)];
    expect(told([...over, ...lower(112), ...duty(130, '1')])).toEqual([
      ['TT | Nội dung | chủ trì | hoàn thành', shown('1')],
      ['Cơ quan thực hiện nhiệm vụ', 'Thời gian'],
    ]);
  });
});

describe('a table of the page before', () => {
  const edges = [49, 75, 195, 337.5, 421];

  test('goes on in its columns', () => {
    const { tables } = findAlignedTables([...duty(60, '2'), ...duty(75, '3')], edges);
    expect(tables.map((table) => table.xs)).toEqual([edges]);
    expect(told([...duty(60, '2'), ...duty(75, '3')], edges)).toEqual([[shown('2'), shown('3')], []]);
  });

  test('below a page number', () => {
    expect(told([run('12', 300, 40), ...duty(60, '2')], edges)).toEqual([[shown('2')], ['12']]);
    expect(told([run('Trang', 300, 40), run('12', 340, 40), ...duty(60, '2')], edges)).toEqual([
      [' |  | Trang | 12', shown('2')],
      [],
    ]);
  });

  test('up to a text over its columns or the next appendix', () => {
    const across = run('chữ chạy ngang qua các cột của bảng', 60, 75);
    expect(told([...duty(60, '2'), across, ...duty(90, '3')], edges)).toEqual([
      [shown('2')],
      [across.text, ...duty(90, '3').map(({ text }) => text)],
    ]);
    const beside = [run('chữ chạy ngang', 60, 75), run('Quý I', 380, 75)];
    expect(told([...duty(60, '2'), ...beside], edges)).toEqual([[shown('2')], ['chữ chạy ngang', 'Quý I']]);
    expect(told([run('12', 300, 40), ...duty(60, '2'), across], edges)).toEqual([[shown('2')], ['12', across.text]]);
    expect(told([...row(60, '', 'một'), across, ...duty(90, '3')], edges)).toHaveLength(1);
    expect(told([...duty(60, '2'), ...row(75, '', 'Phụ lục 2')], edges)).toEqual([[shown('2')], ['Phụ lục 2']]);
  });

  test('not when nothing stands side by side', () => {
    expect(told([...row(60, '', 'một'), ...row(75, '', 'hai')], edges)).toEqual([['một', 'hai']]);
    expect(told([...row(60, '', 'một'), ...duty(75, '2')], edges)).toEqual([[' | một |  | ', shown('2')], []]);
  });

  test('before a table of its own', () => {
    expect(told([...row(60, '', 'PHỤ LỤC'), ...head(150), ...duty(165, '1')], edges)).toEqual([
      [headed, shown('1')],
      ['PHỤ LỤC'],
    ]);
  });
});

test('nothing on a page', () => {
  expect(told([])).toEqual([[]]);
  expect(told([], [0, 10, 20])).toEqual([[]]);
});
