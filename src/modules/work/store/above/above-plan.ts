import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';

/** A plan of a higher level with its row locked. */
export interface LockedAbovePlan {
  readonly id: Id;
  readonly year: number;
  readonly issuer: string;
  readonly title: string;
  readonly sourceVersion: number | null;
  readonly version: number;
}

/** What is kept of a plan of a higher level. */
export interface NewAbovePlan {
  readonly year: number;
  readonly issuer: string;
  readonly number: string;
  readonly day: PlainDate | null;
  readonly title: string;
  readonly source?: { readonly unitId: UnitId; readonly planId: Id; readonly version: number };
  readonly importId?: Id;
}

const columns = sql`id, year, issuer, title, source_version as "sourceVersion", version`;

/** One plan of a higher level for a change; 404 when the unit keeps none of this id. */
export async function lockAbovePlan(ctx: Context, id: Id): Promise<LockedAbovePlan> {
  const { rows } = await sql<LockedAbovePlan>`select ${columns} from above_plan
    where unit_id = ${ctx.unitId} and id = ${id} for update`.execute(ctx.db);
  return rows[0] ?? fail('not-found', {}, 404);
}

/** The one taken from a plan of a unit above, or read from a document, locked; undefined when it was not taken yet. */
export async function findTaken(
  ctx: Context,
  from: { readonly planId: Id } | { readonly importId: Id },
): Promise<LockedAbovePlan | undefined> {
  const condition = 'planId' in from ? sql`source_plan_id = ${from.planId}` : sql`import_id = ${from.importId}`;
  const { rows } = await sql<LockedAbovePlan>`select ${columns} from above_plan
    where unit_id = ${ctx.unitId} and ${condition} for update`.execute(ctx.db);
  return rows[0];
}

/** Keeps a plan of a higher level; gives its id. */
export async function insertAbovePlan(ctx: Context, plan: NewAbovePlan): Promise<Id> {
  const id = ctx.newId();
  const { year, issuer, number, day, title, source, importId } = plan;
  await ctx.db
    .insertInto('above_plan')
    .values({
      ...{ unit_id: ctx.unitId, id, year, issuer, number, day, title, created_at: ctx.at },
      ...(source && { source_unit_id: source.unitId, source_plan_id: source.planId, source_version: source.version }),
      ...(importId && { import_id: importId }),
    })
    .execute();
  return id;
}

/** Brings a taken plan to what its unit has in force now; gives the new version. */
export async function renewAbovePlan(ctx: Context, known: LockedAbovePlan, plan: NewAbovePlan): Promise<number> {
  const { issuer, number, day, title, source } = plan;
  await ctx.db
    .updateTable('above_plan')
    .set({ issuer, number, day, title, source_version: source?.version ?? null, version: known.version + 1 })
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', known.id)
    .execute();
  return known.version + 1;
}

/** Removes a plan of a higher level with all that was said of it. */
export async function deleteAbovePlan(ctx: Context, id: Id): Promise<void> {
  await sql`delete from above_link where unit_id = ${ctx.unitId} and item_id in
    (select i.id from above_item i where i.unit_id = ${ctx.unitId} and i.above_plan_id = ${id})`.execute(ctx.db);
  await ctx.db.deleteFrom('above_item').where('unit_id', '=', ctx.unitId).where('above_plan_id', '=', id).execute();
  await ctx.db.deleteFrom('above_plan').where('unit_id', '=', ctx.unitId).where('id', '=', id).execute();
}
