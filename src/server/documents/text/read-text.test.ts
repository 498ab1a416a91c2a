import { describe, expect, test } from 'vitest';
import { DocumentRefusal } from '../document-refusal.ts';
import { readDocument } from '../read-document.ts';
import { outlineOf } from '../testing/outline.ts';
import { decodeText } from './decode-text.ts';
import { findOldEncoding } from './old-encoding.ts';

const plan = 'Ủy ban nhân dân xã Đồng Vân\nKẾ HOẠCH cải cách hành chính năm 2023\nThực hiện nhiệm vụ đã được giao';

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : Buffer.from(bytes).swap16();
};

/** windows-1258 writes a letter and its tone as two bytes. */
const windows1258: Readonly<Record<string, number>> = {
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
  Ă: 0xc3,
  ă: 0xe3,
  Â: 0xc2,
  â: 0xe2,
  Đ: 0xd0,
  đ: 0xf0,
  Ê: 0xca,
  ê: 0xea,
  Ô: 0xd4,
  ô: 0xf4,
  Ơ: 0xd5,
  ơ: 0xf5,
  Ư: 0xdd,
  ư: 0xfd,
};
const toWindows1258 = (text: string) => {
  const parts = [...text].flatMap((letter) => {
    const [base = '', ...marks] = [...letter.normalize('NFD')];
    const tones = marks.filter((mark) => mark in windows1258);
    const shape = marks.filter((mark) => !(mark in windows1258)).join('');
    return [(base + shape).normalize('NFC'), ...tones];
  });
  return Buffer.from(parts.map((part) => windows1258[part] ?? part.codePointAt(0) ?? 0));
};

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(plan)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${plan}`)],
    ['UTF-8, decomposed', Buffer.from(plan.normalize('NFD'))],
    ['UTF-16 with its mark', utf16(`\uFEFF${plan}`, 'le')],
    ['UTF-16 the other way round', utf16(`\uFEFF${plan}`, 'be')],
    ['UTF-16 without a mark', utf16(plan, 'le')],
    ['UTF-16 the other way round, without a mark', utf16(plan, 'be')],
    ['UTF-16 without a mark, decomposed', utf16(plan.normalize('NFD'), 'le')],
    ['UTF-16 the other way round, without a mark, decomposed', utf16(plan.normalize('NFD'), 'be')],
    ['windows-1258', toWindows1258(plan)],
  ])('%s', async (_, bytes) => {
    const { lines, format } = await readDocument(bytes, 'ke-hoach.txt');
    expect(format).toBe('txt');
    expect(lines.map((line) => line.text)).toEqual(plan.split('\n'));
  });

  const tcvn3 = Buffer.from(
    `${'Uû ban nh©n d©n x· §ång V©n ban hµnh kÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2023. '.repeat(3)}`,
    'latin1',
  );
  const vni = Buffer.from(
    `${'Uûy ban nhaân daân xaõ Ñoàng Vaân ban haønh keá hoaïch caûi caùch haønh chính naêm 2023, ñöôïc giao. '.repeat(3)}`,
    'latin1',
  );

  test.each([
    ['TCVN3 (ABC)', tcvn3],
    ['VNI', vni],
    ['TCVN3 (ABC)', Buffer.from(tcvn3.toString('latin1'))],
    ['VNI', Buffer.from(vni.toString('latin1'))],
  ])('%s is named and refused', async (encoding, bytes) => {
    await expect(readDocument(bytes, 'cu.txt')).rejects.toMatchObject({
      code: 'oldVietnameseText',
      params: { encoding, name: 'cu.txt' },
    });
  });

  test('an unknown table is refused', async () => {
    const bytes = Buffer.from(`k\xff\xfe ${'abc \xb1\xb2 '.repeat(50)}`, 'latin1');
    await expect(readDocument(bytes, 'la.txt')).rejects.toMatchObject({
      code: 'oldVietnameseText',
      params: { encoding: 'không rõ tên' },
    });
  });

  test.each([
    ['a mark alone tells UTF-16', utf16('\uFEFFẠẬỆ', 'le'), 'ẠẬỆ'],
    ['the other way round too', utf16('\uFEFFẠẬỆ', 'be'), 'ẠẬỆ'],
    ['more than a fifth of it ASCII', utf16(`abc${'ạ'.repeat(8)}`, 'le'), `abc${'ạ'.repeat(8)}`],
    ['more than a fifth of it ASCII, the other way round', utf16(`abc${'ạ'.repeat(8)}`, 'be'), `abc${'ạ'.repeat(8)}`],
    ['a fifth of it ASCII', utf16(`ab${'ạ'.repeat(8)}`, 'le'), undefined],
    ['a fifth of it ASCII, the other way round', utf16(`ab${'ạ'.repeat(8)}`, 'be'), undefined],
    ['a fifth of its ASCII signs are letters that end in a zero byte', utf16('aaaaĀ', 'le'), undefined],
    ['so the other way round', utf16('aaaaĀ', 'be'), undefined],
    ['fewer are', utf16('aaaaaĀ', 'le'), 'aaaaaĀ'],
    ['fewer are, the other way round', utf16('aaaaaĀ', 'be'), 'aaaaaĀ'],
    ['cut off in the middle of a letter', utf16(plan, 'le').subarray(0, -1), undefined],
    ['zeros as in no text', Buffer.from([0x41, 0x00, 0x00, 0x42, 0x43]), undefined],
    ['plain letters', Buffer.from('abc'), 'abc'],
  ])('%s', (_, bytes, text) => expect(decodeText(bytes)).toBe(text));

  test('the sign of the đồng of windows-1258 is no mark of UTF-16', () => {
    const dong = Buffer.from([0xfe]);
    const rest = toWindows1258(' cho một hồ sơ đã được giải quyết');
    expect(decodeText(Buffer.concat([dong, rest]))).toBe('₫ cho một hồ sơ đã được giải quyết');
    expect(decodeText(Buffer.concat([Buffer.from('5'), dong, rest]))).toBe('5₫ cho một hồ sơ đã được giải quyết');
  });

  test('windows-1258 is told by one Vietnamese letter in a hundred', () => {
    const letters = (others: number) => toWindows1258(`${'x'.repeat(others)}ạ`);
    expect(decodeText(letters(99))).toHaveLength(100);
    expect(() => decodeText(letters(100))).toThrow(DocumentRefusal);
    expect(() => decodeText(Buffer.from([0xff]))).toThrow(DocumentRefusal);
  });
});

describe('texts for fonts from before Unicode', () => {
  test.each([
    ['a plan in Unicode', plan.repeat(20), undefined],
    ['a few signs in it', `${plan.repeat(20)} © 2023 ® señor Köln`, undefined],
    ['French and German', 'Café, déjà vu, naïve, Übermut. '.repeat(3), undefined],
    ['signs after letters', `${'n© '.repeat(20)}`, 'TCVN3 (ABC)'],
    ['signs before letters', `${'©n '.repeat(20)}`, 'TCVN3 (ABC)'],
    ['too few of them', `${'n© '.repeat(19)}`, undefined],
    ['signs apart from letters', `${'5 © '.repeat(40)}`, undefined],
    ['signs between figures', '5©5 '.repeat(40), undefined],
    ['vowels with their tone behind them', 'aø '.repeat(20), 'VNI'],
    ['too few of those', 'aø '.repeat(19), undefined],
    ['before figures', 'aø2023 '.repeat(20), 'VNI'],
    ['before many signs', 'aø 5 : 5 '.repeat(20), 'VNI'],
    ['within long words of other languages', 'naïveness '.repeat(40), undefined],
    ['ñ for đ', 'ñi '.repeat(20), 'VNI'],
    ['ñ alone', 'ñ ñ1 '.repeat(40), undefined],
    ['both alike', 'n© aø '.repeat(20), 'TCVN3 (ABC)'],
    ['more of the second', `${'n© aø '.repeat(20)}aø`, 'VNI'],
    ['twice as many as Unicode letters', 'n© n© ạ '.repeat(20), 'TCVN3 (ABC)'],
    ['fewer', `${'n© n© ạ '.repeat(20)}ạ`, undefined],
    ['quotes of Unicode words', '«Kế hoạch» '.repeat(20), undefined],
  ])('%s', (_, text, encoding) => expect(findOldEncoding(text)).toBe(encoding));
});

test('lines keep their numbers and blanks; each is a block', async () => {
  const document = await readDocument(Buffer.from('một\r\n\r\n hai \rba\n'), 'a.txt');
  expect(document.lines).toEqual([
    { id: 0, text: 'một', lineNo: 1 },
    { id: 1, text: '', lineNo: 2 },
    { id: 2, text: ' hai ', lineNo: 3 },
    { id: 3, text: 'ba', lineNo: 4 },
  ]);
  expect(outlineOf(document)).toEqual(['một', '', ' hai ', 'ba']);
});

test('form feeds are page ends', async () => {
  const { lines } = await readDocument(Buffer.from('một\n\fhai\nba\f\n\f\fbốn\nnăm\fsáu\nbảy\n\f'), 'a.txt');
  expect(lines.map(({ text, page, lineNo }) => [text, page, lineNo])).toEqual([
    ['một', 1, 1],
    ['hai', 2, 2],
    ['ba ', 2, 3],
    ['bốn', 5, 4],
    ['năm sáu', 5, 5],
    ['bảy', 6, 6],
  ]);
});

test('letters that are not seen are left out', async () => {
  const text = 'Hành\u200B chính\u00A0xã\u00AD\u0007 Mẫu';
  expect((await readDocument(Buffer.from(text), 'a.txt')).lines[0]?.text).toBe('Hành chính xã Mẫu');
});

test('a last line without an end is read, an end without a line is none', async () => {
  const numbers = async (text: string) => (await readDocument(Buffer.from(text), 'a.txt')).lines.length;
  expect(await numbers('a\nb')).toBe(2);
  expect(await numbers('a\nb\n')).toBe(2);
  expect(await numbers('a\nb\n\n')).toBe(3);
  expect(await numbers('a\r\nb\r\n')).toBe(2);
  expect(await numbers('a\rb\r')).toBe(2);
  expect(await numbers('a\nb\n\f\f')).toBe(2);
});
