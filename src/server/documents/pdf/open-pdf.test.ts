import { describe, expect, test } from 'vitest';
import { makePdf, type PdfPage } from '../testing/make-pdf.ts';
import { at, outline } from './made-pages.ts';
import { readPages } from './open-pdf.ts';

const hex = (text: string) =>
  `<${[...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`;
const show = (text: string) => `${hex(text)} Tj`;
/** Operators that write text from a place on. */
const written = (...operators: readonly string[]) => `BT /F1 12 Tf 57 700 Td ${operators.join(' ')} ET`;

const pageOf = async (page: PdfPage) => (await readPages(makePdf([page])))[0];
const runsOf = async (raw: string) => (await pageOf({ raw }))?.runs ?? [];
const textsOf = async (raw: string) => (await runsOf(raw)).map(({ text }) => text);

describe('the text of a page', () => {
  test('where it stands, how large and how bold it is', async () => {
    const [plain, bold] =
      (await pageOf({ texts: [at(57, 60, 'Ủy ban'), at(57, 80, 'ĐẬM', { bold: true, size: 14 })] }))?.runs ?? [];
    expect(plain).toEqual({ text: 'Ủy ban', x: 57, right: 87, y: 60, size: 10, bold: false, spaced: false });
    expect(bold).toMatchObject({ text: 'ĐẬM', x: 57, right: 78, y: 80, size: 14, bold: true });
  });

  test('a space between two runs is kept in mind, however narrow', async () => {
    const narrow = written(show('Tư'), '/F2 1 Tf', show(' '), '/F1 12 Tf', show('pháp'));
    expect((await runsOf(narrow)).map(({ text, spaced }) => [text, spaced])).toEqual([
      ['Tư', false],
      ['pháp', true],
    ]);
    expect(await outline([{ texts: [at(57, 60, 'Ủy ban nhân dân xã Đồng Vân ban hành')], raw: narrow }])).toContain(
      'Tư pháp',
    );
  });

  test('only before the run that follows it; the end of a line is one too', async () => {
    const three = written(show('a'), '/F2 1 Tf', show(' '), '/F1 12 Tf', show('b'), '/F2 12 Tf', show('c'));
    expect((await runsOf(three)).map(({ spaced }) => spaced)).toEqual([false, true, false]);
    const lines = written(show('a'), '-10 -20 Td', show('b'), '/F2 12 Tf', show('c'));
    expect((await runsOf(lines)).map(({ spaced }) => spaced)).toEqual([false, true, false]);
  });

  test('that leans a little is text, that leans more or stands on its head is a stamp', async () => {
    const leaning = (matrix: string, text: string) => `BT /F1 12 Tf ${matrix} Tm ${show(text)} ET`;
    expect(await textsOf(leaning('1 0.2 -0.2 1 57 700', 'ít'))).toEqual(['ít']);
    expect(await textsOf(leaning('2 0.3 -0.3 2 57 700', 'ít'))).toEqual(['ít']);
    expect(await textsOf(leaning('1 -0.2 0.2 1 57 700', 'ít'))).toEqual(['ít']);
    expect(await textsOf(leaning('1 0.21 -0.21 1 57 700', 'nhiều'))).toEqual([]);
    expect(await textsOf(leaning('0 1 -1 0 57 700', 'đứng'))).toEqual([]);
    expect(await textsOf(leaning('-1 0 0 -1 57 700', 'ngược'))).toEqual([]);
  });

  test('too small to be read is left out', async () => {
    const small = (size: number) => `BT /F1 ${size} Tf 57 700 Td ${show('nhỏ xíu')} ET`;
    expect(await textsOf(small(1))).toEqual(['nhỏ xíu']);
    expect(await textsOf(small(0.9))).toEqual([]);
  });

  test('is read although something else on the page is wrong', async () => {
    expect(await textsOf(`/Missing Do ${written(show('chữ'))}`)).toEqual(['chữ']);
    expect(await textsOf(`${written(show('chữ'))} ((( 1 2 Q Q`)).toEqual(['chữ']);
    expect(await textsOf(`BT /F9 12 Tf 57 700 Td ${show('x')} ET`)).toHaveLength(1);
  });
});

describe('a page that only shows a picture', () => {
  const drawn = (width: number, height: number) => `q ${width} 0 0 ${height} 40 40 cm Q`;

  test.each([
    ['a picture', drawn(100, 100), true],
    ['one that is turned', 'q 0 100 -100 0 200 40 cm Q', true],
    ['one that is narrow', drawn(99, 500), false],
    ['one that is low', drawn(500, 99), false],
    ['a picture beside text', `${drawn(500, 700)} ${written(show('chữ'))}`, false],
    ['nothing', '', false],
    ['a line', '10 w 0 0 m 500 700 l S', false],
  ])('%s', async (_, raw, isPicture) => expect((await pageOf({ raw }))?.isPicture).toBe(isPicture));
});

test('pages by number and size', async () => {
  const pages = await readPages(makePdf([{}, { width: 842, height: 595 }]));
  expect(pages.map(({ number, width, height }) => [number, width, height])).toEqual([
    [1, 595, 842],
    [2, 842, 595],
  ]);
});

describe('what cannot be opened', () => {
  const whole = Buffer.from(makePdf([{ texts: [at(57, 60, 'Kế hoạch')] }]));
  const changed = (from: string, to: string) => Buffer.from(whole.toString('latin1').replace(from, to), 'latin1');
  const password = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<41> <41>]`;

  test.each([
    ['a password', makePdf([{}], { trailer: password }), 'encryptedPdf'],
    ['half of it', whole.subarray(0, whole.length / 3), 'damaged'],
    ['a page that is missing', changed('[10 0 R]', '[99 0 R]'), 'damaged'],
    ['no PDF', Buffer.from('%PDF-1.7'), 'damaged'],
  ])('%s', async (_, bytes, code) => expect(readPages(bytes)).rejects.toMatchObject({ code }));

  test('the bytes stay as they were', async () => {
    const bytes = Buffer.from(whole);
    await readPages(bytes);
    expect(bytes.equals(whole)).toBe(true);
  });
});
