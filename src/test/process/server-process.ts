import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The whole product as people start it, in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  readonly readyAfterMs: number;
}

/** Starts the server on a data folder and waits until it is ready; its own PostgreSQL comes with it. */
export async function startProcess(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, REQUESTS_PER_MINUTE: '1000000', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  for (;;) {
    const url = /đang chạy ở (http:\S+)/.exec(output)?.[1];
    if (url && (await isReady(url)))
      return { child, url, output: () => output, readyAfterMs: performance.now() - began };
    if (child.exitCode !== null) throw new Error(`the server ended: ${output}`);
    if (performance.now() - began > 60_000) throw new Error(`the server is not ready: ${output}`);
    await sleep(20);
  }
}

export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (reply) => reply.ok,
    () => false,
  );
}

/** Ends a process at once, as a power cut would. */
export async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Asks a process to stop and waits until it did. */
export async function stopProcess(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}

/** Process number of the PostgreSQL on this data folder. */
export function databasePid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The cookie of a demo person who signed in by one click on the sign-in page. */
export async function signInDemo(url: string, name: string): Promise<string> {
  const page = await fetch(`${url}/dang-nhap`).then((reply) => reply.text());
  const button = new RegExp(`<button name="ai" value="([^"]+)"><b>${name}`).exec(page);
  const reply = await fetch(`${url}/dang-nhap/trinh-dien`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ai: button?.[1] ?? '', tiep: '/lam-viec' }),
  });
  const cookies = reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`${name} could not sign in: ${reply.status}`);
  return cookies.join('; ');
}

/** Sends JSON with a fresh idempotency key; undefined when no answer came. */
export async function post(
  url: string,
  path: string,
  cookie: string,
  body: unknown,
): Promise<{ status: number; body: unknown } | undefined> {
  try {
    const reply = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    return { status: reply.status, body: await reply.json() };
  } catch {
    return undefined;
  }
}
