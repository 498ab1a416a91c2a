import { availableParallelism } from 'node:os';
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { isUuid, type UnitId } from '#kernel/brands.ts';
import type { DB } from './db.gen.ts';

/** An open transaction; handlers know nothing else of the database. */
export type Db = Kysely<DB>;

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

const names = new Map<string, string>();
const mostNames = 2_000;
/** Longer texts are inserts of many rows, which seldom come again with the same number of rows. */
const longestNamed = 8_000;

/** Put before a statement whose best plan depends on its parameters (searches, filters): it is never prepared. */
export const plannedEachTime = '/* planned each time */';

/**
 * Put before a statement that one plan serves whatever its parameters: the database keeps that plan, where it would
 * plan anew each time because it expects less work of a plan for these parameters than of one for any.
 */
export const plannedOnce = '/* planned once */';
const keepPlans = 'set local plan_cache_mode = force_generic_plan';

/** Statements are prepared once a connection under one name for each text; beyond a bound they go unnamed. */
function nameOf(text: string): string | undefined {
  if (text.length > longestNamed || text.startsWith(plannedEachTime)) return undefined;
  const known = names.get(text);
  if (known) return known;
  if (names.size >= mostNames) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

class NamedConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = nameOf(query.sql);
    sendTogether(this.#client);
    if (query.sql.startsWith(plannedOnce)) this.#client.query(keepPlans).catch(() => undefined);
    const result = await this.#client.query({
      text: query.sql,
      values: [...query.parameters],
      ...(name === undefined ? {} : { name }),
    });
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator; streams go through cursors elsewhere.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered on a transaction');
  }
}

const bound = new WeakMap<pg.ClientBase, Db>();

/** Kysely on one connection, whose transaction is begun and ended by the caller. */
export function kyselyOn(client: pg.ClientBase): Db {
  const known = bound.get(client);
  if (known) return known;
  const connection = new NamedConnection(client);
  const db = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (inner) => new PostgresIntrospector(inner),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: async () => undefined,
        acquireConnection: async () => connection,
        releaseConnection: async () => undefined,
        beginTransaction: async () => Promise.reject(new Error('the transaction is already open')),
        commitTransaction: async () => undefined,
        rollbackTransaction: async () => undefined,
        destroy: async () => undefined,
      }),
    },
  });
  bound.set(client, db);
  return db;
}

/**
 * Connections of the application: enough to keep the database's processors busy while some wait. More would only let
 * every statement take longer, since all would be under way at once.
 */
export const appConnections = Math.min(20, Math.max(8, 4 * availableParallelism()));

/**
 * What is asked of this connection until the work under way pauses leaves as one parcel: sending costs more than most
 * small statements do.
 */
export function sendTogether(client: pg.ClientBase): void {
  if (!(client instanceof pg.Client)) return;
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** A pool whose idle connections may die without ending the process. */
export function makePool(connectionString: string, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    pipeline: true,
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** The statements that open a transaction for a unit; the id is checked, since SET takes no parameters. */
export function beginFor(unitId: UnitId, mode: 'read' | 'write'): string {
  if (!isUuid(unitId)) throw new Error('not a unit id');
  return `begin${mode === 'read' ? ' read only' : ''}; set local app.unit_id = '${unitId}'`;
}

/**
 * Begins reading without waiting: the first statement follows at once on the wire. The caller awaits what is given before
 * it believes what it read, since without the unit set nothing was to be read.
 */
export function beginRead(client: pg.ClientBase, unitId: UnitId): Promise<unknown> {
  sendTogether(client);
  const begun = client.query(beginFor(unitId, 'read'));
  begun.catch(() => undefined);
  return begun;
}

/**
 * Runs `work` in a transaction of a unit and commits; rolls back when it throws. For reads the caller has its answer
 * before the commit came back, since nothing depends on it.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  unitId: UnitId,
  mode: 'read' | 'write',
  work: (db: Db, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    const begun = mode === 'read' ? beginRead(client, unitId) : client.query(beginFor(unitId, mode));
    if (mode === 'write') await begun;
    const answer = await work(kyselyOn(client), client);
    await begun;
    const commit = client.query('commit').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
    if (mode === 'write') await commit;
    return answer;
  } catch (error) {
    await endBroken(client);
    throw error;
  }
}

/** Rolls back and gives the connection back, or closes it when even that fails. */
export async function endBroken(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : new Error(String(error)));
  }
}
