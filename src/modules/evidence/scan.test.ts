import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { listNotices } from '#modules/notification/contract.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { type ClamdServer, eicar, startClamd } from '#test/clamd-server.ts';
import { aFile, anUpload } from '#test/evidence-acts.ts';
import { enterFile, getEvidence } from './contract/evidence.ts';

let t: TestApp;
let without: TestApp;
let scanner: ClamdServer;
let stopJobs: () => Promise<void>;
beforeAll(async () => {
  without = await startTestApp();
  scanner = await startClamd();
  t = await startTestApp({ clamdUrl: scanner.url });
  stopJobs = await t.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await t.close();
  await without.close();
  await scanner.close();
});

const officer = { as: 'officer' } as const;

async function scanOf(evidenceId: Id): Promise<string | undefined> {
  const { body } = await t.call(getEvidence, { params: { evidenceId } }, officer);
  return body.file?.scan;
}

async function statusOf(evidenceId: Id): Promise<number> {
  const { headers } = await t.signInAs('officer');
  return (await t.app.inject({ url: `/api/evidence/${evidenceId}/files/1/download`, headers })).statusCode;
}

describe('a file, where a scanner is set up,', () => {
  test('may not be opened before it is scanned, and may be when it is clean', async () => {
    scanner.setMood('silent');
    const file = await aFile(t, 'officer');
    expect([file.file?.scan, await statusOf(file.id)]).toEqual(['waiting', 409]);
    scanner.setMood('well');
    await expect.poll(() => scanOf(file.id), { timeout: 20_000 }).toBe('clean');
    expect(await statusOf(file.id)).toBe(200);
  });

  test('that is infected is put aside, its sender told once, and it is not taken again', async () => {
    scanner.setMood('well');
    const file = await aFile(t, 'officer', { title: 'Tệp lạ', content: eicar });
    await expect.poll(() => scanOf(file.id), { timeout: 15_000 }).toBe('infected');
    const sha256 = file.file?.sha256 ?? '';
    await expect.poll(() => t.services.files.has(t.unit.id, sha256)).toBe(false);
    expect(await statusOf(file.id)).toBe(409);
    const told = async () => {
      const { body } = await t.call(listNotices, {}, officer);
      return body.rows.filter((row) => row.kind === 'evidence.infected').map((row) => row.text);
    };
    await expect.poll(told, { timeout: 5_000 }).toEqual([expect.stringContaining('Eicar-Signature')]);
    const uploadId = await anUpload(t, 'officer', eicar);
    const again = await t.call(enterFile, { body: { title: 'Gửi lại tệp lạ', uploadId } }, officer);
    expect([again.status, again.error?.code]).toEqual([409, 'file-infected']);
  });

  test.each(['hangs-up', 'nonsense'] as const)(
    'waits while the scanner %s, and is scanned when it is well again',
    async (mood) => {
      scanner.setMood(mood);
      const before = scanner.scanned.length;
      const file = await aFile(t, 'officer');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect([await scanOf(file.id), await statusOf(file.id)]).toEqual(['waiting', 409]);
      scanner.setMood('well');
      await expect.poll(() => scanOf(file.id), { timeout: 20_000 }).toBe('clean');
      expect(scanner.scanned.length).toBeGreaterThan(before);
    },
  );
});

test('where none is set up a file is marked as not scanned and may be used', async () => {
  const file = await aFile(without, 'officer', { content: eicar });
  expect(file.file?.scan).toBe('unscanned');
  const { headers } = await without.signInAs('officer');
  const reply = await without.app.inject({ url: `/api/evidence/${file.id}/files/1/download`, headers });
  expect(reply.statusCode).toBe(200);
});
