import { createHash, randomBytes } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { type Sender, startTestApp, type TestApp } from '#test/app.ts';
import { startCuttingProxy } from '#test/cutting-proxy.ts';
import { aFile, anUpload } from '#test/evidence-acts.ts';
import { enterFile } from './contract/evidence.ts';
import { sweepUnit } from './uploads/sweep-uploads.ts';

let t: TestApp;
let port: number;
let url: string;
beforeAll(async () => {
  t = await startTestApp();
  await t.app.listen({ port: 0, host: '127.0.0.1' });
  port = (t.app.server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => t.close());

const officer = { as: 'officer' } as const;
const tus = { 'tus-resumable': '1.0.0' };
const part = { ...tus, 'content-type': 'application/offset+octet-stream' };

async function headersOf(as: Sender): Promise<Record<string, string>> {
  if (as === undefined) return {};
  return typeof as === 'object' && 'headers' in as ? { ...as.headers } : (await t.signInAs(as)).headers;
}

async function send(method: string, path: string, as: Sender, headers: Record<string, string>, body?: Buffer) {
  const sent = body ? { body: new Uint8Array(body) } : {};
  return await fetch(`${url}${path}`, { method, headers: { ...(await headersOf(as)), ...headers }, ...sent });
}

async function begin(size: number, as: Sender = 'officer', headers: Record<string, string> = {}) {
  const name = Buffer.from('quay phim hội nghị.mp4').toString('base64');
  return await send('POST', '/api/uploads', as, {
    ...tus,
    'upload-length': String(size),
    'upload-metadata': `filename ${name}`,
    ...headers,
  });
}

async function placeOf(reply: Response): Promise<string> {
  return reply.headers.get('location') ?? (await reply.text());
}

async function refusalOf(reply: Response): Promise<{ code: string; message: string }> {
  return ((await reply.json()) as { error: { code: string; message: string } }).error;
}

const idOf = (place: string) => place.split('/').at(-1) as Id;

describe('a file in parts', () => {
  test('of 60 MB over a line that is cut again and again arrives whole, with the right hash', {
    timeout: 60_000,
  }, async () => {
    const content = randomBytes(60 * 1_048_576);
    const line = await startCuttingProxy(port, { bytes: 7 * 1_048_576, cuts: 6 });
    const headers = await headersOf('officer');
    const uploadId = await new Promise<Id>((resolve, reject) => {
      const upload: Upload = new Upload(content, {
        endpoint: `${line.url}/api/uploads`,
        headers,
        metadata: { filename: 'tep-lon.bin' },
        retryDelays: [20, 20, 20, 20, 20, 20, 20, 20],
        onError: reject,
        onSuccess: () => resolve(idOf(upload.url ?? '')),
      });
      upload.start();
    });
    expect(line.cuts()).toBe(6);
    await line.close();
    const made = await t.call(enterFile, { body: { title: 'Tệp lớn thử', uploadId } }, officer);
    expect(made.body.evidence.file).toMatchObject({
      name: 'tep-lon.bin',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    const found = await t.services.files.findHash(t.unit.id, made.body.evidence.file?.sha256 ?? '');
    expect(found).toBe(made.body.evidence.file?.sha256);
    expect(await readdir(t.services.files.incoming(t.unit.id))).toEqual([]);
  });

  test('goes on where it was, and says so when asked after the end', async () => {
    const content = randomBytes(5_000);
    const place = await placeOf(await begin(content.length));
    const first = await send('PATCH', place, 'officer', { ...part, 'upload-offset': '0' }, content.subarray(0, 2_000));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '2000']);
    const early = await t.call(enterFile, { body: { title: 'Chưa gửi xong', uploadId: idOf(place) } }, officer);
    expect(early.error?.code).toBe('upload-unfinished');
    const wrong = await send('PATCH', place, 'officer', { ...part, 'upload-offset': '0' }, content);
    expect(wrong.status).toBe(409);
    const head = await send('HEAD', place, 'officer', tus);
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '2000']);
    const rest = await send('PATCH', place, 'officer', { ...part, 'upload-offset': '2000' }, content.subarray(2_000));
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, '5000']);
    const after = await send('HEAD', place, 'officer', tus);
    expect([after.status, after.headers.get('upload-offset'), after.headers.get('upload-length')]).toEqual([
      200,
      '5000',
      '5000',
    ]);
    const made = await t.call(enterFile, { body: { title: 'Gửi xong', uploadId: idOf(place) } }, officer);
    expect(made.body.evidence.file).toMatchObject({ name: 'quay phim hội nghị.mp4', size: 5_000 });
  });

  test.each([
    ['whoever is not signed in', { headers: {} }, 401],
    ['who may not enter evidence', 'viewer', 403],
  ] as const)('is refused from %s', async (_, as, status) => {
    expect((await begin(10, as)).status).toBe(status);
  });

  test('is refused from another site', async () => {
    expect((await begin(10, 'officer', { origin: 'https://khac.example' })).status).toBe(403);
    expect((await begin(10, 'officer', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('is only its sender’s', async () => {
    const place = await placeOf(await begin(10));
    const foreign = await t.account('officer', t.otherUnit);
    for (const as of ['focal', foreign] as const) {
      for (const method of ['HEAD', 'PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? Buffer.alloc(10) : undefined;
        const reply = await send(method, place, as, { ...part, 'upload-offset': '0' }, body);
        expect([method, reply.status]).toEqual([method, 404]);
      }
    }
    expect((await send('HEAD', place, 'officer', tus)).status).toBe(200);
    expect((await send('DELETE', place, 'officer', tus)).status).toBe(204);
    expect((await send('HEAD', place, 'officer', tus)).status).toBe(404);
  });

  test.each([
    ['too large', 200 * 1_048_576 + 1, 413],
    ['empty', 0, 400],
  ])('%s is refused before a byte is sent', async (_, size, status) => {
    expect((await begin(size)).status).toBe(status);
  });

  test('without a size, or the 21st at once, is refused', async () => {
    const unsized = await send('POST', '/api/uploads', 'chair', { ...tus, 'upload-defer-length': '1' });
    expect([unsized.status, (await refusalOf(unsized)).code]).toEqual([400, 'upload-no-size']);
    for (let at = 0; at < 20; at += 1) expect((await begin(10, 'chair')).status).toBe(201);
    const more = await begin(10, 'chair');
    expect([more.status, (await refusalOf(more)).message]).toEqual([429, expect.stringContaining('20 tệp')]);
  });

  test('sends no more than it said', async () => {
    const place = await placeOf(await begin(10));
    const reply = await send('PATCH', place, 'officer', { ...part, 'upload-offset': '0' }, Buffer.alloc(50));
    expect(reply.status).toBeGreaterThanOrEqual(400);
    const made = await t.call(enterFile, { body: { title: 'Gửi quá', uploadId: idOf(place) } }, officer);
    expect(made.error?.code).toBe('upload-unfinished');
  });

  test('whose server died after the last part is finished when asked again', async () => {
    const content = randomBytes(1_000);
    const place = await placeOf(await begin(content.length));
    await send('PATCH', place, 'officer', { ...part, 'upload-offset': '0' }, content.subarray(0, 400));
    await writeFile(`${t.services.files.incoming(t.unit.id)}/${idOf(place)}`, content);
    const head = await send('HEAD', place, 'officer', tus);
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '1000']);
    expect((await t.call(enterFile, { body: { title: 'Sau sự cố', uploadId: idOf(place) } }, officer)).status).toBe(
      200,
    );
  });
});

describe('files nobody went on with', () => {
  const aged = new Date('2020-01-01');
  const place = (name: string) => `${t.services.files.incoming(t.unit.id)}/${name}`;
  const rowsOf = async (ids: readonly Id[]) =>
    (await t.owner.query('select id from upload where id = any($1)', [ids])).rows.map((row) => row.id as Id);

  test('are taken away after their days, with their bytes; others stay', async () => {
    const begun = t.clock.now();
    const half = idOf(await placeOf(await begin(10)));
    await writeFile(place(half), 'nửa');
    const whole = await anUpload(t, 'officer', 'gửi xong rồi quên');
    const shared = await anUpload(t, 'officer', 'quên nhưng nơi khác dùng');
    const file = await aFile(t, 'officer', { content: 'quên nhưng nơi khác dùng' });
    const { rows } = await t.owner.query<{ sha256: string }>('select sha256 from upload where id = $1', [whole]);
    const bytes = rows[0]?.sha256 ?? '';
    for (const path of [place(half), t.services.files.path(t.unit.id, bytes)]) await utimes(path, aged, aged);
    await utimes(t.services.files.path(t.unit.id, file.file?.sha256 ?? ''), aged, aged);

    t.clock.set(new Date(begun + 1.9 * 86_400_000).toISOString());
    await sweepUnit(t.services, t.unit.id);
    expect((await rowsOf([half, whole, shared])).length).toBe(3);
    t.clock.set(new Date(begun + 2.1 * 86_400_000).toISOString());
    await sweepUnit(t.services, t.unit.id);
    expect(new Set(await rowsOf([half, whole, shared]))).toEqual(new Set([whole, shared]));
    expect(await readdir(t.services.files.incoming(t.unit.id))).not.toContain(half);
    t.clock.set(new Date(begun + 7.1 * 86_400_000).toISOString());
    await sweepUnit(t.services, t.unit.id);
    expect(await rowsOf([half, whole, shared])).toEqual([]);
    expect(await t.services.files.has(t.unit.id, bytes)).toBe(false);
    expect(await t.services.files.has(t.unit.id, file.file?.sha256 ?? '')).toBe(true);
    t.clock.set(new Date(begun).toISOString());
  });
});
