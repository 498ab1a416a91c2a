import type { Id, UnitId } from '#kernel/brands.ts';

/** A permission held for the whole unit (`departmentId` null) or for one department. */
export interface Grant {
  readonly permission: string;
  readonly departmentId: Id | null;
}

/** Who is behind a request: a signed-in person, or a personal API token of one. */
export interface Session {
  readonly id: string;
  readonly accountId: Id;
  readonly personId: Id | null;
  readonly unitId: UnitId;
  readonly name: string;
  readonly username: string;
  readonly email: string | null;
  readonly grants: readonly Grant[];
  readonly departmentIds: readonly Id[];
  readonly mustChangePassword: boolean;
  readonly mustEnrolTotp: boolean;
  readonly via: 'cookie' | 'token';
}

/** True when one of the grants gives the permission for the unit, or for this department. */
export function holds(grants: readonly Grant[], permission: string, departmentId?: Id | null): boolean {
  return grants.some(
    (grant) => grant.permission === permission && (grant.departmentId === null || grant.departmentId === departmentId),
  );
}
