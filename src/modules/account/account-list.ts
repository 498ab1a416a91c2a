import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { accountFactsOf, accountsOf, holdsOn, rolesOf } from './queries.ts';

export interface AccountFilter {
  readonly page: number;
  readonly size: number;
  readonly q?: string | undefined;
  /** A column, with `-` before it for descending; by name unless said. */
  readonly sort?: keyof typeof orders | undefined;
  readonly state?: 'active' | 'disabled' | undefined;
  /** Code of a role held on the day. */
  readonly role?: string | undefined;
}

const byName = sql`coalesce(p.name, a.name) collate "vi-x-icu"`;
const orders = {
  name: sql`${byName}, a.username`,
  '-name': sql`${byName} desc, a.username`,
  username: sql`a.username`,
  '-username': sql`a.username desc`,
  signedInAt: sql`a.signed_in_at nulls first, a.username`,
  '-signedInAt': sql`a.signed_in_at desc nulls last, a.username`,
} as const;

/** A page of the unit's accounts, each with the roles it holds on a day. */
export async function listedAccounts(db: Db, unitId: UnitId, day: PlainDate, filter: AccountFilter) {
  const { page, size } = filter;
  const wanted = conditionOf(day, filter);
  const { total } = await accountsOf(db, unitId)
    .where(wanted)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const accounts = await accountFactsOf(db, unitId)
    .where(wanted)
    .orderBy(orders[filter.sort ?? 'name'])
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const roles = await rolesOf(
    db,
    unitId,
    accounts.map((account) => account.id),
  );
  const rows = accounts.map((account) => ({
    ...account,
    state: account.disabledAt === null ? ('active' as const) : ('disabled' as const),
    roles: roles.filter((role) => role.accountId === account.id && holdsOn(role, day)),
  }));
  return { rows, total, page, size };
}

function conditionOf(day: PlainDate, { q, state, role }: AccountFilter) {
  const words = q ? `%${fold(q).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : undefined;
  const parts = [
    words ? sql<boolean>`(a.fold like ${words} or p.fold like ${words})` : undefined,
    state === 'active' ? sql<boolean>`a.disabled_at is null` : undefined,
    state === 'disabled' ? sql<boolean>`a.disabled_at is not null` : undefined,
    role
      ? sql<boolean>`exists (select 1 from account_role x where x.unit_id = a.unit_id and x.account_id = a.id
          and x.role = ${role} and x.valid_from <= ${day} and (x.valid_to is null or x.valid_to >= ${day}))`
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? sql<boolean>`${sql.join(parts, sql` and `)}` : sql<boolean>`true`;
}
