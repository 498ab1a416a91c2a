import type { Selectable } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Plan, PlanVersion } from '#server/db.gen.ts';
import type { Db } from '#server/db.ts';

/** A plan and the version of it that is shown. */
export interface ShownPlan {
  readonly plan: Selectable<Plan>;
  readonly version: Selectable<PlanVersion> & { readonly file_name: string | null };
}

/**
 * The plan with the version asked for; without one the version in force, or the draft when there is none yet. Undefined
 * when the unit has no such plan or version.
 */
export async function findShown(
  db: Db,
  unitId: UnitId,
  planId: Id,
  version: number | undefined,
): Promise<ShownPlan | undefined> {
  const row = await db
    .selectFrom('plan as p')
    .innerJoin('plan_version as v', (join) => join.onRef('v.unit_id', '=', 'p.unit_id').onRef('v.plan_id', '=', 'p.id'))
    .leftJoin('file as f', (join) => join.onRef('f.unit_id', '=', 'v.unit_id').onRef('f.id', '=', 'v.file_id'))
    .selectAll('v')
    .select((eb) => ['f.name as file_name', eb.fn.toJson('p').as('plan')])
    .where('p.unit_id', '=', unitId)
    .where('p.id', '=', planId)
    .where((eb) =>
      version === undefined
        ? eb('v.version', '=', eb.fn.coalesce(eb.fn<number>('nullif', ['p.version', eb.lit(0)]), 'p.draft_version'))
        : eb('v.version', '=', version),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const { plan, ...shown } = row;
  return { plan, version: shown };
}
