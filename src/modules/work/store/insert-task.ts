import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import { formatDate, type PlainDate, partsOf } from '#kernel/plain-date.ts';
import { type Context, getSession } from '#server/context.ts';
import { countChanges } from '../domain/count-delta.ts';
import { stateOf } from '../domain/state-of.ts';
import { insertCounts } from './apply-act.ts';
import type { Assignee } from './assignees.ts';
import { settleTask } from './settle-task.ts';

/** A task beside the plan, with what is owed for it. */
export interface NewTask {
  readonly id: Id;
  readonly source: 'document' | 'meeting' | 'other';
  readonly sourceWords: string | null;
  readonly sourceEvidenceId: Id | null;
  readonly parentId: Id | null;
  readonly carriedFrom: Id | null;
  readonly year?: number;
  readonly fieldCode: string | null;
  readonly content: string;
  readonly weight: number;
  readonly urgency: 'normal' | 'urgent' | 'immediate';
  readonly lead: Assignee;
  readonly outputs: readonly { readonly title: string; readonly due: PlainDate }[];
  readonly coordinators: readonly Assignee[];
  readonly watchers: readonly Assignee[];
}

/** Adds a task with its outputs, people, journal and counts in one statement; a closed parent is opened again. */
export async function insertTask(ctx: Context, task: NewTask, soonDays: number): Promise<void> {
  const { lead } = task;
  const bearing = { positionId: lead.positionId, personId: lead.personId, departmentId: lead.departmentId };
  const owed = task.outputs.map((output) => ({
    ...output,
    ...bearing,
    id: ctx.newId(),
    actId: ctx.newId(),
    state: stateOf({ stage: 'open', ours: true, due: output.due, doneOn: null }, ctx.today, soonDays),
    steps: [{ code: 'due', day: output.due, words: `Hạn ghi khi giao việc: ${formatDate(output.due)}.` }],
    words: formatDate(output.due),
  }));
  const counted = owed.map((one) => ({ before: null, after: { ...one, planId: null, fieldCode: task.fieldCode } }));
  const counts = countChanges(counted).map((one) => ({ id: ctx.newId(), ...one }));
  await sql`with t as (${taskRow(ctx, task)}), o as (${obligationRows(ctx, task, owed)}), a as (${journalRows(ctx, owed)}),
    p as (${partRows(ctx, task.id, task)}), c as (${insertCounts(ctx.unitId, counts)}) select`.execute(ctx.db);
  if (task.parentId !== null) await settleTask(ctx.unitId, task.parentId).execute(ctx.db);
}

function taskRow(ctx: Context, task: NewTask): RawBuilder<unknown> {
  return sql`insert into work_task (unit_id, id, source, plan_year, source_words, source_evidence_id, parent_id, carried_from,
      field_code, content, weight, urgency, position_id, person_id, holder_name, assigned, fold, created_at, created_by)
    values (${ctx.unitId}, ${task.id}, ${task.source}, ${task.year ?? partsOf(ctx.today).year}, ${task.sourceWords},
      ${task.sourceEvidenceId}, ${task.parentId}, ${task.carriedFrom}, ${task.fieldCode}, ${task.content}, ${task.weight},
      ${task.urgency}, ${task.lead.positionId}, ${task.lead.personId}, ${task.lead.name}, true,
      ${foldOf(task)}, ${ctx.at}, ${getSession(ctx).accountId})`;
}

function foldOf({ content, sourceWords, lead, outputs }: NewTask): string {
  return fold([content, sourceWords ?? '', lead.name, ...outputs.map((output) => output.title)].join(' '));
}

function obligationRows(ctx: Context, task: NewTask, owed: readonly object[]): RawBuilder<unknown> {
  return sql`insert into obligation (unit_id, id, task_id, output_id, kind, title, due, first_due, due_words, due_steps,
      position_id, person_id, department_id, field_code, urgency, weight, state)
    select ${ctx.unitId}::uuid, id, ${task.id}::uuid, id, 'dated', title, due, due, words, steps, "positionId", "personId",
      "departmentId", ${task.fieldCode}::text, ${task.urgency}::text, ${task.weight}::numeric, state
    from jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) as d (id uuid, title text, due date, words text, steps jsonb,
      "positionId" uuid, "personId" uuid, "departmentId" uuid, state text)`;
}

function journalRows(ctx: Context, owed: readonly object[]): RawBuilder<unknown> {
  const { personId, accountId, name } = getSession(ctx);
  return sql`insert into obligation_act (unit_id, id, obligation_id, act, from_stage, to_stage, day, at, by_id, by_name,
      due_after)
    select ${ctx.unitId}::uuid, "actId", id, 'assign', 'open', 'open', ${ctx.today}::date, ${ctx.at}::timestamptz,
      ${personId ?? accountId}::uuid, ${name}::text, due
    from jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) as d (id uuid, "actId" uuid, due date)`;
}

/** Those who coordinate and watch a task. */
export function partRows(
  ctx: Context,
  taskId: Id,
  parts: { readonly coordinators?: readonly Assignee[]; readonly watchers?: readonly Assignee[] },
): RawBuilder<unknown> {
  const rows = [
    ...(parts.coordinators ?? []).map((one) => ({ id: ctx.newId(), role: 'coordinator', ...one })),
    ...(parts.watchers ?? []).map((one) => ({ id: ctx.newId(), role: 'watcher', ...one })),
  ];
  return sql`insert into work_part (unit_id, id, task_id, role, kind, position_id, department_id, person_id, name)
    select ${ctx.unitId}::uuid, id, ${taskId}::uuid, role, kind, "positionId",
      case when kind = 'department' then "departmentId" end, "personId", name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, role text, kind text, "positionId" uuid,
      "departmentId" uuid, "personId" uuid, name text)`;
}

/** Puts others in the place of those who were given a part by hand; those of the plan stay, for the plan says so. */
export async function replaceParts(
  ctx: Context,
  taskId: Id,
  parts: { readonly coordinators?: readonly Assignee[]; readonly watchers?: readonly Assignee[] },
): Promise<void> {
  const roles = [...(parts.coordinators ? ['coordinator'] : []), ...(parts.watchers ? ['watcher'] : [])];
  if (roles.length === 0) return;
  await sql`delete from work_part where unit_id = ${ctx.unitId} and task_id = ${taskId} and not from_plan
    and role = any(${roles}::text[])`.execute(ctx.db);
  await partRows(ctx, taskId, parts).execute(ctx.db);
}
