import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import { newId } from '#server/ids.ts';
import { sessionCookie, signedToken } from '#server/sessions.ts';

/** Makers of records for tests: plainly invented, filling in what the test does not mention. `owner` passes row-level security. */

export interface TestUnit {
  readonly id: UnitId;
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export interface TestAccount {
  readonly id: Id;
  readonly unitId: UnitId;
  readonly personId: Id;
  readonly username: string;
  readonly name: string;
}

const longAgo = '2000-01-01';

/** A unit without anything in it but its name and itself as ancestor. */
export async function aUnit(
  owner: pg.Pool,
  given: { code: string; name: string; shortName?: string; level?: string },
): Promise<TestUnit> {
  const { code, name, shortName = name, level = 'commune' } = given;
  const id = newId() as string as UnitId;
  await owner.query(
    `insert into unit (id, code, name, short_name, level, valid_from, fold) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, code, name, shortName, level, longAgo, fold(name)],
  );
  await owner.query(`insert into unit_ancestor (unit_id, ancestor_id, depth) values ($1, $1, 0)`, [id]);
  await owner.query(
    `insert into unit_name (unit_id, valid_from, name, short_name, citation) values ($1, $2, $3, $4, 'giả định')`,
    [id, longAgo, name, shortName],
  );
  return { id, code, name, level };
}

let count = 0;

export async function aDepartment(owner: pg.Pool, unitId: UnitId, given: { name?: string } = {}): Promise<Id> {
  const id = newId();
  const name = given.name ?? `Bộ phận Thử ${++count}`;
  await owner.query(
    `insert into department (unit_id, id, code, name, valid_from, fold) values ($1, $2, $3, $4, $5, $6)`,
    [unitId, id, `bo-phan-${++count}`, name, longAgo, fold(name)],
  );
  return id;
}

export async function aPerson(
  owner: pg.Pool,
  unitId: UnitId,
  given: { name?: string; email?: string } = {},
): Promise<Id> {
  const id = newId();
  const name = given.name ?? `Nguyễn Văn Thử ${++count}`;
  await owner.query(`insert into person (unit_id, id, name, email, valid_from, fold) values ($1, $2, $3, $4, $5, $6)`, [
    unitId,
    id,
    name,
    given.email ?? null,
    longAgo,
    fold(name),
  ]);
  return id;
}

export interface GivenAccount {
  readonly username?: string;
  readonly name?: string;
  readonly email?: string;
  readonly personId?: Id;
  /** Roles of the whole unit, or of one department, from long ago without end unless said. */
  readonly roles?: readonly (string | { role: string; departmentId?: Id; from?: string; to?: string })[];
  /** As `hashPassword` of better-auth/crypto gives it; without one nobody can sign in by the form. */
  readonly passwordHash?: string;
  readonly mustChangePassword?: boolean;
  readonly demo?: boolean;
  /** Whether a second factor counts as enrolled; true unless said, so that signers can work. */
  readonly twoFactor?: boolean;
}

/** An account with its person and login. */
export async function anAccount(owner: pg.Pool, unitId: UnitId, given: GivenAccount = {}): Promise<TestAccount> {
  const username = given.username ?? `thu.${++count}`;
  const name = given.name ?? `Trần Thị Thử ${++count}`;
  const personId =
    given.personId ?? (await aPerson(owner, unitId, { name, ...(given.email ? { email: given.email } : {}) }));
  const id = newId();
  await owner.query(
    `insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername", "twoFactorEnabled", "unitId")
     values ($1, $2, $3, false, $2, $2, $4, $5)`,
    [id, username, `${id}@account.invalid`, given.twoFactor ?? true, unitId],
  );
  if (given.passwordHash) {
    await owner.query(
      `insert into auth.account ("accountId", "providerId", "userId", password, "updatedAt") values ($1::uuid::text, 'credential', $1::uuid, $2, now())`,
      [id, given.passwordHash],
    );
  }
  await owner.query(
    `insert into account (unit_id, id, username, person_id, demo, must_change_password, fold) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      unitId,
      id,
      username,
      personId,
      given.demo ?? false,
      given.mustChangePassword ?? false,
      fold(`${username} ${name}`),
    ],
  );
  for (const one of given.roles ?? []) await giveRole(owner, unitId, id, typeof one === 'string' ? { role: one } : one);
  return { id, unitId, personId, username, name };
}

export async function giveRole(
  owner: pg.Pool,
  unitId: UnitId,
  accountId: Id,
  given: { role: string; departmentId?: Id; from?: string; to?: string },
): Promise<Id> {
  const id = newId();
  await owner.query(
    `insert into account_role (unit_id, id, account_id, role, department_id, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7)`,
    [unitId, id, accountId, given.role, given.departmentId ?? null, given.from ?? longAgo, given.to ?? null],
  );
  return id;
}

/** A living session of an account, as a value of the header `cookie`. */
export async function aSession(owner: pg.Pool, accountId: Id, authSecret: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await owner.query(
    `insert into auth.session (token, "expiresAt", "updatedAt", "userId", "ipAddress", "userAgent")
     values ($1, now() + interval '1 hour', now(), $2, '127.0.0.1', 'thử nghiệm')`,
    [token, accountId],
  );
  return cookieOf(token, authSecret);
}

/** The cookie of a session token under a key. */
export function cookieOf(token: string, secret: string): string {
  return `${sessionCookie}=${signedToken(token, secret)}`;
}
