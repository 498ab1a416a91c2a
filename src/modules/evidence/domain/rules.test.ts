import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { codeText, documentKey, readDocumentCode } from './document-code.ts';
import { mayBeginUpload, mostOpenUploads } from './may-begin-upload.ts';
import { nameOf } from './name-of.ts';
import { type Asking, mayChange, mayHaveFile, mayOpenFile, mayRead } from './rights.ts';
import { isRendered, isViewable } from './viewable.ts';

const day = '2022-03-15' as PlainDate;

describe('number and symbol', () => {
  test.each([
    ['45/BC-UBND', '45', 'BC-UBND'],
    ['Số: 45/BC-UBND', '45', 'BC-UBND'],
    ['số 045 / QĐ-UBND', '045', 'QĐ-UBND'],
    ['12a/KH-UBND.VP', '12a', 'KH-UBND.VP'],
    ['  7/TB–HĐND  ', '7', 'TB–HĐND'],
  ])('%s is read', (text, number, symbol) => expect(readDocumentCode(text)).toEqual({ number, symbol }));

  test.each(['', '45', '/BC-UBND', 'BC-UBND/', '45/', 'báo cáo quý I', `${'4'.repeat(21)}/BC`])(
    '“%s” is none',
    (text) => expect(readDocumentCode(text)).toBeUndefined(),
  );

  test('what was read is read again from its text', () => {
    const number = fc.stringMatching(/^[0-9A-Za-z.-]{1,20}$/);
    const symbol = fc.stringMatching(/^[A-ZĐ]{2,6}-[A-ZĐ]{2,10}$/);
    fc.assert(
      fc.property(number, symbol, (n, s) => {
        expect(readDocumentCode(codeText({ number: n, symbol: s }))).toEqual({ number: n, symbol: s });
      }),
    );
  });
});

describe('the key of a document', () => {
  const key = (number: string, symbol: string, issuer: string | null = null) =>
    documentKey({ number, symbol, issuedOn: day, issuer });

  test.each([
    ['045', 'BC-UBND'],
    ['45', 'bc-ubnd'],
    ['45', 'BC - UBND'],
  ])('%s/%s is 45/BC-UBND', (number, symbol) => expect(key(number, symbol)).toBe(key('45', 'BC-UBND')));

  test.each([
    ['450', 'BC-UBND', null],
    ['4', '5BC-UBND', null],
    ['45', 'BC-HĐND', null],
    ['45', 'BC-UBND', 'UBND huyện Thử'],
  ])('%s/%s of %s is another', (number, symbol, issuer) =>
    expect(key(number, symbol, issuer)).not.toBe(key('45', 'BC-UBND')),
  );

  test('nothing is left of a number of zeros but one', () => expect(key('000', 'BC')).toBe(key('0', 'BC')));
});

test.each([
  [{ title: 'Báo cáo quý', number: '45', symbol: 'BC-UBND', issuedOn: day }, '45/BC-UBND ngày 15/03/2022'],
  [{ title: 'Ảnh niêm yết', number: null, symbol: null, issuedOn: null }, 'Ảnh niêm yết'],
])('%j is called %s', (named, name) => expect(nameOf(named)).toBe(name));

describe('rights', () => {
  const me = 'toi' as Id;
  const other = 'nguoi-khac' as Id;
  const asking = (...held: string[]): Asking => ({ accountId: me, may: (permission) => held.includes(permission) });

  test.each([
    // kind, level, entered by, holds, used by what is readable → may read
    ['file', 'normal', other, [], false, false],
    ['file', 'normal', me, [], false, true],
    ['file', 'normal', other, ['evidence.add'], false, false],
    ['file', 'normal', other, ['evidence.correct'], false, false],
    ['file', 'normal', other, ['evidence.read'], false, true],
    ['file', 'normal', other, [], true, true],
    ['file', 'normal', null, [], false, false],
    ['document', 'normal', other, [], false, false],
    ['document', 'normal', other, ['evidence.add'], false, true],
    ['document', 'secret', other, ['evidence.add'], false, false],
    ['document', 'secret', me, [], false, true],
    ['document', 'secret', other, ['evidence.read'], false, true],
  ] as const)('%s, %s, of %s, holding %j, used %s: %s', (kind, level, createdBy, held, used, may) => {
    expect(mayRead({ kind, level, createdBy }, asking(...held), used)).toBe(may);
  });

  test('nobody without an account is who entered it', () => {
    const nobody: Asking = { accountId: undefined, may: () => false };
    expect(mayRead({ kind: 'file', level: 'normal', createdBy: null }, nobody, false)).toBe(false);
  });

  test.each([
    [me, ['evidence.add'], undefined],
    [other, ['evidence.add'], 'evidence-not-yours'],
    [other, ['evidence.correct'], undefined],
    [me, [], 'forbidden'],
    [me, ['evidence.read'], 'forbidden'],
  ] as const)('of %s, holding %j: change refused by %s', (createdBy, held, code) => {
    const verdict = mayChange({ createdBy }, asking(...held));
    expect(verdict.ok ? undefined : verdict.code).toBe(code);
  });

  test('what is marked mật has no file', () => {
    expect(mayHaveFile({ level: 'normal' }).ok).toBe(true);
    expect(mayHaveFile({ level: 'secret' })).toEqual({ ok: false, code: 'evidence-secret-no-content' });
  });

  test.each([
    ['unscanned', undefined],
    ['clean', undefined],
    ['waiting', 'file-being-scanned'],
    ['infected', 'file-infected'],
  ] as const)('a file that is %s: %s', (scan, code) => {
    const verdict = mayOpenFile(scan);
    expect(verdict.ok ? undefined : verdict.code).toBe(code);
  });
});

describe('beginning to send', () => {
  const most = 200 * 1_048_576;
  const gigabyte = 1_024 ** 3;
  test.each([
    [1, 0, 0, undefined],
    [most, 0, 0, undefined],
    [most + 1, 0, 0, 'file-too-large'],
    [0, 0, 0, 'upload-empty'],
    [undefined, 0, 0, 'upload-no-size'],
    [1, mostOpenUploads - 1, 0, undefined],
    [1, mostOpenUploads, 0, 'upload-too-many'],
    [1, 0, 20 * gigabyte - 1, undefined],
    [2, 0, 20 * gigabyte - 1, 'upload-no-room'],
  ])('%s bytes beside %i files and %i bytes: %s', (size, count, bytes, code) => {
    const verdict = mayBeginUpload(size, most, { count, bytes });
    expect(verdict.ok ? undefined : verdict.code).toBe(code);
  });
});

test.each([
  ['application/pdf', true, false],
  ['image/png', true, false],
  ['image/svg+xml', false, false],
  ['text/html', false, false],
  ['text/plain', true, false],
  ['application/xml', false, false],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', false, true],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', false, true],
  ['application/octet-stream', false, false],
])('%s: shown %s, rendered %s', (type, viewable, isMade) => {
  expect([isViewable(type), isRendered(type)]).toEqual([viewable, isMade]);
});
