import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';

/** Read models of accounts; joined with the people they belong to. */

export interface AccountFacts {
  readonly id: Id;
  readonly username: string;
  readonly personId: Id | null;
  readonly name: string;
  readonly email: string | null;
  readonly demo: boolean;
  readonly disabledAt: string | null;
  readonly mustChangePassword: boolean;
  readonly signedInAt: string | null;
  readonly twoFactor: boolean;
  readonly lockedUntil: string | null;
  readonly version: number;
}

/** Accounts of the unit with their names, logins and nothing secret. */
export function accountsOf(db: Db, unitId: UnitId) {
  return db
    .selectFrom('account as a')
    .leftJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'a.unit_id').onRef('p.id', '=', 'a.person_id'))
    .where('a.unit_id', '=', unitId);
}

const facts = [
  sql<Id>`a.id`.as('id'),
  sql<string>`a.username`.as('username'),
  sql<Id | null>`a.person_id`.as('personId'),
  sql<string>`coalesce(p.name, a.name)`.as('name'),
  sql<string | null>`coalesce(p.email, a.email)`.as('email'),
  sql<boolean>`a.demo`.as('demo'),
  sql<string | null>`a.disabled_at`.as('disabledAt'),
  sql<boolean>`a.must_change_password`.as('mustChangePassword'),
  sql<string | null>`a.signed_in_at`.as('signedInAt'),
  sql<boolean>`coalesce(l.two_factor, false)`.as('twoFactor'),
  sql<string | null>`l.locked_until`.as('lockedUntil'),
  sql<number>`a.version`.as('version'),
] as const;

/** Accounts with all that is known of them; the login is looked up for the rows that are taken only. */
export function accountFactsOf(db: Db, unitId: UnitId) {
  return accountsOf(db, unitId)
    .leftJoin('account_login as l', (join) => join.on('l.unit_id', '=', unitId).onRef('l.account_id', '=', 'a.id'))
    .select(facts);
}

/** One account of the unit; undefined also when it is another unit's. */
export function findAccount(db: Db, unitId: UnitId, accountId: Id): Promise<AccountFacts | undefined> {
  return accountFactsOf(db, unitId).where('a.id', '=', accountId).executeTakeFirst();
}

