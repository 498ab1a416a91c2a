import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { Choice } from '../domain/channels.ts';
import type { QuietHours } from '../domain/quiet-hours.ts';

export interface Receiver {
  readonly accountId: Id;
  readonly name: string;
  readonly address: string | null;
  readonly choices: Readonly<Record<string, Choice>>;
  readonly quiet: QuietHours | undefined;
  /** Of the preferences; 0 when the person chose nothing yet. */
  readonly version: number;
}

interface PreferenceColumns {
  readonly choices: unknown;
  readonly quiet_from: number | null;
  readonly quiet_to: number | null;
}

/** Quiet hours of a row of preferences. */
export function quietOf(row: Pick<PreferenceColumns, 'quiet_from' | 'quiet_to'>): QuietHours | undefined {
  return row.quiet_from === null || row.quiet_to === null ? undefined : { from: row.quiet_from, to: row.quiet_to };
}

/** Those of these accounts that may be told something: of this unit and not disabled. */
export async function findReceivers(db: Db, unitId: UnitId, accountIds: readonly Id[]): Promise<Receiver[]> {
  const rows = await db
    .selectFrom('account as a')
    .leftJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'a.unit_id').onRef('p.id', '=', 'a.person_id'))
    .leftJoin('notification_preference as n', (join) =>
      join.onRef('n.unit_id', '=', 'a.unit_id').onRef('n.account_id', '=', 'a.id'),
    )
    .select(['a.id', 'n.choices', 'n.quiet_from', 'n.quiet_to', 'n.version'])
    .select(sql<string>`coalesce(p.name, a.name)`.as('name'))
    .select(sql<string | null>`coalesce(p.email, a.email)`.as('address'))
    .where('a.unit_id', '=', unitId)
    .where('a.id', '=', sql<string>`any(${[...new Set(accountIds)]}::uuid[])`)
    .where('a.disabled_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    accountId: row.id as Id,
    name: row.name,
    address: row.address,
    choices: (row.choices ?? {}) as Receiver['choices'],
    quiet: quietOf(row),
    version: row.version ?? 0,
  }));
}
