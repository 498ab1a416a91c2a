import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { makeDocx, p } from '#server/documents/testing/make-docx.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anUpload } from '#test/evidence-acts.ts';
import { enterFile, getRendering } from './contract/evidence.ts';

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

async function entered(content: Uint8Array, name: string): Promise<Id> {
  const uploadId = await anUpload(t, 'officer', Buffer.from(content), name);
  const { body } = await t.call(enterFile, { body: { title: 'Tệp để xem', uploadId } }, { as: 'officer' });
  return body.evidence.id;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** As Word writes it: what it is stands in its list of content types. */
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`;
const wordFile = (body: string) => makeDocx({ body, more: { '[Content_Types].xml': types } });

const shownTo = (as: 'officer' | 'viewer', evidenceId: Id) =>
  t.call(getRendering, { params: { evidenceId, number: 1 } }, { as });

test('a Word file can be looked at once a job has made its text, by those who may read it', async () => {
  const id = await entered(wordFile(p('Biên bản họp thôn')), 'bien-ban.docx');
  await expect.poll(async () => (await shownTo('officer', id)).body.state, { timeout: 20_000 }).toBe('ready');
  const { body } = await shownTo('officer', id);
  expect(body.content).toMatchObject({ kind: 'text', blocks: [{ text: 'Biên bản họp thôn' }] });
  expect((await shownTo('viewer', id)).status).toBe(404);
});

test('one that cannot be read says what to do', async () => {
  const broken = Buffer.from(wordFile('<w:p><w:r>'));
  const id = await entered(broken, 'hong.docx');
  await expect.poll(async () => (await shownTo('officer', id)).body.state, { timeout: 20_000 }).toBe('refused');
  expect((await shownTo('officer', id)).body.reason).toContain('tải về');
});

test('a file of another kind is not made into text', async () => {
  const id = await entered(Buffer.from('văn bản thuần'), 'ghi-chu.txt');
  expect((await shownTo('officer', id)).body).toMatchObject({ state: 'refused', content: null });
});
