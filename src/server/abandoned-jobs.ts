import type pg from 'pg';

const lockId = 7_102_455_004;

/**
 * Gives jobs back that a killed process left locked (graphile-worker itself waits four hours), if no other process runs
 * jobs. Every process that runs jobs holds a shared lock meanwhile; the answer lets go of it.
 */
export async function takeUpAbandonedJobs(pool: pg.Pool): Promise<() => Promise<void>> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${lockId}) as alone`);
    await client.query(`select pg_advisory_lock_shared(${lockId})`);
    if (rows[0]?.alone) {
      await client.query(
        `select graphile_worker.force_unlock_workers(array(
           select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
      );
      await client.query(`select pg_advisory_unlock(${lockId})`);
    }
    return async () => {
      await client.query(`select pg_advisory_unlock_shared(${lockId})`).catch(() => undefined);
      client.release();
    };
  } catch (error) {
    client.release(true);
    throw error;
  }
}
