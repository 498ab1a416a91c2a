import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { Part } from '../domain/lead-of.ts';

/** A task as its plan and the organisation have it now. */
export interface WantedTask {
  readonly id: Id;
  readonly place: string;
  readonly number: string;
  readonly fieldCode: string | null;
  readonly content: string;
  readonly ours: boolean;
  readonly positionId: Id | null;
  readonly holderName: string;
  readonly departmentId: Id | null;
  /** What it is found by: its words and those of its outputs, without diacritics. */
  readonly fold: string;
}

/** Writes the tasks of a plan that are new or changed; who was assigned by hand stays. */
export async function writeTasks(
  ctx: Context,
  plan: { readonly id: Id; readonly year: number },
  tasks: readonly WantedTask[],
): Promise<void> {
  if (tasks.length === 0) return;
  await sql`
    insert into work_task (unit_id, id, source, plan_id, plan_year, place, number, field_code, content, ours, position_id,
      holder_name, fold, created_at)
    select ${ctx.unitId}::uuid, id, 'plan', ${plan.id}::uuid, ${plan.year}::integer, place, number, "fieldCode", content,
      ours, "positionId", "holderName", fold, ${ctx.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as d (id uuid, place text, number text, "fieldCode" text,
      content text, ours boolean, "positionId" uuid, "holderName" text, fold text)
    on conflict (unit_id, id) do update set place = excluded.place, number = excluded.number,
      field_code = excluded.field_code, content = excluded.content, ours = excluded.ours, fold = excluded.fold,
      position_id = case when work_task.assigned then work_task.position_id else excluded.position_id end,
      holder_name = case when work_task.assigned then work_task.holder_name else excluded.holder_name end,
      version = work_task.version + 1`.execute(ctx.db);
}

/** Puts the coordinators of a plan in the place of those it named before; those added by hand stay. */
export async function writeParts(ctx: Context, parts: ReadonlyMap<Id, readonly Part[]>): Promise<void> {
  if (parts.size === 0) return;
  const rows = [...parts].flatMap(([taskId, some]) => some.map((part) => ({ id: ctx.newId(), taskId, ...part })));
  await sql`delete from work_part
    where unit_id = ${ctx.unitId} and from_plan and task_id = any(${[...parts.keys()]}::uuid[])`.execute(ctx.db);
  await sql`
    insert into work_part (unit_id, id, task_id, role, kind, position_id, department_id, name, from_plan)
    select ${ctx.unitId}::uuid, id, "taskId", 'coordinator', kind, "positionId", "departmentId", name, true
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "taskId" uuid, kind text, "positionId" uuid,
      "departmentId" uuid, name text)`.execute(ctx.db);
}

/** Ends the tasks that the version in force no longer has. */
export async function dropTasks(ctx: Context, ids: readonly Id[], because: string): Promise<void> {
  await sql`update work_task set dropped_by = ${because}, closed = true, version = version + 1
    where unit_id = ${ctx.unitId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}

/** Closes tasks whose obligations have all ended, and opens again those that got a new one. */
export async function settleTasks(ctx: Context, ids: readonly Id[]): Promise<void> {
  await sql`
    update work_task t set closed = not t.closed
    where t.unit_id = ${ctx.unitId} and t.id = any(${[...ids]}::uuid[]) and t.dropped_by is null
      and t.closed <> (
        exists (select from obligation o where o.unit_id = t.unit_id and o.task_id = t.id)
        and not exists (select from obligation o where o.unit_id = t.unit_id and o.task_id = t.id
          and o.stage not in ('accepted', 'not-arising', 'void'))
        and not exists (select from work_task k where k.unit_id = t.unit_id and k.parent_id = t.id and not k.closed))`.execute(
    ctx.db,
  );
}
