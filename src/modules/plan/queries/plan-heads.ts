import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';

/** Whether drafts are among them. */
export interface SeesDrafts {
  readonly drafts: boolean;
}

/** A page of the unit's plans, the newest year first, each with the counts of the version in force or of its draft. */
export async function listPlansOf(
  db: Db,
  unitId: UnitId,
  asked: SeesDrafts & {
    readonly page: number;
    readonly size: number;
    readonly q?: string | undefined;
    readonly year?: number | undefined;
    readonly state?: 'draft' | 'issued' | undefined;
  },
) {
  let found = db
    .selectFrom('plan as p')
    .innerJoin('plan_version as v', (join) =>
      join
        .onRef('v.unit_id', '=', 'p.unit_id')
        .onRef('v.plan_id', '=', 'p.id')
        .on(sql<boolean>`v.version = coalesce(nullif(p.version, 0), p.draft_version)`),
    )
    .where('p.unit_id', '=', unitId);
  if (!asked.drafts || asked.state === 'issued') found = found.where('p.version', '>', 0);
  if (asked.state === 'draft') found = found.where('p.draft_version', 'is not', null);
  if (asked.year !== undefined) found = found.where('p.year', '=', asked.year);
  if (asked.q) found = found.where('p.fold', 'like', `%${fold(asked.q).replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await found
    .select(['p.id', 'v.title', 'p.year', 'v.issuer', 'p.version', 'p.draft_version', 'p.published', 'p.revision'])
    .select(['v.state', 'v.task_count', 'v.target_count', 'v.output_count'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .orderBy('p.year', 'desc')
    .orderBy('p.id', 'desc')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Fields of reform in their order. */
export async function listFieldsOf(db: Db) {
  return db.selectFrom('plan_field').selectAll().orderBy('position').execute();
}

/** All versions of a plan, oldest first. */
export async function listVersionsOf(db: Db, unitId: UnitId, planId: Id) {
  return db
    .selectFrom('plan_version as v')
    .leftJoin('file as f', (join) => join.onRef('f.unit_id', '=', 'v.unit_id').onRef('f.id', '=', 'v.file_id'))
    .selectAll('v')
    .select('f.name as file_name')
    .where('v.unit_id', '=', unitId)
    .where('v.plan_id', '=', planId)
    .orderBy('v.version')
    .execute();
}

/** Issued plans of a year. */
export async function listIssuedOfYear(db: Db, unitId: UnitId, year: number) {
  return db
    .selectFrom('plan')
    .select(['id', 'title', 'version'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .where('version', '>', 0)
    .execute();
}

/** How many tasks and outputs a version has in each field; `none` for tasks without one. */
export async function countByField(
  db: Db,
  at: { readonly unitId: UnitId; readonly planId: Id; readonly version: number },
) {
  return db
    .selectFrom('plan_task')
    .select((eb) => [
      eb.fn.coalesce('field_code', eb.val('none')).as('code'),
      sql<number>`count(*)::integer`.as('tasks'),
      sql<number>`(count(*) filter (where ours))::integer`.as('ours'),
      sql<number>`sum(output_count)::integer`.as('outputs'),
      sql<string[]>`array_agg(distinct appendix_id::text) filter (where appendix_id is not null)`.as('appendices'),
    ])
    .where('unit_id', '=', at.unitId)
    .where('plan_id', '=', at.planId)
    .where('from_version', '<=', at.version)
    .where('to_version', '>', at.version)
    .groupBy('field_code')
    .execute();
}
