import type { Id, UnitId } from '#kernel/brands.ts';
import { inTransaction } from '#server/db.ts';
import { newId } from '#server/ids.ts';
import type { Services } from '#server/module.ts';
import { earlierId } from '../domain/earlier-id.ts';
import { findLivingSessions, readTouched } from '../queries/live.ts';

/** One open connection of a browser. */
export interface LiveConnection {
  readonly unitId: UnitId;
  readonly accountId: Id;
  readonly sessionId: Id;
  send(event: 'notice' | 'read' | 'beat', data: unknown): void;
  end(): void;
}

const pollEveryMs = 1_000;
const checkEveryMs = 3_000;
const beatEveryMs = 20_000;
/** Rows become visible when their transaction commits, which may be later than they were made. */
const lookBackMs = 60_000;
const mostConnections = 2_000;
const mostOfAccount = 6;

/**
 * The live connections of this process. Once a second it asks, with one statement for each unit that has connections,
 * what came or was read, and tells the ids to whom it concerns; every three seconds it ends connections whose session
 * was ended. Nothing is written and nothing announced in a write.
 */
export class LiveHub {
  readonly #services: Services;
  readonly #connections = new Set<LiveConnection>();
  /** What was told lately, since the look back sees it again. */
  #told = new Map<Id, number>();
  #timer: NodeJS.Timeout | undefined;
  #checkedAt = 0;
  #beatAt = 0;
  #closed = false;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Takes a connection up; false when there are too many. The oldest of an account gives way to a new one. */
  add(connection: LiveConnection): boolean {
    if (this.#closed || this.#connections.size >= mostConnections) return false;
    const own = [...this.#connections].filter((one) => one.accountId === connection.accountId);
    for (const old of own.slice(0, Math.max(0, own.length - mostOfAccount + 1))) this.#end(old);
    this.#connections.add(connection);
    this.#timer ??= setTimeout(() => void this.#tick(), pollEveryMs);
    return true;
  }

  remove(connection: LiveConnection): void {
    this.#connections.delete(connection);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const connection of [...this.#connections]) this.#end(connection);
  }

  #end(connection: LiveConnection): void {
    this.#connections.delete(connection);
    connection.end();
  }

  async #tick(): Promise<void> {
    const now = performance.now();
    const checks = now - this.#checkedAt >= checkEveryMs;
    if (checks) this.#checkedAt = now;
    const byUnit = Map.groupBy(this.#connections, (connection) => connection.unitId);
    for (const [unitId, connections] of byUnit) {
      // With the database away nobody is told anything, and nobody is sent away: the next tick asks again.
      await this.#serve(unitId, connections, checks).catch(() => undefined);
    }
    if (now - this.#beatAt >= beatEveryMs) {
      this.#beatAt = now;
      for (const connection of this.#connections) connection.send('beat', {});
    }
    this.#timer = undefined;
    if (!this.#closed && this.#connections.size > 0) {
      this.#timer = setTimeout(() => void this.#tick(), pollEveryMs);
    }
  }

  async #serve(unitId: UnitId, connections: readonly LiveConnection[], checks: boolean): Promise<void> {
    const { living, touched } = await inTransaction(this.#services.appPool, unitId, 'read', async (db) => ({
      living: checks
        ? await findLivingSessions(
            db,
            connections.map((one) => one.sessionId),
          )
        : undefined,
      touched: await readTouched(
        db,
        unitId,
        [...new Set(connections.map((one) => one.accountId))],
        earlierId(newId(), lookBackMs),
      ),
    }));
    if (living) for (const one of connections) if (!living.has(one.sessionId)) this.#end(one);
    const fresh = touched.filter((row) => !this.#told.has(row.touched));
    for (const [accountId, rows] of Map.groupBy(fresh, (row) => row.accountId)) {
      const came = rows.filter((row) => !row.read).map((row) => row.noticeId);
      const read = rows.filter((row) => row.read).map((row) => row.noticeId);
      for (const one of connections) {
        if (one.accountId !== accountId || !this.#connections.has(one)) continue;
        if (came.length > 0) one.send('notice', { ids: came });
        if (read.length > 0) one.send('read', { ids: read });
      }
    }
    this.#remember(fresh.map((row) => row.touched));
  }

  #remember(ids: readonly Id[]): void {
    const now = performance.now();
    for (const id of ids) this.#told.set(id, now);
    if (this.#told.size > 20_000) {
      this.#told = new Map([...this.#told].filter(([, at]) => now - at < 2 * lookBackMs));
    }
  }
}
