import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { FigureOperator } from '../../domain/above-gap.ts';

/** What a higher plan asks, as it is written down. */
export interface NewAboveItem {
  readonly kind: 'task' | 'target';
  readonly place: string;
  readonly content: string;
  readonly measure: string | null;
  readonly operator: FigureOperator | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly aspiration: boolean;
  readonly due: PlainDate | null;
  readonly dueText: string;
  readonly rowId?: Id | null;
}

/** Adds what a plan asks after what it asks already; gives the ids. */
export async function insertAboveItems(
  ctx: Context,
  abovePlanId: Id,
  items: readonly NewAboveItem[],
): Promise<readonly Id[]> {
  const rows = items.map((one, index) => ({ ...one, id: ctx.newId(), position: index + 1 }));
  await sql`insert into above_item (unit_id, id, above_plan_id, kind, position, place, content, measure, operator, value,
      value_unit, aspiration, due, due_text, source_row_id)
    select ${ctx.unitId}::uuid, id, ${abovePlanId}::uuid, kind, position + (select coalesce(max(i.position), 0)
        from above_item i where i.unit_id = ${ctx.unitId} and i.above_plan_id = ${abovePlanId}),
      place, content, measure, operator, value, unit, aspiration, due, "dueText", "rowId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, kind text, position integer, place text,
      content text, measure text, operator text, value numeric, unit text, aspiration boolean, due date, "dueText" text,
      "rowId" uuid)`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** What became of what a plan asks when it was taken anew. */
export interface Renewed {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** Brings what a plan asks to what its unit has in force; what was said of each stays. */
export async function renewAboveItems(ctx: Context, abovePlanId: Id, items: readonly NewAboveItem[]): Promise<Renewed> {
  const known = await ctx.db
    .selectFrom('above_item')
    .select('source_row_id as rowId')
    .where('unit_id', '=', ctx.unitId)
    .where('above_plan_id', '=', abovePlanId)
    .where('source_row_id', 'is not', null)
    .execute();
  const had = new Set(known.map((row) => row.rowId));
  const fresh = items.filter((one) => !had.has(one.rowId ?? null));
  const { numAffectedRows: changed } = await sql`
    update above_item i set place = d.place, content = d.content, measure = d.measure, operator = d.operator,
      value = d.value, value_unit = d.unit, aspiration = d.aspiration, due = d.due, due_text = d."dueText", gone = false,
      version = i.version + 1
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as d (place text, content text, measure text, operator text,
      value numeric, unit text, aspiration boolean, due date, "dueText" text, "rowId" uuid)
    where i.unit_id = ${ctx.unitId} and i.above_plan_id = ${abovePlanId} and i.source_row_id = d."rowId"
      and (i.place, i.content, i.measure, i.operator, i.value, i.value_unit, i.aspiration, i.due, i.due_text, i.gone)
        is distinct from (d.place, d.content, d.measure, d.operator, d.value, d.unit, d.aspiration, d.due, d."dueText", false)`.execute(
    ctx.db,
  );
  const { numAffectedRows: gone } = await sql`
    update above_item set gone = true, version = version + 1
    where unit_id = ${ctx.unitId} and above_plan_id = ${abovePlanId} and not gone and source_row_id is not null
      and source_row_id <> all(${items.map(({ rowId }) => rowId ?? null)}::uuid[])`.execute(ctx.db);
  if (fresh.length > 0) await insertAboveItems(ctx, abovePlanId, fresh);
  return { added: fresh.length, changed: Number(changed ?? 0), gone: Number(gone ?? 0) };
}

/** One thing asked, with its row locked. */
export interface LockedAboveItem {
  readonly id: Id;
  readonly kind: 'task' | 'target';
  readonly content: string;
  readonly year: number;
  readonly absentReason: string | null;
  readonly version: number;
}

/** Things asked for a change, locked in one order; those the unit does not have are left out. */
export async function lockAboveItems(ctx: Context, ids: readonly Id[]): Promise<readonly LockedAboveItem[]> {
  const { rows } = await sql<LockedAboveItem>`
    select i.id, i.kind, i.content, a.year, i.absent_reason as "absentReason", i.version
    from above_item i join above_plan a on a.unit_id = i.unit_id and a.id = i.above_plan_id
    where i.unit_id = ${ctx.unitId} and i.id = any(${[...ids]}::uuid[]) order by i.id for update of i`.execute(ctx.db);
  return rows;
}

/** Moves the versions of things asked on, after what carries them out was changed. */
export async function touchAboveItems(ctx: Context, ids: readonly Id[]): Promise<void> {
  await sql`update above_item set version = version + 1, absent_reason = null
    where unit_id = ${ctx.unitId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}
