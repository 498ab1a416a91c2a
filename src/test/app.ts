import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Id } from '#kernel/brands.ts';
import { dayInVietnam, daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import type { AnswerOf, AnyRoute, CallInput } from '#kernel/route.ts';
import { modules } from '#modules/index.server.ts';
import { buildApp } from '#server/app.ts';
import type { DemoClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { makePool } from '#server/db.ts';
import { makeFileStore } from '#server/files.ts';
import { startJobs } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import { anAccount, aSession, aUnit, type TestAccount, type TestUnit } from './factories.ts';
import { makeTestDatabase, type TestDatabase } from './postgres.ts';

export const roles = ['admin', 'chair', 'focal', 'officer', 'viewer', 'clerk'] as const;
export type Role = (typeof roles)[number];

export interface TestAnswer<R extends AnyRoute> {
  readonly status: number;
  /** The answer; only to be read when the status is 200. */
  readonly body: AnswerOf<R>;
  /** The refusal, when there is one. */
  readonly error:
    | { code: string; message: string; params: Record<string, string | number>; details?: unknown }
    | undefined;
}

export interface TestFile {
  readonly name: string;
  readonly content: Buffer;
  readonly type?: string;
}

export type TestInput<R extends AnyRoute> = CallInput<R> & { readonly file?: TestFile };

/** Who sends: a role of the unit, an account, the value of a header (`cookie` or `Bearer …`), or nobody. */
export type Sender = Role | TestAccount | { readonly headers: Readonly<Record<string, string>> } | undefined;

export interface TestClock extends DemoClock {
  /** Moves to an instant, e.g. `2022-03-15T09:00:00+07:00`. */
  set(instant: string): void;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly database: TestDatabase;
  /** Connections of the database's owner, whom no row-level security holds. */
  readonly owner: pg.Pool;
  readonly clock: TestClock;
  /** The unit of public pages; and another one, for tests that nothing leaks. */
  readonly unit: TestUnit;
  readonly otherUnit: TestUnit;
  /** Account of a role, made when first asked for. */
  account(role: Role, unit?: TestUnit): Promise<TestAccount>;
  /** Header `cookie` of a living session, made without the form. */
  signInAs(who: Role | TestAccount, unit?: TestUnit): Promise<{ headers: { cookie: string } }>;
  call<R extends AnyRoute>(
    route: R,
    input?: TestInput<R>,
    options?: { as?: Sender; key?: string; headers?: Readonly<Record<string, string>> },
  ): Promise<TestAnswer<R>>;
  /** Runs the jobs that writes left, until the returned function is called. */
  startJobs(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

interface TestAppOptions {
  /** A demo installation, with its clock on the screen. */
  readonly demo?: boolean;
  readonly now?: string;
  readonly requestsPerMinute?: number;
  /** Of a mail server of the test. */
  readonly smtpUrl?: string;
  /** Of a virus scanner of the test. */
  readonly clamdUrl?: string;
}

/** The whole server on a database and a folder of its own, at 09:00 on Tuesday 15/03/2022 unless said. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await makeTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-app-'));
  const owner = makePool(database.urls.owner, 4, () => undefined);
  const unit = await aUnit(owner, {
    code: 'xa-thu-nghiem',
    name: 'xã Thử Nghiệm',
    shortName: 'Thử Nghiệm',
  });
  const otherUnit = await aUnit(owner, {
    code: 'xa-thu-khac',
    name: 'xã Thử Khác',
    shortName: 'Thử Khác',
  });
  await owner.query(
    `insert into installation (key, value) values ('own_unit', to_jsonb($1::text)), ('demo', to_jsonb($2::boolean))`,
    [unit.id, options.demo ?? false],
  );
  const clock = makeTestClock(options.now ?? '2022-03-15T09:00:00+07:00');
  const appPool = makePool(database.urls.app, 20, () => undefined);
  const workerPool = makePool(database.urls.worker, 8, () => undefined);
  const services: Services = {
    config: {
      ...readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: process.env['TEST_LOG'] ?? 'error' }),
      requestsPerMinute: options.requestsPerMinute ?? 1_000_000,
      smtpUrl: options.smtpUrl,
      clamdUrl: options.clamdUrl,
    },
    clock,
    demoClock: options.demo ? clock : undefined,
    files: makeFileStore(join(dataDir, 'files')),
    authUrl: database.urls.auth,
    authSecret: randomBytes(32).toString('base64url'),
    appPool,
    workerPool,
  };
  const app = await buildApp(services);
  const people = makePeople(owner, unit, services.authSecret);
  return {
    app,
    services,
    database,
    owner,
    clock,
    unit,
    otherUnit,
    ...people,
    call: (route, input, given) => call(app, people.signInAs, route, input ?? {}, given ?? {}),
    startJobs: async () => {
      const errors: Error[] = [];
      const jobs = await startJobs(modules, services, (error) => void errors.push(error));
      return async () => {
        await jobs.stop();
        if (errors[0]) throw errors[0];
      };
    },
    close: async () => {
      await app.close();
      await Promise.all([owner.end(), appPool.end(), workerPool.end()]);
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function makeTestClock(begin: string): TestClock {
  let now = Date.parse(begin);
  return {
    now: () => now,
    today: () => dayInVietnam(now),
    refresh: async () => undefined,
    moveTo: async (day: PlainDate) => {
      now += daysBetween(dayInVietnam(now), day) * 86_400_000;
    },
    set: (instant) => {
      now = Date.parse(instant);
    },
  };
}

function makePeople(owner: pg.Pool, unit: TestUnit, secret: string): Pick<TestApp, 'account' | 'signInAs'> {
  const accounts = new Map<string, Promise<TestAccount>>();
  const sessions = new Map<Id, Promise<string>>();
  const account = (role: Role, of: TestUnit = unit) => {
    const username = of.id === unit.id ? role : `${role}.${of.code}`;
    const made = accounts.get(username) ?? anAccount(owner, of.id, { username, roles: [role] });
    accounts.set(username, made);
    return made;
  };
  return {
    account,
    signInAs: async (who, of) => {
      const { id } = typeof who === 'string' ? await account(who, of) : who;
      const made = sessions.get(id) ?? aSession(owner, id, secret);
      sessions.set(id, made);
      return { headers: { cookie: await made } };
    },
  };
}

async function call<R extends AnyRoute>(
  app: FastifyInstance,
  signInAs: TestApp['signInAs'],
  route: R,
  input: TestInput<R>,
  options: { as?: Sender; key?: string; headers?: Readonly<Record<string, string>> },
): Promise<TestAnswer<R>> {
  const { as, key = randomUUID() } = options;
  const who =
    as === undefined ? {} : typeof as === 'object' && 'headers' in as ? as.headers : (await signInAs(as)).headers;
  const payload = await payloadOf(route, input);
  const reply = await app.inject({
    method: route.method,
    url: addressOf(route.path, input.params, input.query),
    headers: {
      ...(route.method === 'GET' ? {} : { 'idempotency-key': key }),
      ...payload.headers,
      ...who,
      ...options.headers,
    },
    ...(payload.body === undefined ? {} : { payload: payload.body }),
  });
  const body = reply.body === '' ? undefined : JSON.parse(reply.body);
  return { status: reply.statusCode, body, error: reply.statusCode < 400 ? undefined : body?.error };
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function payloadOf(
  route: AnyRoute,
  input: { readonly body?: unknown; readonly file?: TestFile },
): Promise<{ headers: Record<string, string>; body?: string | Buffer }> {
  if (!route.file) {
    return input.body === undefined
      ? { headers: {} }
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input.body) };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries((input.body ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null)
      form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  if (input.file) {
    const type = input.file.type ?? 'application/octet-stream';
    form.append('file', new File([new Uint8Array(input.file.content)], input.file.name, { type }));
  }
  const sent = new Response(form);
  return {
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    body: Buffer.from(await sent.arrayBuffer()),
  };
}
