import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { ZodType } from 'zod';
import type { UnitId } from '#kernel/brands.ts';
import type { AnyRoute } from '#kernel/route.ts';
import type { Clock } from '../clock.ts';
import type { Context, LogNote } from '../context.ts';
import { beginFor, beginRead, endBroken, kyselyOn } from '../db.ts';
import { AppError, fail } from '../errors.ts';
import type { FileStore, StoredUpload } from '../files.ts';
import type { Mount } from '../module.ts';
import {
  alreadyDone,
  bodyHashOf,
  finishWrite,
  type IdempotencyKey,
  readStoredAnswer,
  type StoredAnswer,
  waitForDisk,
} from '../write.ts';
import { type Draft, draftContext } from './draft-context.ts';
import { gate } from './gate.ts';
import { LastingAnswer } from './lasting-answer.ts';
import { receiveMultipart } from './multipart.ts';
import { type AnswerSeal, makeAnswerSeal } from './sealed-answer.ts';

/** What mounting needs of the server. */
export interface MountServices {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly files: FileStore;
  /** Key of the installation, outside of the database. */
  readonly authSecret: string;
  /** The unit of a public request, from its host or path. */
  findPublicUnit(request: FastifyRequest): Promise<UnitId | undefined>;
  /** Told of each write before it is answered: the acts it logged, or undefined when it failed. */
  forgetSessions(unitId: UnitId, acts: readonly LogNote[] | undefined): void;
}

type AnyHandler = (ctx: Context, input: { params: unknown; query: unknown; body: unknown }) => unknown;

/**
 * Gives the function that turns a declared route and its handler into an HTTP route. Before the handler: session,
 * permission, origin (`gate`), parsing, the upload if any, and the transaction of the unit. After it: the answer parsed
 * by the contract, and for writes idempotency key, log and outbox in the same transaction.
 */
export function makeMount(app: FastifyInstance, services: MountServices): Mount {
  const seal = makeAnswerSeal(services.authSecret);
  return (route, handler) => {
    app.contractRoutes.push(route);
    const serve = serverOf(route, handler as unknown as AnyHandler, services, seal);
    app.route({
      method: route.method,
      url: route.path,
      schema: schemaOf(route),
      config: { route },
      onRequest: gate(route, services),
      ...(route.file ? { validatorCompiler: () => () => true } : {}),
      handler: serve,
    });
  };
}

function schemaOf(route: AnyRoute): Record<string, unknown> {
  return {
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'api'],
    ...(route.permission === 'public' ? { security: [] } : {}),
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.file ? { consumes: ['multipart/form-data'] } : {}),
    response: { 200: route.answer },
  };
}

function serverOf(route: AnyRoute, handler: AnyHandler, services: MountServices, seal: AnswerSeal) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const unitId = request.unitId;
    if (!unitId) fail('not-found', {}, 404);
    const upload = route.file ? await receiveMultipart(request, route, services.files, unitId) : undefined;
    const input = { params: request.params, query: request.query, body: upload ? upload.fields : request.body };
    const draft = draftContext(request, unitId, services.clock, upload?.file);
    if (route.db === 'none') return send(reply, 200, written(route, await handler(draft.withDb(undefined), input)));
    if (route.db === 'read')
      return send(reply, 200, written(route, await read(services.pool, unitId, draft, handler, input)));
    const key = keyOf(request, route, input, upload?.file, services.authSecret);
    const kept = route.secret ? seal.seal : (answer: unknown) => answer;
    const done = await write(services, unitId, route, draft, handler, input, key, kept);
    return send(reply, done.status, JSON.stringify(seal.open(done.answer)));
  };
}

async function read(
  pool: pg.Pool,
  unitId: UnitId,
  draft: Draft,
  handler: AnyHandler,
  input: Parameters<AnyHandler>[1],
) {
  const client = await pool.connect();
  try {
    const begun = beginRead(client, unitId);
    const answer = await handler(draft.withDb(kyselyOn(client)), input);
    await begun;
    client.query('commit').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
    return answer;
  } catch (error) {
    await endBroken(client);
    throw error;
  }
}