export interface RoleHeld {
  readonly id: Id;
  readonly accountId: Id;
  readonly role: string;
  readonly name: string;
  readonly needsTotp: boolean;
  readonly departmentId: Id | null;
  readonly department: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Every role these accounts were ever given, the newest first. */
export async function rolesOf(db: Db, unitId: UnitId, accountIds: readonly Id[]): Promise<RoleHeld[]> {
  if (accountIds.length === 0) return [];
  return db
    .selectFrom('account_role as x')
    .innerJoin('role as o', 'o.code', 'x.role')
    .leftJoin('department as d', (join) =>
      join.onRef('d.unit_id', '=', 'x.unit_id').onRef('d.id', '=', 'x.department_id'),
    )
    .where('x.unit_id', '=', unitId)
    .where('x.account_id', 'in', [...accountIds])
    .orderBy('o.sort')
    .orderBy('x.valid_from', 'desc')
    .select([
      sql<Id>`x.id`.as('id'),
      sql<Id>`x.account_id`.as('accountId'),
      'x.role',
      'o.name',
      'o.needs_totp as needsTotp',
      sql<Id | null>`x.department_id`.as('departmentId'),
      'd.name as department',
      sql<PlainDate>`x.valid_from`.as('from'),
      sql<PlainDate | null>`x.valid_to`.as('to'),
    ])
    .execute();
}

/** Whether a role holds on a day. */
export function holdsOn(role: Pick<RoleHeld, 'from' | 'to'>, day: PlainDate): boolean {
  return role.from <= day && (role.to === null || role.to >= day);
}

export interface SessionFacts {
  readonly id: Id;
  readonly device: string | null;
  readonly address: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** Living sessions of an account, the one last seen first. */
export function sessionsOf(db: Db, unitId: UnitId, accountId: Id): Promise<SessionFacts[]> {
  return db
    .selectFrom('account_session as s')
    .where('s.unit_id', '=', unitId)
    .where('s.account_id', '=', accountId)
    .orderBy('s.last_seen_at', 'desc')
    .select([
      sql<Id>`s.id`.as('id'),
      's.device',
      's.address',
      sql<string>`s.created_at`.as('createdAt'),
      sql<string>`s.last_seen_at`.as('lastSeenAt'),
    ])
    .execute();
}

/** Enabled accounts that may manage accounts of the whole unit on a day. */
export async function administratorsOn(db: Db, unitId: UnitId, day: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('account_role as x', (join) =>
      join.onRef('x.unit_id', '=', 'a.unit_id').onRef('x.account_id', '=', 'a.id'),
    )
    .innerJoin('role as o', 'o.code', 'x.role')
    .where('a.unit_id', '=', unitId)
    .where('a.disabled_at', 'is', null)
    .where('x.department_id', 'is', null)
    .where('x.valid_from', '<=', day)
    .where((or) => or.or([or('x.valid_to', 'is', null), or('x.valid_to', '>=', day)]))
    .where(sql<boolean>`'account.manage' = any (o.permissions)`)
    .select(sql<Id>`a.id`.as('id'))
    .distinct()
    .execute();
  return rows.map((row) => row.id);
}

/** The first person an account's owner stands in for on a day. */
export function findSubstituted(
  db: Db,
  unitId: UnitId,
  personId: Id,
  day: PlainDate,
): Promise<{ personId: Id; name: string } | undefined> {
  return db
    .selectFrom('substitution as s')
    .innerJoin('person as p', (join) => join.onRef('p.unit_id', '=', 's.unit_id').onRef('p.id', '=', 's.away_id'))
    .where('s.unit_id', '=', unitId)
    .where('s.substitute_id', '=', personId)
    .where('s.valid_from', '<=', day)
    .where('s.valid_to', '>=', day)
    .orderBy('s.valid_from')
    .select([sql<Id>`s.away_id`.as('personId'), 'p.name'])
    .executeTakeFirst();
}

/** The account of a person, if there is one. */
export function findAccountOfPerson(
  db: Db,
  unitId: UnitId,
  personId: Id,
): Promise<{ id: Id; username: string } | undefined> {
  return db
    .selectFrom('account')
    .where('unit_id', '=', unitId)
    .where('person_id', '=', personId)
    .select([sql<Id>`id`.as('id'), 'username'])
    .executeTakeFirst();
}

export interface DemoPerson {
  readonly id: Id;
  readonly username: string;
  readonly name: string;
  readonly title: string;
}

/** Invented people who may sign in by one click, with their posts or roles on a day. */
export async function demoPeopleOf(db: Db, unitId: UnitId, day: PlainDate): Promise<DemoPerson[]> {
  const people = await accountFactsOf(db, unitId)
    .where('a.demo', '=', true)
    .where('a.disabled_at', 'is', null)
    .select(postOf(day).as('post'))
    .execute();
  const roles = await rolesOf(
    db,
    unitId,
    people.map((person) => person.id),
  );
  const rank = (accountId: Id) => roles.findIndex((role) => role.accountId === accountId && holdsOn(role, day));
  const named = people.map((person) => {
    const held = roles.filter((role) => role.accountId === person.id && holdsOn(role, day)).map((role) => role.name);
    return {
      id: person.id,
      username: person.username,
      name: person.name,
      title: [person.post, held.join(', ')].filter(Boolean).join(' · '),
    };
  });
  return named.sort((a, b) => rank(a.id) - rank(b.id) || a.username.localeCompare(b.username));
}

/** Title of the post that the person `p` holds on a day, the leading one first. */
export function postOf(day: PlainDate) {
  return sql<string | null>`(
    select q.title from position_holder h
    join position q on q.unit_id = h.unit_id and q.id = h.position_id
    where h.unit_id = p.unit_id and h.person_id = p.id
      and h.valid_from <= ${day} and (h.valid_to is null or h.valid_to >= ${day})
    order by q.leader desc, (h.mode = 'concurrent'), q.sort limit 1)`;
}

export interface TokenFacts {
  readonly id: Id;
  readonly name: string;
  readonly scopes: string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly state: 'active' | 'expired' | 'revoked';
}

/** Personal tokens of an account, the newest first; without anything they could be used by. */
export function tokensOf(db: Db, unitId: UnitId, accountId: Id): Promise<TokenFacts[]> {
  return db
    .selectFrom('api_token as t')
    .where('t.unit_id', '=', unitId)
    .where('t.account_id', '=', accountId)
    .orderBy('t.id', 'desc')
    .select([
      sql<Id>`t.id`.as('id'),
      't.name',
      't.scopes',
      't.created_at as createdAt',
      't.expires_at as expiresAt',
      't.last_used_at as lastUsedAt',
      sql<TokenFacts['state']>`case when t.revoked_at is not null then 'revoked'
        when t.expires_at <= now() then 'expired' else 'active' end`.as('state'),
    ])
    .execute();
}

/** What the forms of accounts offer on a day: roles, departments, and people of the unit without an account. */
export async function choicesOf(db: Db, unitId: UnitId, day: PlainDate) {
  const roles = await db
    .selectFrom('role')
    .orderBy('sort')
    .select(['code', 'name', 'description', 'permissions', 'needs_totp as needsTwoFactor'])
    .execute();
  const departments = await db
    .selectFrom('department as d')
    .where('d.unit_id', '=', unitId)
    .where('d.valid_from', '<=', day)
    .where((or) => or.or([or('d.valid_to', 'is', null), or('d.valid_to', '>=', day)]))
    .orderBy('d.sort')
    .orderBy(sql`d.name collate "vi-x-icu"`)
    .select([sql<Id>`d.id`.as('id'), 'd.name'])
    .execute();
  const people = await db
    .selectFrom('person as p')
    .where('p.unit_id', '=', unitId)
    .where((or) => or.or([or('p.valid_to', 'is', null), or('p.valid_to', '>=', day)]))
    .where((not) =>
      not.not(
        not.exists(
          not
            .selectFrom('account as a')
            .whereRef('a.unit_id', '=', 'p.unit_id')
            .whereRef('a.person_id', '=', 'p.id')
            .select('a.id'),
        ),
      ),
    )
    .orderBy(sql`p.name collate "vi-x-icu"`)
    .limit(1_000)
    .select([sql<Id>`p.id`.as('id'), 'p.name', postOf(day).as('position')])
    .execute();
  return { roles, departments, people };
}
