import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Plan, PlanVersion } from '#server/db.gen.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { PlanContent } from '../domain/version/plan-content.ts';
import { isInVersion } from './in-version.ts';

export type StoredPlan = Selectable<Plan>;

/** The plan, which no other write changes until this one has ended; undefined when the unit has none of this id. */
export async function findPlanForWrite(db: Db, unitId: UnitId, id: Id): Promise<StoredPlan | undefined> {
  return db
    .selectFrom('plan')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The issued plan of a year. */
export async function findIssuedOfYear(db: Db, unitId: UnitId, year: number): Promise<StoredPlan | undefined> {
  return db
    .selectFrom('plan')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .where('version', '>', 0)
    .executeTakeFirst();
}

export async function insertPlan(
  db: Db,
  plan: Omit<Insertable<Plan>, 'fold'> & { readonly title: string },
): Promise<void> {
  await db
    .insertInto('plan')
    .values({ ...plan, fold: fold(`${plan.title} ${plan.year} ${plan.issuer}`) })
    .execute();
}

/** Changes a plan and counts its revision; gives the new one. Refuses a second plan in force for one year. */
export async function updatePlan(
  db: Db,
  unitId: UnitId,
  id: Id,
  change: Omit<Updateable<Plan>, 'revision' | 'unit_id' | 'id'>,
): Promise<number> {
  const row = await db
    .updateTable('plan')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
    .catch((error: { constraint?: string }) => {
      if (error.constraint === 'plan_one_a_year') fail('plan-year-just-taken', {}, 409);
      throw error;
    });
  return row.revision;
}

/** Title, year and issuer of a plan as they are searched. */
export function planWords(header: { readonly title: string; readonly year: number; readonly issuer: string }) {
  const { title, year, issuer } = header;
  return { title, year, issuer, fold: fold(`${title} ${year} ${issuer}`) };
}

/** How much a version holds. */
export function countsOf(content: PlanContent) {
  return {
    task_count: content.tasks.length,
    ours_count: content.tasks.filter((task) => task.ours).length,
    target_count: content.targets.length,
    output_count: content.tasks.reduce((sum, task) => sum + task.outputs.length, 0),
  };
}

export async function insertVersion(db: Db, version: Insertable<PlanVersion>): Promise<void> {
  await db.insertInto('plan_version').values(version).execute();
}

export async function updateVersion(
  db: Db,
  at: { readonly unitId: UnitId; readonly planId: Id; readonly version: number },
  change: Updateable<PlanVersion>,
): Promise<void> {
  await db
    .updateTable('plan_version')
    .set(change)
    .where('unit_id', '=', at.unitId)
    .where('plan_id', '=', at.planId)
    .where('version', '=', at.version)
    .execute();
}

/** One version's own record. */
export async function findVersion(db: Db, unitId: UnitId, planId: Id, version: number) {
  return db
    .selectFrom('plan_version')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Counts the rows of a draft anew. */
export async function countDraft(
  db: Db,
  at: { readonly unitId: UnitId; readonly planId: Id; readonly version: number },
): Promise<void> {
  await db
    .updateTable('plan_version')
    .set((eb) => {
      const tasks = eb.selectFrom('plan_task').where(isInVersion(at));
      return {
        task_count: tasks.select(sql<number>`count(*)::integer`.as('n')),
        ours_count: tasks.select(sql<number>`(count(*) filter (where ours))::integer`.as('n')),
        output_count: tasks.select(sql<number>`coalesce(sum(output_count), 0)::integer`.as('n')),
        target_count: eb
          .selectFrom('plan_target')
          .where(isInVersion(at))
          .select(sql<number>`count(*)::integer`.as('n')),
      };
    })
    .where('unit_id', '=', at.unitId)
    .where('plan_id', '=', at.planId)
    .where('version', '=', at.version)
    .execute();
}
