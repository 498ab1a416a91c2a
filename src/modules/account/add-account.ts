import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { judgeRoleDays } from './domain/administration.ts';
import { findAccountOfPerson } from './queries.ts';
import { insertAccount, insertRoles } from './store.ts';

export interface GivenRole {
  readonly role: string;
  readonly departmentId: Id | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface GivenAccount {
  readonly username: string;
  /** The person of the unit it is for; else `name`. */
  readonly personId?: Id;
  readonly name?: string;
  readonly email?: string | null;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly demo?: boolean;
  readonly roles: readonly GivenRole[];
}

/** Makes an account with its login and roles in the open transaction; refuses a taken name and a person who has one. */
export async function addAccount(ctx: Context, given: GivenAccount): Promise<Id> {
  const { username, personId, name = null, email = null, roles, demo = false } = given;
  if (personId) await expectPersonWithout(ctx, personId);
  const id = ctx.newId();
  const made = await insertAccount(ctx.db, ctx.unitId, {
    id,
    username,
    personId: personId ?? null,
    name: personId ? null : name,
    email: personId ? null : email,
    demo,
    mustChangePassword: given.mustChangePassword,
    passwordHash: given.passwordHash,
  });
  if (!made) fail('username-taken', { username }, 409);
  ctx.log({ action: 'account.made', record: { type: 'account', id }, after: { username, personId, name, email } });
  await addRoles(ctx, id, roles);
  ctx.publish('account.made', { accountId: id });
  return id;
}

/** Gives roles to an account of the unit; gives their ids. */
export async function addRoles(ctx: Context, accountId: Id, roles: readonly GivenRole[]): Promise<Id[]> {
  for (const { from, to } of roles) {
    const verdict = judgeRoleDays(from, to);
    if (!verdict.ok) fail(verdict.code, verdict.params);
  }
  await expectKnown(ctx, roles);
  const rows = roles.map((role) => ({
    ...role,
    id: ctx.newId(),
    accountId,
    givenBy: ctx.session?.accountId ?? null,
  }));
  if (!(await insertRoles(ctx.db, ctx.unitId, rows))) fail('role-twice', {}, 409);
  for (const { role, departmentId, from, to } of roles) {
    const record = { type: 'account', id: accountId };
    ctx.log({ action: 'account.role-given', record, after: { role, departmentId, from, to } });
  }
  return rows.map((row) => row.id);
}

async function expectPersonWithout(ctx: Context, personId: Id): Promise<void> {
  const person = await ctx.db
    .selectFrom('person')
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', personId)
    .select('id')
    .executeTakeFirst();
  if (!person) fail('not-found', {}, 404);
  const other = await findAccountOfPerson(ctx.db, ctx.unitId, personId);
  if (other) fail('person-has-account', { username: other.username }, 409);
}

async function expectKnown(ctx: Context, roles: readonly GivenRole[]): Promise<void> {
  const codes = [...new Set(roles.map((role) => role.role))];
  const departments = [...new Set(roles.flatMap((role) => role.departmentId ?? []))];
  if (codes.length > 0) {
    const known = await ctx.db.selectFrom('role').where('code', 'in', codes).select('code').execute();
    if (known.length < codes.length) fail('role-unknown');
  }
  if (departments.length > 0) {
    const known = await ctx.db
      .selectFrom('department')
      .where('unit_id', '=', ctx.unitId)
      .where('id', 'in', departments)
      .select('id')
      .execute();
    if (known.length < departments.length) fail('not-found', {}, 404);
  }
}
