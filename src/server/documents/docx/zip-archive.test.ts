import { randomBytes } from 'node:crypto';
import PizZip from 'pizzip';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { makeDocx, p } from '../testing/make-docx.ts';
import { openZip } from './zip-archive.ts';

const zipOf = (files: Readonly<Record<string, string | Uint8Array>>, compression: 'STORE' | 'DEFLATE' = 'DEFLATE') => {
  const zip = new PizZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return Buffer.from(zip.generate({ type: 'uint8array', compression }));
};

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
}

/** Places of the entries in the list at the end of a zip. */
const entriesOf = (bytes: Buffer) => {
  const places: number[] = [];
  const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at);
  return places;
};
/** The same zip, its first part said to unpack to this many bytes. */
const swollen = (bytes: Buffer, size: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(size, (entriesOf(copy)[0] ?? 0) + 24);
  return copy;
};
const opened = (bytes: Buffer, most?: number) =>
  openZip(bytes, most).then(
    (zip) => zip.names.length,
    (error: unknown) => (error as { code: string }).code,
  );

describe('a zip', () => {
  test('its parts by name, packed or not', async () => {
    for (const compression of ['STORE', 'DEFLATE'] as const) {
      const zip = await openZip(zipOf({ 'word/a.xml': 'một', b: 'hai' }, compression));
      expect(zip.names).toContain('word/a.xml');
      expect(await textOf(zip.read('word/a.xml'))).toBe('một');
      expect(await textOf(zip.read('b'))).toBe('hai');
    }
  });

  test('a part that is not there, a part that is not whole', async () => {
    const bytes = zipOf({ a: 'một hai ba bốn năm'.repeat(20) });
    const zip = await openZip(bytes);
    await expect(textOf(zip.read('b'))).rejects.toMatchObject({ code: 'damaged' });
    bytes.fill(0xff, 40, 60);
    await expect(textOf((await openZip(bytes)).read('a'))).rejects.toMatchObject({ code: 'damaged' });
    const more = await openZip(swollen(zipOf({ a: 'một hai ba bốn năm'.repeat(20) }), 10));
    await expect(textOf(more.read('a'))).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a part with a password', async () => {
    const bytes = zipOf({ a: 'một' });
    const place = (entriesOf(bytes)[0] ?? 0) + 8;
    bytes.writeUInt16LE(bytes.readUInt16LE(place) | 1, place);
    const zip = await openZip(bytes);
    await expect(textOf(zip.read('a'))).rejects.toMatchObject({ code: 'encryptedOffice' });
  });

  test('what is no zip is damaged', async () => {
    expect(await opened(Buffer.from('PK không phải tệp nén'))).toBe('damaged');
    expect(await opened(zipOf({ a: 'một' }).subarray(0, -20))).toBe('damaged');
  });
});

describe('limits of a zip', () => {
  test('of its parts', async () => {
    const parts = (count: number) => zipOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, ''])));
    expect(await opened(parts(limits.zipEntries))).toBe(limits.zipEntries);
    expect(await opened(parts(limits.zipEntries + 1))).toBe('zipBomb');
  });

  test('of all its bytes together', async () => {
    const bytes = zipOf({ a: 'một'.repeat(10), b: 'hai'.repeat(10) });
    const total = Buffer.byteLength('một'.repeat(10)) + 30;
    expect(await opened(bytes, total)).toBe(2);
    expect(await opened(bytes, total - 1)).toBe('zipBomb');
  });

  test('of how much it swells, asked of large files', async () => {
    const small = zipOf({ a: 'x', b: 'y' });
    expect(await opened(swollen(small, limits.zipRatioFrom - 1))).toBe(2);
    expect(await opened(swollen(small, limits.zipRatioFrom))).toBe('zipBomb');
    const large = zipOf({ a: randomBytes(100_000) });
    const packed = large.readUInt32LE((entriesOf(large)[0] ?? 0) + 20);
    expect(await opened(swollen(large, packed * limits.zipRatio))).toBe(1);
    expect(await opened(swollen(large, packed * limits.zipRatio + 1))).toBe('zipBomb');
  });

  test('of one part that is read', async () => {
    const bytes = zipOf({ a: randomBytes(1_000_000) });
    const within = await openZip(swollen(bytes, limits.xmlPartBytes));
    await expect(textOf(within.read('a'))).rejects.toMatchObject({ code: 'damaged' });
    const beyond = await openZip(swollen(bytes, limits.xmlPartBytes + 1));
    await expect(textOf(beyond.read('a'))).rejects.toMatchObject({ code: 'zipBomb' });
  });
});

test('a Word file is one', async () => {
  const zip = await openZip(makeDocx({ body: p('a') }));
  expect(await textOf(zip.read('word/document.xml'))).toContain('<w:t xml:space="preserve">a</w:t>');
});
