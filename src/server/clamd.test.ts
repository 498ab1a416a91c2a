import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClamdServer, eicar, startClamd } from '#test/clamd-server.ts';
import { scanBytes } from './clamd.ts';

let scanner: ClamdServer;
beforeAll(async () => {
  scanner = await startClamd();
});
afterAll(() => scanner.close());

const parts = (...texts: readonly (string | Buffer)[]) => Readable.from(texts.map((text) => Buffer.from(text)));

test('clean and infected bytes are told apart, also when the virus lies across parts', async () => {
  scanner.setMood('well');
  expect(await scanBytes(scanner.url, parts('văn bản ', 'bình thường'))).toEqual({ state: 'clean' });
  const infected = await scanBytes(scanner.url, parts('x', eicar.slice(0, 20), eicar.slice(20)));
  expect(infected).toEqual({ state: 'infected', found: 'Eicar-Signature' });
});

test('every byte of a large file reaches the scanner', async () => {
  scanner.setMood('well');
  const content = randomBytes(9_000_000);
  const pieces = Array.from({ length: 9 }, (_, at) => content.subarray(at * 1_000_000, (at + 1) * 1_000_000));
  expect(await scanBytes(scanner.url, parts(...pieces))).toEqual({ state: 'clean' });
  expect(scanner.scanned.at(-1)?.equals(content)).toBe(true);
});

test.each([
  ['silent', 'does not answer'],
  ['hangs-up', ''],
  ['nonsense', 'HTTP/1.1 400'],
  ['too-large', 'size limit exceeded'],
] as const)('a scanner that is %s says nothing of the bytes', async (mood, words) => {
  scanner.setMood(mood);
  const many = Array.from({ length: 40 }, () => randomBytes(200_000));
  const timeoutMs = mood === 'silent' ? 300 : 20_000;
  await expect(scanBytes(scanner.url, parts(...many), timeoutMs)).rejects.toThrow(words);
});

test('a scanner that is not there is an error', async () => {
  const gone = await startClamd();
  await gone.close();
  await expect(scanBytes(gone.url, parts('x'))).rejects.toThrow(/ECONNREFUSED/);
});

test('a socket file is as good as a port', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lien-mach-clamd-'));
  const local = await startClamd({ path: join(folder, 'clamd.ctl') });
  expect(await scanBytes(local.url, parts(eicar))).toMatchObject({ state: 'infected' });
  await local.close();
  await rm(folder, { recursive: true, force: true });
});
