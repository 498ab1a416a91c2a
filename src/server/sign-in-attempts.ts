import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { forgottenAfterHours, mostTries, waits } from '#modules/account/domain/lock-out.ts';
import { networkOf } from '#modules/account/domain/network.ts';

/** Whether a password may be tried now. */
export interface Attempt {
  /** False: the wait of earlier wrong passwords is not over, and this one must not be looked at. */
  readonly allowed: boolean;
  /** The wait that holds now, or begins with this try should it be wrong: its end and its length from now. */
  readonly wait: { readonly time: string; readonly minutes: number } | undefined;
  /** Tries left before the first wait, should this one be wrong. */
  readonly left: number;
}

/** Counts wrong passwords for each name at each address. */
export interface Attempts {
  /**
   * Counts a try before its password is looked at, so that tries side by side are counted too. `form` names the form
   * that sent it: the same form with the same password again is one try.
   */
  beginAttempt(name: string, address: string, form: string, password: string): Promise<Attempt>;
  /** Forgets the wrong ones after a right password. */
  clearAttempts(name: string, address: string): Promise<void>;
}

const begin = `
  insert into failure (username, address, failures, last_key, last_at, locked_until)
  values ($1, $2, 1, $3, now(), null)
  on conflict (username, address) do update set
    (failures, locked_until) = (
      select n, case when w > 0 then now() + make_interval(mins => w) end
      from (select case
          when failure.last_at < now() - make_interval(hours => $5::int) then 1
          when failure.last_key = excluded.last_key then failure.failures
          else failure.failures + 1 end as n) counted,
        lateral (select ($4::int[])[least(n, cardinality($4::int[]))] as w) waiting),
    last_key = excluded.last_key, last_at = now()
  where failure.locked_until is null or failure.locked_until <= now()
  returning failures, locked_until`;

interface Row {
  readonly failures: number;
  readonly locked_until: Date | null;
}

export function makeAttempts(pool: pg.Pool, secret: string): Attempts {
  return {
    beginAttempt: async (name, address, form, password) => {
      const place = [name.slice(0, 100), networkOf(address)];
      const key = createHmac('sha256', secret)
        .update(JSON.stringify([form, name, password]))
        .digest('base64url');
      const { rows } = await pool.query<Row>(begin, [...place, key, waits, forgottenAfterHours]);
      if (rows[0]) return attemptOf(rows[0], true);
      const held = await pool.query<Row>(
        'select failures, locked_until from failure where username = $1 and address = $2',
        place,
      );
      return attemptOf(held.rows[0] ?? { failures: 0, locked_until: null }, false);
    },
    clearAttempts: async (name, address) => {
      await pool.query('delete from failure where username = $1 and address = $2', [
        name.slice(0, 100),
        networkOf(address),
      ]);
      await pool.query(`delete from failure where last_at < now() - make_interval(hours => $1::int * 2)`, [
        forgottenAfterHours,
      ]);
    },
  };
}

function attemptOf(row: Row, allowed: boolean): Attempt {
  const wait = row.locked_until ? waitUntil(row.locked_until.getTime()) : undefined;
  return { allowed, wait, left: Math.max(0, mostTries - row.failures) };
}

/** The wait in words for people: the hour and minute in Viet Nam, rounded up, and whole minutes. */
function waitUntil(end: number): { time: string; minutes: number } {
  const minutes = Math.max(1, Math.ceil((end - Date.now()) / 60_000));
  return { time: new Date(end + 59_999 + 7 * 3_600_000).toISOString().slice(11, 16), minutes };
}
