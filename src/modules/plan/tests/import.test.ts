import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { getImport, startImport } from '../contract/imports.ts';
import { waitForReading } from './plan-acts.ts';

const seed = fileURLToPath(new URL('../../../../starter/hoang-tien/ke-hoach-cchc-2022.txt', import.meta.url));

let t: TestApp;
let stopJobs: () => Promise<void>;

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

test('a plan is read from its file', async () => {
  const file = { name: 'ke-hoach.txt', content: await readFile(seed) };
  const started = await t.call(startImport, { file }, { as: 'focal' });
  expect(started.error).toBeUndefined();
  expect(started.body).toMatchObject({ state: 'reading', again: false });
  await waitForReading(t, started.body.id);
  const { body } = await t.call(getImport, { params: { importId: started.body.id } }, { as: 'focal' });
  expect(body.state).toBe('review');
  expect(body.title).toBe('Kế hoạch cải cách hành chính năm 2022');
  console.log(
    body.open,
    body.obstacles,
    body.doubts.map((d) => [d.kind, d.proposed, d.blocking, d.places.map((p) => p.path).join(' ')].join(' ')),
  );
});
