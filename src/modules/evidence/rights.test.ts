import { readFile, rm, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { addEvidenceUses } from '#server/evidence-uses.ts';
import { roles, type Sender, startTestApp, type TestApp } from '#test/app.ts';
import { aDocument, aFile, anUpload } from '#test/evidence-acts.ts';
import { anAccount } from '#test/factories.ts';
import { checkFile, enterDocument, getEvidence, listEvidence } from './contract/evidence.ts';
import { type Asking, mayRead } from './domain/rights.ts';

let t: TestApp;
/** Evidence that a record uses which only readers of plans may see. */
const used = new Set<Id>();
beforeAll(async () => {
  addEvidenceUses('test', {
    select: (viewer) => sql`select e.id as evidence_id, 'test-record' as record_type, e.id as record_id,
      'Nhiệm vụ thử' as title, e.created_at as at, ${viewer.session?.username === 'clerk'}::boolean as readable
      from evidence e where e.unit_id = ${viewer.unitId} and e.id = any(${[...used]}::uuid[])`,
    path: ({ id }) => `/thu/${id}`,
  });
  t = await startTestApp();
});
afterAll(() => t.close());

async function headersOf(as: Sender): Promise<Record<string, string>> {
  if (as === undefined) return {};
  return typeof as === 'object' && 'headers' in as ? { ...as.headers } : (await t.signInAs(as)).headers;
}

async function statusesOf(evidenceId: Id, as: Sender): Promise<number[]> {
  const headers = await headersOf(as);
  const addresses = ['', '/files/1/download', '/files/1/view', '/files/1/check'];
  const replies = await Promise.all(
    addresses.map((end) => t.app.inject({ url: `/api/evidence/${evidenceId}${end}`, headers })),
  );
  return replies.map((reply) => reply.statusCode);
}

const open = [200, 200, 200, 200];
const hidden = [404, 404, 404, 404];

describe('a file entered by an officer', () => {
  let file: Id;
  beforeAll(async () => {
    file = (await aFile(t, 'officer', { title: 'Tệp riêng của công chức' })).id;
  });

  test.each([
    ['officer', open],
    ['chair', open],
    ['focal', open],
    ['viewer', hidden],
    ['clerk', hidden],
    ['admin', hidden],
  ] as const)('is for %s: %j', async (role, statuses) => {
    expect(await statusesOf(file, role)).toEqual(statuses);
  });

  test('is hidden from another officer, another unit and whoever is not signed in', async () => {
    const another = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    expect(await statusesOf(file, another)).toEqual(hidden);
    const foreign = await t.account('focal', t.otherUnit);
    expect(await statusesOf(file, foreign)).toEqual(hidden);
    expect(await statusesOf(file, undefined)).toEqual([401, 401, 401, 401]);
  });

  test('opens for who may read a record that uses it, which its page then names', async () => {
    expect(await statusesOf(file, 'clerk')).toEqual(hidden);
    used.add(file);
    expect(await statusesOf(file, 'clerk')).toEqual(open);
    expect(await statusesOf(file, 'viewer')).toEqual(hidden);
    const { body } = await t.call(getEvidence, { params: { evidenceId: file } }, { as: 'clerk' });
    expect(body.uses).toMatchObject([{ title: 'Nhiệm vụ thử', path: `/thu/${file}` }]);
    used.delete(file);
  });
});

test('the list and the rule agree on every piece of evidence and every role', async () => {
  const asked = await Promise.all([
    aFile(t, 'officer'),
    aFile(t, 'focal'),
    aDocument(t, 'focal'),
    aDocument(t, 'officer'),
  ]);
  const secret = { number: '77', symbol: 'M-UBND', issuedOn: asked[2]?.issuedOn ?? fail(), level: 'secret' as const };
  const stub = await t.call(enterDocument, { body: secret }, { as: 'focal' });
  for (const one of [...asked, stub.body.evidence].slice(1, 3)) used.add(one.id);
  const { rows: all } = await t.owner.query<{
    id: Id;
    kind: 'document' | 'file';
    level: 'normal' | 'secret';
    createdBy: Id;
  }>('select id, kind, level, created_by as "createdBy" from evidence where unit_id = $1', [t.unit.id]);
  const { rows: known } = await t.owner.query<{ code: string; permissions: string[] }>(
    'select code, permissions from role',
  );
  for (const role of roles) {
    const account = await t.account(role);
    const held = known.find((one) => one.code === role)?.permissions ?? [];
    const asking: Asking = { accountId: account.id, may: (permission) => held.includes(permission) };
    const { body } = await t.call(listEvidence, { query: { size: 200 } }, { as: role });
    const expected = all.filter((one) => mayRead(one, asking, role === 'clerk' && used.has(one.id)));
    expect([role, body.rows.map((row) => row.id).toSorted()]).toEqual([role, expected.map((one) => one.id).toSorted()]);
  }
  used.clear();
});

function fail(): never {
  throw new Error('no document');
}

describe('bytes', () => {
  test('come as an attachment under their Vietnamese name, never sniffed, never run', async () => {
    const uploadId = await anUpload(t, 'officer', '<script>alert(1)</script>', 'Báo cáo quý I.html');
    const { id } = await aDocument(t, 'officer', { uploadId });
    const headers = await headersOf('officer');
    const reply = await t.app.inject({ url: `/api/evidence/${id}/files/1/download`, headers });
    expect(reply.body).toBe('<script>alert(1)</script>');
    expect(reply.headers).toMatchObject({
      'content-disposition': expect.stringContaining(`filename*=UTF-8''B%C3%A1o%20c%C3%A1o`),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(String(reply.headers['content-type'])).not.toContain('html');
    const view = await t.app.inject({ url: `/api/evidence/${id}/files/1/view`, headers });
    expect([view.statusCode, view.json().error.code]).toEqual([409, 'file-not-viewable']);
  });

  test.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('of %s are answered %i', async (range, status, body, contentRange) => {
    const { id } = await aFile(t, 'officer', { content: '0123456789' });
    const headers = { ...(await headersOf('officer')), range };
    const reply = await t.app.inject({ url: `/api/evidence/${id}/files/1/view`, headers });
    expect([reply.statusCode, reply.body, reply.headers['content-range']]).toEqual([status, body, contentRange]);
  });

  test('are not compressed on the way, which would break their parts', async () => {
    const content = 'một dòng lặp lại\n'.repeat(500);
    const { id } = await aFile(t, 'officer', { content });
    const headers = { ...(await headersOf('officer')), 'accept-encoding': 'gzip, br' };
    const reply = await t.app.inject({ url: `/api/evidence/${id}/files/1/view`, headers });
    expect(reply.headers['content-encoding']).toBeUndefined();
    expect(reply.body).toBe(content);
  });

  test('are checked against the log, and a change or loss is told', async () => {
    const file = await aFile(t, 'officer', { content: 'không được sửa' });
    const params = { evidenceId: file.id, number: 1 };
    const path = t.services.files.path(t.unit.id, file.file?.sha256 ?? '');
    const right = await t.call(checkFile, { params }, { as: 'officer' });
    expect(right.body).toMatchObject({ ok: true, found: file.file?.sha256, logged: file.file?.sha256 });
    const bytes = await readFile(path);
    await writeFile(path, 'đã bị sửa');
    const changed = await t.call(checkFile, { params }, { as: 'officer' });
    expect(changed.body).toMatchObject({
      ok: false,
      logged: file.file?.sha256,
      words: expect.stringContaining('KHÁC'),
    });
    await rm(path);
    const gone = await t.call(checkFile, { params }, { as: 'officer' });
    expect(gone.body).toMatchObject({ ok: false, found: null, words: expect.stringContaining('Không còn') });
    const reply = await t.app.inject({
      url: `/api/evidence/${file.id}/files/1/download`,
      headers: await headersOf('officer'),
    });
    expect([reply.statusCode, reply.json().error.code]).toEqual([500, 'file-bytes-missing']);
    await writeFile(path, bytes);
    expect((await t.call(checkFile, { params }, { as: 'officer' })).body.ok).toBe(true);
  });

  test('changed together with the database are still told apart by the log', async () => {
    const [one, two] = await Promise.all([aFile(t, 'officer'), aFile(t, 'officer')]);
    await t.owner.query(
      `update file set sha256 = $2 where id = (select file_id from evidence_file where evidence_id = $1)`,
      [one.id, two.file?.sha256],
    );
    const { body } = await t.call(checkFile, { params: { evidenceId: one.id, number: 1 } }, { as: 'officer' });
    expect(body).toMatchObject({ ok: false, found: two.file?.sha256, logged: one.file?.sha256 });
  });
});
