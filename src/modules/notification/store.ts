import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { Choice } from './domain/channels.ts';
import type { QuietHours } from './domain/quiet-hours.ts';

interface NewNotice {
  readonly id: Id;
  readonly kind: string;
  readonly record: { readonly type: string; readonly id: string };
  readonly params: Readonly<Record<string, string | number>>;
  readonly once: string | undefined;
  readonly at: string;
}

const perStatement = 2_000;

/** Adds notices and gives the ids of those that are new: one of a kind with the same `once` was told already. */
export async function addNotices(db: Db, unitId: UnitId, notices: readonly NewNotice[]): Promise<ReadonlySet<Id>> {
  const added = new Set<Id>();
  for (const part of partsOf(notices)) {
    const rows = await db
      .insertInto('notification')
      .values(
        part.map((notice) => ({
          unit_id: unitId,
          id: notice.id,
          kind: notice.kind,
          record_type: notice.record.type,
          record_id: notice.record.id,
          params: JSON.stringify(notice.params),
          once: notice.once ?? null,
          at: notice.at,
        })),
      )
      .onConflict((conflict) => conflict.constraint('notification_once').doNothing())
      .returning('id')
      .execute();
    for (const { id } of rows) added.add(id as Id);
  }
  return added;
}

export interface NewRecipient {
  readonly accountId: Id;
  readonly inApp: boolean;
  readonly touched: Id;
  /** Given when an e-mail goes out too. */
  readonly mail: { readonly id: Id; readonly nextAt: string } | undefined;
}

/** Adds whom notices are for, and the e-mails on their way to them. */
export async function addRecipients(
  db: Db,
  unitId: UnitId,
  at: string,
  recipients: readonly (NewRecipient & { readonly noticeId: Id })[],
): Promise<void> {
  for (const part of partsOf(recipients)) {
    await db
      .insertInto('notification_recipient')
      .values(
        part.map((one) => ({
          unit_id: unitId,
          notification_id: one.noticeId,
          account_id: one.accountId,
          in_app: one.inApp,
          touched: one.touched,
        })),
      )
      .execute();
    const letters = part.flatMap((one) =>
      one.mail
        ? [
            {
              unit_id: unitId,
              id: one.mail.id,
              notification_id: one.noticeId,
              account_id: one.accountId,
              channel: 'email',
              state: 'waiting',
              next_at: one.mail.nextAt,
              since: at,
            },
          ]
        : [],
    );
    if (letters.length > 0) await db.insertInto('delivery').values(letters).execute();
  }
}

function partsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / perStatement) }, (_, index) =>
    all.slice(index * perStatement, (index + 1) * perStatement),
  );
}

/** Marks notices of an account as read, and gives what is still unread. Those read before keep their time. */
export async function markRead(
  db: Db,
  unitId: UnitId,
  accountId: Id,
  which: { readonly ids: readonly Id[] } | { readonly upTo: Id },
  mark: { readonly at: string; readonly touched: Id },
): Promise<void> {
  const update = db
    .updateTable('notification_recipient')
    .set({ read_at: mark.at, touched: mark.touched })
    .where('unit_id', '=', unitId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null);
  await ('ids' in which
    ? update.where('notification_id', 'in', [...which.ids])
    : update.where('notification_id', '<=', which.upTo)
  ).execute();
}

export interface StoredPreferences {
  readonly choices: Readonly<Record<string, Choice>>;
  readonly quiet: QuietHours | undefined;
}

/** Stores what an account chose; false when `version` is not the present one (0: there was none). */
export async function savePreferences(
  db: Db,
  unitId: UnitId,
  accountId: Id,
  version: number,
  { choices, quiet }: StoredPreferences,
): Promise<boolean> {
  const values = {
    choices: JSON.stringify(choices),
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
  };
  const saved = await db
    .insertInto('notification_preference')
    .values({ unit_id: unitId, account_id: accountId, ...values, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'account_id'])
        .doUpdateSet({ ...values, version: version + 1 })
        .where('notification_preference.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Lets an open delivery be sent at once, with a full count of attempts before it; undefined when it is not open at this version. */
export async function letSendAgain(
  db: Db,
  unitId: UnitId,
  deliveryId: Id,
  version: number,
  at: string,
): Promise<boolean> {
  const changed = await db
    .updateTable('delivery')
    .set({ state: 'waiting', next_at: at, since: at, attempts: 0, version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('id', '=', deliveryId)
    .where('version', '=', version)
    .where('state', 'in', ['waiting', 'failed'])
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Lets all failed deliveries be sent again; gives their number. */
export async function letFailedSendAgain(db: Db, unitId: UnitId, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'waiting', next_at: at, since: at, attempts: 0, version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Takes an open delivery out of sending; false when it is not open at this version. */
export async function discardOpen(db: Db, unitId: UnitId, deliveryId: Id, version: number): Promise<boolean> {
  const changed = await db
    .updateTable('delivery')
    .set({ state: 'discarded', next_at: null, version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('id', '=', deliveryId)
    .where('version', '=', version)
    .where('state', 'in', ['waiting', 'failed'])
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}
