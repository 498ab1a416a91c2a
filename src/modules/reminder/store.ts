import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { Reminder } from './domain/round.ts';

const perStatement = 2_000;

/** Writes down what is told today under the notice named by `onceOf`. */
export async function addReminders(
  db: Db,
  unitId: UnitId,
  day: PlainDate,
  reminders: readonly (Reminder & { readonly id: Id; readonly once: string })[],
): Promise<void> {
  for (let begin = 0; begin < reminders.length; begin += perStatement) {
    await db
      .insertInto('reminder')
      .values(
        reminders.slice(begin, begin + perStatement).map((one) => ({
          unit_id: unitId,
          id: one.id,
          obligation_id: one.obligationId,
          account_id: one.accountId,
          kind: one.kind,
          due: one.due,
          step: one.step,
          day,
          once: one.once,
        })),
      )
      .execute();
  }
}

/** Marks the digest of a week as made; false when it was made before. */
export async function beginWeek(db: Db, unitId: UnitId, monday: PlainDate, at: string): Promise<boolean> {
  const row = await db
    .insertInto('reminder_week')
    .values({ unit_id: unitId, monday, made_at: at })
    .onConflict((conflict) => conflict.columns(['unit_id', 'monday']).doNothing())
    .returning('monday')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keys of what was told before, of these outputs: kind, output, account, due day and step. */
export async function toldBefore(db: Db, unitId: UnitId, obligationIds: readonly Id[]): Promise<ReadonlySet<string>> {
  if (obligationIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('reminder')
    .select(['kind', 'obligation_id', 'account_id', 'due', 'step'])
    .where('unit_id', '=', unitId)
    .where('obligation_id', '=', sql<string>`any(${obligationIds}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => `${row.kind}:${row.obligation_id}:${row.account_id}:${row.due}:${row.step}`));
}

/** The key of a reminder in `toldBefore`. */
export function keyOf(one: Reminder): string {
  return `${one.kind}:${one.obligationId}:${one.accountId}:${one.due}:${one.step}`;
}
