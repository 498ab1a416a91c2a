import type { AnswerOf, AnyRoute, CallInput } from '#kernel/route.ts';
import { addressOf } from './address-of.ts';
import { callErrorOf } from './call-error.ts';
import { newKey } from './new-key.ts';
import { sessionEnded } from './session-ended.ts';

export { CallError } from './call-error.ts';

/** What a call sends: the contract's parts, and the file of a `file` route. */
export type CallSent<R extends AnyRoute> = CallInput<R> & { readonly file?: File };

export interface CallOptions {
  /** Given when the same act is sent again by the user; otherwise each call makes its own. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Share of the body sent, 0–1; only for a route with a file. */
  readonly onProgress?: (share: number) => void;
}

interface Request {
  readonly method: string;
  readonly address: string;
  readonly headers: Record<string, string>;
  readonly body: string | FormData | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((share: number) => void) | undefined;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly requestId: string | undefined;
}

const unreachable: Reply = { status: 0, text: '', requestId: undefined };
/** Waits before a write is sent again with its key, after no answer or one that says the server is restarting. */
const retryAfterMs = [400, 1500];
/** A wrong password is 401 too, and no reason to leave the page. */
const sessionOver = new Set(['not-signed-in', 'http-401']);
const retried = new Set([0, 502, 503, 504]);

async function byFetch(request: Request): Promise<Reply> {
  try {
    const response = await fetch(request.address, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      credentials: 'same-origin',
      signal: request.signal ?? null,
    });
    return {
      status: response.status,
      text: await response.text(),
      requestId: response.headers.get('x-request-id') ?? undefined,
    };
  } catch (error) {
    if (request.signal?.aborted) throw error;
    return unreachable;
  }
}

/** As `byFetch`, by the older interface that alone reports how much was sent. */
function byXhr(request: Request): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.address);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) request.onProgress?.(event.loaded / event.total);
    };
    xhr.onload = () =>
      resolve({
        status: xhr.status,
        text: xhr.responseText,
        requestId: xhr.getResponseHeader('x-request-id') ?? undefined,
      });
    xhr.onerror = () => resolve(unreachable);
    xhr.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(request.body ?? null);
  });
}

/** The fields first, so that the server knows them before the file arrives. */
function multipart(body: unknown, file: File | undefined): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  if (file) form.append('file', file, file.name);
  return form;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function sendWithRetry(request: Request, isWrite: boolean): Promise<Reply> {
  const send = request.onProgress && typeof XMLHttpRequest !== 'undefined' ? byXhr : byFetch;
  let reply = await send(request);
  if (!isWrite) return reply;
  for (const ms of retryAfterMs) {
    if (!retried.has(reply.status)) break;
    await wait(ms);
    reply = await send(request);
  }
  return reply;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Calls a route of a contract and gives its answer. Every write carries an `Idempotency-Key`, kept when it is sent again
 * after a broken connection. Rejects with `CallError`; when the session has ended the page goes to sign-in and comes back,
 * unless a form holds unsaved text: then it stays, and the shell says how to go on.
 */
export async function call<R extends AnyRoute>(
  route: R,
  sent: CallSent<R> = {},
  options: CallOptions = {},
): Promise<AnswerOf<R>> {
  const isWrite = route.method !== 'GET';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (isWrite) headers['idempotency-key'] = options.idempotencyKey ?? newKey();
  let body: string | FormData | undefined;
  if (route.file) body = multipart(sent.body, sent.file);
  else if (isWrite && sent.body !== undefined) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(sent.body);
  }
  const address = addressOf(route.path, sent.params, sent.query);
  const { signal, onProgress } = options;
  const reply = await sendWithRetry({ method: route.method, address, headers, body, signal, onProgress }, isWrite);
  const answer = parsed(reply.text);
  if (reply.status >= 200 && reply.status < 300) return answer as AnswerOf<R>;
  const error = callErrorOf(reply.status, answer, reply.requestId);
  if (error.status === 401 && sessionOver.has(error.code)) sessionEnded();
  throw error;
}
