/// <reference types="node" />
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { route, type Schema } from '#kernel/route.ts';
import { CallError, call } from './call.ts';
import { holdUnsaved } from './unsaved.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly key: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

interface Told {
  readonly status: number;
  readonly body?: unknown;
  readonly cut?: boolean;
}

const ok: Told = { status: 200, body: { done: true } };
let server: Server;
let origin = '';
let seen: Seen[] = [];
let answers: Told[] = [];
const assign = vi.fn();

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      key: headerOf(request, 'idempotency-key'),
      type: headerOf(request, 'content-type'),
      body,
    });
    const told = answers.shift() ?? ok;
    if (told.cut) return request.socket.destroy();
    response.writeHead(told.status, { 'content-type': 'application/json', 'x-request-id': 'req-7' });
    response.end(typeof told.body === 'string' ? told.body : JSON.stringify(told.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  seen = [];
  answers = [];
  assign.mockClear();
  vi.stubGlobal('location', { pathname: '/lam-viec/ke-hoach', search: '?tim=a', assign });
});

afterEach(() => vi.unstubAllGlobals());

function typed<Value>(): Schema<Value, Value> {
  return {} as Schema<Value, Value>;
}

const done = typed<{ done: boolean }>();
const saveTask = () =>
  route({
    method: 'PUT',
    path: `${origin}/api/tasks/:id`,
    permission: 'plan.write',
    db: 'write',
    summary: 'Lưu',
    params: typed<{ id: string }>(),
    body: typed<{ text: string }>(),
    answer: done,
  });
const listTasks = () =>
  route({
    method: 'GET',
    path: `${origin}/api/tasks`,
    permission: 'plan.read',
    db: 'read',
    summary: 'Danh sách',
    query: typed<{ q?: string; field?: string[] }>(),
    answer: done,
  });
const uploadPlan = () =>
  route({
    method: 'POST',
    path: `${origin}/api/plans`,
    permission: 'plan.write',
    db: 'write',
    summary: 'Nhập',
    body: typed<{ year: number }>(),
    file: true,
    answer: done,
  });

async function refusalOf(promise: Promise<unknown>): Promise<CallError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallError)) throw new Error('expected a CallError');
  return error;
}

describe('call', () => {
  test('reads with the query written into the address, without a key', async () => {
    expect(await call(listTasks(), { query: { q: 'hộ tịch', field: ['a', 'b'] } })).toEqual({ done: true });
    expect(seen).toMatchObject([{ method: 'GET', url: '/api/tasks?q=h%E1%BB%99+t%E1%BB%8Bch&field=a&field=b' }]);
    expect(seen[0]?.key).toBeUndefined();
  });

  test('gives each write a key of its own', async () => {
    await call(saveTask(), { params: { id: 'a/b' }, body: { text: 'x' } });
    await call(saveTask(), { params: { id: 'a/b' }, body: { text: 'x' } });
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      url: '/api/tasks/a%2Fb',
      body: '{"text":"x"}',
      type: 'application/json',
    });
    expect(seen[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(seen[1]?.key).not.toBe(seen[0]?.key);
  });

  test.each([
    { name: 'the connection breaks', told: { status: 0, cut: true } },
    { name: 'the server restarts', told: { status: 503 } },
  ])('sends a write again with the same key when $name', async ({ told }) => {
    answers = [told, ok];
    expect(await call(saveTask(), { params: { id: '1' }, body: { text: 'x' } })).toEqual({ done: true });
    expect(seen).toHaveLength(2);
    expect(seen[1]?.key).toBe(seen[0]?.key);
  });

  test('never sends again what was refused', async () => {
    answers = [{ status: 400, body: { error: { code: 'bad', message: 'Chưa đúng.' } } }];
    await refusalOf(call(saveTask(), { params: { id: '1' }, body: { text: 'x' } }));
    expect(seen).toHaveLength(1);
  });

  test('tells the words, parameters, details and support code of the server', async () => {
    answers = [
      {
        status: 409,
        body: { error: { code: 'stale-version', params: { n: 3 }, message: 'Đã đổi.', details: { v: 2 } } },
      },
    ];
    const error = await refusalOf(call(saveTask(), { params: { id: '1' }, body: { text: 'x' } }));
    expect(error).toMatchObject({
      status: 409,
      code: 'stale-version',
      message: 'Đã đổi.',
      params: { n: 3 },
      details: { v: 2 },
      supportCode: 'req-7',
    });
  });

  test('says in Vietnamese what to do when the answer is not ours', async () => {
    answers = [{ status: 413, body: '<html>too large</html>' }];
    const error = await refusalOf(call(listTasks()));
    expect(error).toMatchObject({ status: 413, code: 'http-413' });
    expect(error.message).toContain('Hãy chọn tệp nhỏ hơn');
  });

  test('says that nothing typed is lost when there is no answer', async () => {
    answers = [{ status: 0, cut: true }];
    const error = await refusalOf(call(listTasks()));
    expect(error).toMatchObject({ status: 0, code: 'unreachable' });
    expect(error.message).toContain('vẫn còn trên màn hình');
  });

  test('goes to sign-in and back when the session has ended', async () => {
    answers = [{ status: 401, body: { error: { code: 'not-signed-in', message: 'Hết phiên.' } } }];
    await refusalOf(call(listTasks()));
    expect(assign).toHaveBeenCalledWith('/dang-nhap?tiep=%2Flam-viec%2Fke-hoach%3Ftim%3Da');
  });

  test('stays on the page while a form holds unsaved text', async () => {
    const release = holdUnsaved();
    answers = [{ status: 401, body: { error: { code: 'not-signed-in', message: 'Hết phiên.' } } }];
    await refusalOf(call(listTasks()));
    release();
    expect(assign).not.toHaveBeenCalled();
  });

  test('stays when only a password was wrong', async () => {
    answers = [{ status: 401, body: { error: { code: 'wrong-password', message: 'Sai mật khẩu.' } } }];
    await refusalOf(call(listTasks()));
    expect(assign).not.toHaveBeenCalled();
  });

  test('sends a file after the fields of its body', async () => {
    const file = new File(['nội dung'], 'ke-hoach.txt', { type: 'text/plain' });
    await call(uploadPlan(), { body: { year: 2022 }, file });
    expect(seen[0]?.type).toMatch(/^multipart\/form-data/);
    const body = seen[0]?.body ?? '';
    expect(body.indexOf('name="year"')).toBeGreaterThan(-1);
    expect(body.indexOf('name="year"')).toBeLessThan(body.indexOf('filename="ke-hoach.txt"'));
  });

  test('refuses an address with a missing parameter before sending', async () => {
    await expect(call(saveTask(), { body: { text: 'x' } })).rejects.toThrow('missing path parameter id');
    expect(seen).toHaveLength(0);
  });
});
