import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlanInForce } from '#modules/plan/queries.ts';
import type { Db } from '#server/db.ts';

/** A task or target of our plan, with the words it is compared by. */
export interface OursOfPlan {
  readonly kind: 'task' | 'target';
  readonly id: Id;
  readonly content: string;
  readonly words: string;
}

/** What our plan in force sets us, without what is of higher levels. */
export async function listOursOfPlan(
  db: Db,
  unitId: UnitId,
  plan: Pick<PlanInForce, 'id' | 'version'>,
): Promise<readonly OursOfPlan[]> {
  const { rows } = await sql<OursOfPlan>`
    select 'task' as kind, t.id, t.content, t.content as words from work_task t
      where t.unit_id = ${unitId} and t.plan_id = ${plan.id} and t.ours and t.dropped_by is null
    union all
    select 'target', g.id, g.content, g.measure from plan_target g
      where g.unit_id = ${unitId} and g.plan_id = ${plan.id} and g.ours
        and g.from_version <= ${plan.version} and g.to_version > ${plan.version}
    limit 5000`.execute(db);
  return rows;
}
