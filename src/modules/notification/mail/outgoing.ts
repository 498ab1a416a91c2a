import { sql } from 'kysely';
import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { QuietHours } from '../domain/quiet-hours.ts';
import { quietOf } from '../queries/receivers.ts';

/** An e-mail taken up for sending. */
export interface Outgoing {
  readonly id: Id;
  readonly kind: string;
  readonly record: { readonly type: string; readonly id: string };
  readonly params: unknown;
  readonly attempts: number;
  /** When sending began, milliseconds since 1970. */
  readonly since: number;
  readonly name: string;
  /** Null when the person has none any longer, or the account is disabled. */
  readonly address: string | null;
  readonly quiet: QuietHours | undefined;
}

/** How an attempt ended. Times are milliseconds since 1970. */
export type Settled =
  | { readonly id: Id; readonly state: 'sent'; readonly at: number; readonly address: string }
  | {
      readonly id: Id;
      readonly state: 'waiting';
      readonly nextAt: number;
      readonly attempted: boolean;
      readonly mayHaveArrived: boolean;
      readonly address: string | null;
      readonly code: string | null;
      readonly reply: string | null;
    }
  | {
      readonly id: Id;
      readonly state: 'failed';
      readonly attempted: boolean;
      readonly address: string | null;
      readonly code: string;
      readonly reply: string | null;
    };

/** Units that have e-mail to send or left over; asked under the worker's role. */
export async function findUnitsWithMail(pool: pg.Pool, at: string): Promise<UnitId[]> {
  const { rows } = await pool.query<{ unit: UnitId }>(
    'select find_units_with_mail as unit from find_units_with_mail($1)',
    [at],
  );
  return rows.map((row) => row.unit);
}

/** Takes up the e-mail that waits longest, or gives undefined when none is due. */
export async function claimNext(db: Db, unitId: UnitId, at: string): Promise<Outgoing | undefined> {
  const due = db
    .selectFrom('delivery')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const claimed = await db
    .updateTable('delivery')
    .set({ state: 'sending', claimed_at: at, next_at: null, version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where('id', '=', due)
    .returning('id')
    .executeTakeFirst();
  return claimed && readOutgoing(db, unitId, claimed.id);
}

async function readOutgoing(db: Db, unitId: UnitId, id: string): Promise<Outgoing> {
  const row = await db
    .selectFrom('delivery as d')
    .innerJoin('notification as n', (join) =>
      join.onRef('n.unit_id', '=', 'd.unit_id').onRef('n.id', '=', 'd.notification_id'),
    )
    .innerJoin('account as a', (join) => join.onRef('a.unit_id', '=', 'd.unit_id').onRef('a.id', '=', 'd.account_id'))
    .leftJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'a.unit_id').onRef('p.id', '=', 'a.person_id'))
    .leftJoin('notification_preference as f', (join) =>
      join.onRef('f.unit_id', '=', 'a.unit_id').onRef('f.account_id', '=', 'a.id'),
    )
    .select(['d.id', 'd.attempts', 'd.since', 'n.kind', 'n.record_type', 'n.record_id', 'n.params'])
    .select(['a.disabled_at', 'f.quiet_from', 'f.quiet_to'])
    .select(sql<string>`coalesce(p.name, a.name)`.as('name'))
    .select(sql<string | null>`coalesce(p.email, a.email)`.as('address'))
    .where('d.unit_id', '=', unitId)
    .where('d.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id: row.id as Id,
    kind: row.kind,
    record: { type: row.record_type, id: row.record_id },
    params: row.params,
    attempts: row.attempts,
    since: Date.parse(row.since),
    name: row.name,
    address: row.disabled_at === null ? row.address : null,
    quiet: quietOf(row),
  };
}

/**
 * Writes down how an attempt ended. What was sent counts as sent also when another process had taken it for left over
 * and put it back in the meantime.
 */
export async function settle(db: Db, unitId: UnitId, settled: Settled): Promise<void> {
  const attempted = settled.state === 'sent' || settled.attempted;
  const unknown = settled.state === 'waiting' && settled.mayHaveArrived;
  await db
    .updateTable('delivery')
    .set({
      state: settled.state,
      claimed_at: null,
      next_at: settled.state === 'waiting' ? new Date(settled.nextAt).toISOString() : null,
      sent_at: settled.state === 'sent' ? new Date(settled.at).toISOString() : null,
      address: settled.address,
      error_code: settled.state === 'sent' ? null : settled.code,
      error_reply: settled.state === 'sent' ? null : settled.reply,
      version: sql`version + 1`,
      ...(attempted ? { attempts: sql`attempts + 1` } : {}),
      ...(unknown ? { repeats: sql`repeats + 1` } : {}),
    })
    .where('unit_id', '=', unitId)
    .where('id', '=', settled.id)
    .where('state', 'in', settled.state === 'sent' ? ['sending', 'waiting'] : ['sending'])
    .execute();
}

/**
 * Puts back what a stopped process had taken up and not settled: it may have arrived, so it is marked as a repeat.
 * `claimedBefore` spares what another living process may just be finishing; `at` also finds what was taken up later than
 * now, before the demo clock was moved back. What waits for a time that only the moved clock explains is due at once.
 */
export async function recover(
  db: Db,
  unitId: UnitId,
  {
    at,
    claimedBefore,
    farthest,
    except,
  }: { at: string; claimedBefore: string; farthest: string; except: readonly Id[] },
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      state: 'waiting',
      claimed_at: null,
      next_at: at,
      error_code: 'mail-interrupted',
      attempts: sql`attempts + 1`,
      repeats: sql`repeats + 1`,
      version: sql`version + 1`,
    })
    .where('unit_id', '=', unitId)
    .where('state', '=', 'sending')
    .where((where) => where.or([where('claimed_at', '<', claimedBefore), where('claimed_at', '>', at)]))
    .where('id', '<>', sql<string>`all(${[...except]}::uuid[])`)
    .execute();
  await db
    .updateTable('delivery')
    .set({ next_at: at })
    .where('unit_id', '=', unitId)
    .where('state', '=', 'waiting')
    .where('next_at', '>', farthest)
    .execute();
}
