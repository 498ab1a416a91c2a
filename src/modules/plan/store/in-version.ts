import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';

/** `to_version` of a state that still holds. */
export const stillHolds = 2_147_483_647;

export interface VersionOfPlan {
  readonly unitId: UnitId;
  readonly planId: Id;
  readonly version: number;
}

interface VersionedTable {
  unit_id: string;
  plan_id: string;
  from_version: number;
  to_version: number;
}

/** The condition that a state of a row holds in a version. */
export function isInVersion({ unitId, planId, version }: VersionOfPlan) {
  return <D, T extends keyof D>(eb: ExpressionBuilder<D, T>): Expression<SqlBool> => {
    const on = eb as unknown as ExpressionBuilder<{ t: VersionedTable }, 't'>;
    return on.and([
      on('unit_id', '=', unitId),
      on('plan_id', '=', planId),
      on('from_version', '<=', version),
      on('to_version', '>', version),
    ]);
  };
}
