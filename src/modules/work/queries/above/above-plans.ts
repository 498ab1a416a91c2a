import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { PlanReading } from '#modules/plan/domain/reading/plan-reading.ts';
import type { Db } from '#server/db.ts';
import type { FigureOperator } from '../../domain/above-gap.ts';

/** A plan of a higher level as this unit keeps it. */
export interface AbovePlan {
  readonly id: Id;
  readonly year: number;
  readonly issuer: string;
  readonly number: string;
  readonly day: PlainDate | null;
  readonly title: string;
  readonly source: 'unit' | 'document' | 'hand';
  readonly sourcePlanId: Id | null;
  readonly tasks: number;
  readonly targets: number;
  readonly renewable: boolean;
  readonly version: number;
}

/** The higher plans of a year that the unit keeps. */
export async function listAbovePlansOf(db: Db, unitId: UnitId, year: number): Promise<readonly AbovePlan[]> {
  const { rows } = await sql<AbovePlan>`
    select a.id, a.year, a.issuer, a.number, a.day, a.title,
      case when a.source_plan_id is not null then 'unit' when a.import_id is not null then 'document' else 'hand' end as source,
      a.source_plan_id as "sourcePlanId",
      (select count(*)::integer from above_item i where i.unit_id = a.unit_id and i.above_plan_id = a.id and i.kind = 'task')
        as tasks,
      (select count(*)::integer from above_item i where i.unit_id = a.unit_id and i.above_plan_id = a.id
        and i.kind = 'target') as targets,
      coalesce(s.version > a.source_version, false) as renewable, a.version
    from above_plan a left join plans_above(${year}) s on s.id = a.source_plan_id
    where a.unit_id = ${unitId} and a.year = ${year} order by a.created_at, a.id`.execute(db);
  return rows;
}

/** A plan that a unit above has made public. */
export interface PlanOfAbove {
  readonly unitId: UnitId;
  readonly unit: string;
  readonly planId: Id;
  readonly title: string;
  readonly issuer: string;
  readonly version: number;
  readonly number: string | null;
  readonly day: PlainDate | null;
  readonly tasks: number;
  readonly targets: number;
}

/** The public plans of a year of the units above, the nearest level first. */
export async function listPlansOfAbove(db: Db, year: number): Promise<readonly PlanOfAbove[]> {
  const { rows } = await sql<PlanOfAbove>`
    select unit_id as "unitId", unit_name as unit, id as "planId", title, issuer, version, decision_number as number,
      decision_date as day, task_count as tasks, target_count as targets from plans_above(${year})`.execute(db);
  return rows;
}

/** Something that a higher plan asks for, before the unit keeps it. */
export interface AskedByPlan {
  readonly kind: 'task' | 'target';
  readonly rowId: Id | null;
  readonly place: string;
  readonly content: string;
  readonly measure: string | null;
  readonly operator: FigureOperator | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly aspiration: boolean;
  readonly due: PlainDate | null;
  readonly dueText: string;
}

/** What a public plan of a unit above asks. */
export async function listAskedByPlan(db: Db, { unitId, planId }: PlanOfAbove): Promise<readonly AskedByPlan[]> {
  const { rows } = await sql<AskedByPlan>`
    select kind, id as "rowId", place, content, measure, operator, value, value_unit as unit, aspiration, due,
      due_text as "dueText" from rows_of_plan_above(${unitId}, ${planId}) order by kind, "position", id`.execute(db);
  return rows;
}

/** A plan document that was read and is not a plan of the unit. */
export interface ReadDocument {
  readonly importId: Id;
  readonly title: string;
  readonly issuer: string;
  readonly year: number | null;
}

/** Documents that were read and wait in the review, the newest first. */
export async function listReadDocuments(db: Db, unitId: UnitId): Promise<readonly ReadDocument[]> {
  return db
    .selectFrom('plan_import')
    .select(['id as importId', 'year'])
    .select((eb) => [
      eb.fn.coalesce('title', eb.val('Văn bản chưa có tên')).as('title'),
      eb.fn.coalesce('issuer', eb.val('')).as('issuer'),
    ])
    .where('unit_id', '=', unitId)
    .where('state', '=', 'review')
    .orderBy('created_at', 'desc')
    .limit(50)
    .$castTo<ReadDocument>()
    .execute();
}

/** What was read of a document that waits in the review; undefined when there is none of this id. */
export async function findReading(db: Db, unitId: UnitId, importId: Id): Promise<PlanReading | undefined> {
  const row = await db
    .selectFrom('plan_import')
    .select('reading')
    .where('unit_id', '=', unitId)
    .where('id', '=', importId)
    .where('state', '=', 'review')
    .executeTakeFirst();
  return row?.reading as PlanReading | undefined;
}
