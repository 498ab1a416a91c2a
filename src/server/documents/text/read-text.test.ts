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

  test('Unicode texts that quote a few signs are no old text', () => {
    expect(findOldEncoding(plan.repeat(20))).toBeUndefined();
    expect(findOldEncoding(`${plan.repeat(20)} © 2023 ® señor Köln`)).toBeUndefined();
    expect(findOldEncoding('Café, déjà vu, naïve, Übermut. '.repeat(3))).toBeUndefined();
  });

  test('bytes with zeros are no text', () => {
    expect(decodeText(Buffer.from([0x41, 0x00, 0x00, 0x42, 0x43]))).toBeUndefined();
    expect(decodeText(Buffer.from('abc'))).toBe('abc');
    expect(() => decodeText(Buffer.from([0xff]))).toThrow(DocumentRefusal);
  });
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
  const { lines } = await readDocument(Buffer.from('một\n\fhai\nba\f\n\f\fbốn\nnăm\n\f'), 'a.txt');
  expect(lines.map(({ text, page, lineNo }) => [text.trim(), page, lineNo])).toEqual([
    ['một', 1, 1],
    ['hai', 2, 2],
    ['ba', 2, 3],
    ['bốn', 5, 4],
    ['năm', 5, 5],
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
});
