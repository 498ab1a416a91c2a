import type pg from 'pg';

const lockId = 7_102_455_003;

/** The right to send e-mail, which one process of all holds at a time; lost with the connection that holds it. */
export class SenderLock {
  readonly #pool: pg.Pool;
  #client: pg.PoolClient | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** True when this process holds the lock, taking it when it is free. */
  async hold(): Promise<boolean> {
    const client = this.#client;
    if (client) {
      await client.query('select 1').catch((error: Error) => {
        this.release();
        throw error;
      });
      return true;
    }
    return this.#take();
  }

  /** Gives the right up by closing its connection. */
  release(): void {
    this.#client?.release(true);
    this.#client = undefined;
  }

  async #take(): Promise<boolean> {
    const client = await this.#pool.connect();
    const ignore = (): void => undefined;
    client.on('error', ignore);
    try {
      const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${lockId}) as held`);
      if (rows[0]?.held) {
        this.#client = client;
        return true;
      }
      client.off('error', ignore);
      client.release();
      return false;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