async function write(
  services: MountServices,
  unitId: UnitId,
  route: AnyRoute,
  draft: Draft,
  handler: AnyHandler,
  input: Parameters<AnyHandler>[1],
  key: IdempotencyKey,
  kept: (answer: unknown) => unknown,
): Promise<{ status: number; answer: unknown }> {
  const client = await services.pool.connect();
  let stored: StoredAnswer | undefined;
  try {
    stored = storedIn(await client.query(`${beginFor(unitId, 'write')}; ${readStoredAnswer(client, unitId, key)}`));
    if (!stored) {
      const answer = parsed(route, await handler(draft.withDb(kyselyOn(client)), input));
      await finishWrite(client, {
        unitId,
        at: draft.at,
        actor: draft.actor,
        idempotency: { ...key, status: 200, answer: kept(answer) },
        entries: draft.entries,
        events: draft.events,
        locksBriefly: draft.locks.brief,
      });
      if (draft.locks.brief) await waitForDisk(client, unitId, key);
      client.release();
      services.forgetSessions(unitId, draft.entries);
      return { status: 200, answer };
    }
  } catch (error) {
    services.forgetSessions(unitId, undefined);
    await endBroken(client);
    stored = await findStored(services.pool, unitId, key);
    if (!stored) return refuse(services.pool, unitId, route, draft, error);
    return answerAgain(stored, key);
  }
  services.forgetSessions(unitId, undefined);
  await endBroken(client);
  return answerAgain(stored, key);
}

/** Passes on what was thrown; a refusal of rights leaves its mark in the log first. */
async function refuse(pool: pg.Pool, unitId: UnitId, route: AnyRoute, draft: Draft, error: unknown): Promise<never> {
  if (error instanceof AppError && error.status === 403) await logRefusal(pool, unitId, route, draft, error);
  throw (error as { code?: string }).code === alreadyDone ? new AppError('busy', {}, 503) : error;
}

function storedIn(begun: unknown): StoredAnswer | undefined {
  const results = begun as readonly pg.QueryResult<StoredAnswer>[];
  return results.at(-1)?.rows[0];
}

function answerAgain(stored: StoredAnswer, key: IdempotencyKey): { status: number; answer: unknown } {
  if (stored.bodyHash !== key.bodyHash) fail('idempotency-key-reused', {}, 409);
  return { status: stored.status, answer: stored.answer };
}

async function findStored(pool: pg.Pool, unitId: UnitId, key: IdempotencyKey): Promise<StoredAnswer | undefined> {
  const client = await pool.connect().catch(() => undefined);
  if (!client) return undefined;
  try {
    const found = await client.query(`${beginFor(unitId, 'read')}; ${readStoredAnswer(client, unitId, key)}; commit`);
    client.release();
    return (found as unknown as readonly pg.QueryResult<StoredAnswer>[]).at(-2)?.rows[0];
  } catch {
    await endBroken(client);
    return undefined;
  }
}

/** A refused write leaves its mark too, in a transaction of its own. */
async function logRefusal(
  pool: pg.Pool,
  unitId: UnitId,
  route: AnyRoute,
  draft: Draft,
  error: AppError,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(beginFor(unitId, 'write'));
    await finishWrite(client, {
      unitId,
      at: draft.at,
      actor: draft.actor,
      entries: [
        { action: 'refused', record: { type: 'route', id: `${route.method} ${route.path}` }, reason: error.code },
      ],
      events: [],
    });
    client.release();
  } catch {
    await endBroken(client);
  }
}

function keyOf(
  request: FastifyRequest,
  route: AnyRoute,
  input: unknown,
  file: StoredUpload | undefined,
  secret: string,
): IdempotencyKey {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{8,200}$/.test(key)) fail('idempotency-key-missing', {}, 400);
  return {
    actor: request.session?.accountId ?? `public:${request.ip}`,
    route: `${route.method} ${route.path}`,
    key,
    bodyHash: bodyHashOf([input, file?.sha256 ?? null], secret),
  };
}

function parsed(route: AnyRoute, answer: unknown): unknown {
  return (route.answer as unknown as ZodType).parse(answer);
}

/** An answer as it is sent. */
function written(route: AnyRoute, answer: unknown): string | Buffer {
  const json = (one: unknown) => JSON.stringify(parsed(route, one));
  return answer instanceof LastingAnswer ? answer.bytesBy(json) : json(answer);
}

function send(reply: FastifyReply, status: number, json: string | Buffer): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(json);
}
