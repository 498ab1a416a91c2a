import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';

/** Changes of accounts. Logins are changed by functions that hold for the unit of the transaction only. */

export interface NewAccount {
  readonly id: Id;
  readonly username: string;
  readonly personId: Id | null;
  /** Only for an account of nobody in the unit's list of people. */
  readonly name: string | null;
  readonly email: string | null;
  readonly demo: boolean;
  readonly mustChangePassword: boolean;
  readonly passwordHash: string;
}

/** False when the name to sign in with is taken, also by another unit. */
export async function insertAccount(db: Db, unitId: UnitId, account: NewAccount): Promise<boolean> {
  const made = await sql<{ made: boolean }>`
    select make_login(${unitId}, ${account.id}, ${account.username}, ${account.passwordHash}) as made`.execute(db);
  if (!made.rows[0]?.made) return false;
  await db
    .insertInto('account')
    .values({
      unit_id: unitId,
      id: account.id,
      username: account.username,
      person_id: account.personId,
      name: account.name,
      email: account.email,
      demo: account.demo,
      must_change_password: account.mustChangePassword,
      fold: fold(`${account.username} ${account.name ?? ''}`),
    })
    .execute();
  return true;
}

export interface NewRole {
  readonly id: Id;
  readonly accountId: Id;
  readonly role: string;
  readonly departmentId: Id | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly givenBy: Id | null;
}

/** Gives roles; false when one of them was given from the same day already. */
export async function insertRoles(db: Db, unitId: UnitId, roles: readonly NewRole[]): Promise<boolean> {
  if (roles.length === 0) return true;
  const made = await db
    .insertInto('account_role')
    .values(
      roles.map((role) => ({
        unit_id: unitId,
        id: role.id,
        account_id: role.accountId,
        role: role.role,
        department_id: role.departmentId,
        valid_from: role.from,
        valid_to: role.to,
        given_by: role.givenBy,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return made.length === roles.length;
}

/** Ends a role after its last day, or removes one that would never have held. */
export async function endRoleOf(db: Db, unitId: UnitId, roleId: Id, lastDay: PlainDate): Promise<void> {
  await db
    .deleteFrom('account_role')
    .where('unit_id', '=', unitId)
    .where('id', '=', roleId)
    .where('valid_from', '>', lastDay)
    .execute();
  await db
    .updateTable('account_role')
    .set({ valid_to: lastDay })
    .where('unit_id', '=', unitId)
    .where('id', '=', roleId)
    .execute();
}

/** Disables or enables; false when the version is stale. */
export async function setDisabled(
  db: Db,
  unitId: UnitId,
  accountId: Id,
  version: number,
  disabledAt: string | null,
): Promise<boolean> {
  const done = await db
    .updateTable('account')
    .set({ disabled_at: disabledAt, version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('id', '=', accountId)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function setPassword(
  db: Db,
  unitId: UnitId,
  accountId: Id,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await sql`select set_login_password(${unitId}, ${accountId}, ${passwordHash})`.execute(db);
  await db
    .updateTable('account')
    .set({ must_change_password: mustChange })
    .where('unit_id', '=', unitId)
    .where('id', '=', accountId)
    .execute();
}

/** Ends one session (`only`), all but one (`except`), or all; gives how many ended. */
export async function endSessions(
  db: Db,
  unitId: UnitId,
  accountId: Id,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<number> {
  const done = await sql<{ ended: number }>`
    select end_sessions(${unitId}, ${accountId}, ${which.only ?? null}, ${which.except ?? null}) as ended`.execute(db);
  return done.rows[0]?.ended ?? 0;
}

/** Turns the second factor on or off; false when no secret was made before. */
export async function setTwoFactor(db: Db, unitId: UnitId, accountId: Id, on: boolean): Promise<boolean> {
  const done = await sql<{ done: boolean }>`select set_two_factor(${unitId}, ${accountId}, ${on}) as done`.execute(db);
  return done.rows[0]?.done ?? false;
}

/** Forgets wrong passwords and codes, at all addresses. */
export async function releaseLock(db: Db, unitId: UnitId, accountId: Id): Promise<void> {
  await sql`select release_lock(${unitId}, ${accountId})`.execute(db);
}

/** Notes the last sign-in. */
export async function noteSignIn(db: Db, unitId: UnitId, accountId: Id, at: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ signed_in_at: at })
    .where('unit_id', '=', unitId)
    .where('id', '=', accountId)
    .execute();
}

export interface NewToken {
  readonly id: Id;
  readonly accountId: Id;
  readonly name: string;
  readonly sha256: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** Keeps the hash of a token; its life is counted by the real clock. Gives when it ends. */
export async function insertToken(db: Db, unitId: UnitId, token: NewToken): Promise<string> {
  const row = await db
    .insertInto('api_token')
    .values({
      unit_id: unitId,
      id: token.id,
      account_id: token.accountId,
      name: token.name,
      sha256: token.sha256,
      scopes: [...token.scopes],
      created_at: sql<string>`now()`,
      expires_at: sql<string>`now() + make_interval(days => ${token.days}::int)`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return row.expires_at;
}

/** False when the account has no such living token. */
export async function revokeTokenOf(db: Db, unitId: UnitId, accountId: Id, tokenId: Id): Promise<boolean> {
  const done = await db
    .updateTable('api_token')
    .set({ revoked_at: sql<string>`now()` })
    .where('unit_id', '=', unitId)
    .where('account_id', '=', accountId)
    .where('id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
