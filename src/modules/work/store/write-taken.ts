import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Context } from '#server/context.ts';
import { countChanges } from '../domain/count-delta.ts';
import { bearerAfter, type Handover, type PostOfDuty, stageAfterMove } from '../domain/handover.ts';
import { stateOf } from '../domain/state-of.ts';
import { insertCounts } from './apply-act.ts';

/** What holds for all that is taken over from a unit. */
interface TakingOver {
  readonly predecessorId: Id;
  readonly soonDays: number;
  /** The post that bears each duty here, by the duty's code. */
  readonly posts: ReadonlyMap<string, PostOfDuty>;
}

interface Handed {
  readonly id: Id;
  readonly content: Handover;
}

/** An obligation that was taken over, and the post that goes on with it. */
export interface Taken {
  readonly id: Id;
  readonly taskId: Id;
  readonly positionId: Id | null;
}

/** Writes tasks of a merged unit, and what is owed for them, under the ids they had there. */
export async function writeTaken(ctx: Context, from: TakingOver, handed: readonly Handed[]): Promise<readonly Taken[]> {
  if (handed.length === 0) return [];
  await writeTasks(ctx, from, handed);
  const owed = handed.flatMap((one) => owedOf(ctx, from, one));
  await writeObligations(ctx, owed);
  await writeParts(ctx, from, handed);
  await writeChecks(ctx, handed);
  const counted = owed.map((one) => ({ before: null, after: { ...one, planId: null, personId: null } }));
  await insertCounts(
    ctx.unitId,
    countChanges(counted).map((one) => ({ id: ctx.newId(), ...one })),
  ).execute(ctx.db);
  return owed;
}

async function writeTasks(
  ctx: Context,
  { predecessorId, posts }: TakingOver,
  handed: readonly Handed[],
): Promise<void> {
  const rows = handed.map(({ id, content: { bearer, ...task } }) => ({
    ...{ id, ...task, positionId: bearerAfter(bearer, posts).positionId, holder: bearer.words },
    source: [task.unit, task.sourceWords].filter(Boolean).join(': ').slice(0, 500),
    fold: fold([task.content, task.sourceWords, bearer.words, ...task.obligations.map(({ title }) => title)].join(' ')),
  }));
  const data = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "parentId" uuid, "planYear" integer,
    place text, number text, source text, "fieldCode" text, content text, weight numeric, urgency text, "positionId" uuid,
    holder text, fold text)`;
  await sql`insert into work_task (unit_id, id, source, plan_year, place, number, source_words, field_code, content, weight,
      urgency, position_id, holder_name, assigned, fold, created_at, moved_from)
    select ${ctx.unitId}::uuid, id, 'other', "planYear", place, number, source, "fieldCode", content, weight, urgency,
      "positionId", holder, true, fold, ${ctx.at}::timestamptz, ${predecessorId}::uuid
    from ${data}`.execute(ctx.db);
  await sql`update work_task t set parent_id = p.id from ${data}
    join work_task p on p.unit_id = ${ctx.unitId} and p.id = d."parentId" and p.moved_from = ${predecessorId}
    where t.unit_id = ${ctx.unitId} and t.id = d.id`.execute(ctx.db);
}

function owedOf(ctx: Context, { soonDays, posts }: TakingOver, { id: taskId, content }: Handed) {
  const { unit, fieldCode, urgency, weight } = content;
  return content.obligations.map(({ bearer, stage: before, ...one }) => {
    const stage = stageAfterMove(before);
    return {
      ...one,
      ...bearerAfter(bearer, posts),
      ...{ taskId, fieldCode, urgency, weight, stage, actId: ctx.newId(), reason: `Nhận từ ${unit}` },
      state: stateOf({ stage, ours: true, due: one.due, doneOn: null }, ctx.today, soonDays),
    };
  });
}

async function writeObligations(ctx: Context, owed: ReturnType<typeof owedOf>): Promise<void> {
  if (owed.length === 0) return;
  const data = JSON.stringify(owed);
  await sql`insert into obligation (unit_id, id, task_id, output_id, kind, title, period, starts_on, due, first_due, due_words,
      due_steps, review_on, position_id, department_id, field_code, urgency, weight, stage, stage_reason, state)
    select ${ctx.unitId}::uuid, id, "taskId", id, kind, title, period, "startsOn", due, "firstDue", "dueWords", "dueSteps",
      "reviewOn", "positionId", "departmentId", "fieldCode", urgency, weight, stage, "stageReason", state
    from jsonb_to_recordset(${data}::jsonb) as d (id uuid, "taskId" uuid, kind text, title text, period text, "startsOn" date,
      due date, "firstDue" date, "dueWords" text, "dueSteps" jsonb, "reviewOn" date, "positionId" uuid, "departmentId" uuid,
      "fieldCode" text, urgency text, weight numeric, stage text, "stageReason" text, state text)`.execute(ctx.db);
  await sql`insert into obligation_act (unit_id, id, obligation_id, act, from_stage, to_stage, day, at, by_name, reason,
      due_after)
    select ${ctx.unitId}::uuid, "actId", id, 'taken-over', stage, stage, ${ctx.today}::date, ${ctx.at}::timestamptz,
      'Hệ thống', reason, due
    from jsonb_to_recordset(${data}::jsonb) as d (id uuid, "actId" uuid, stage text, reason text, due date)`.execute(
    ctx.db,
  );
}

async function writeParts(ctx: Context, { posts }: TakingOver, handed: readonly Handed[]): Promise<void> {
  const rows = handed.flatMap(({ id: taskId, content }) =>
    content.parts.map(({ role, bearer }) => {
      const { positionId } = bearerAfter(bearer, posts);
      return {
        id: ctx.newId(),
        taskId,
        role,
        positionId,
        kind: positionId ? 'position' : 'unknown',
        name: bearer.words,
      };
    }),
  );
  if (rows.length === 0) return;
  await sql`insert into work_part (unit_id, id, task_id, role, kind, position_id, name)
    select ${ctx.unitId}::uuid, id, "taskId", role, kind, "positionId", name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "taskId" uuid, role text, kind text,
      "positionId" uuid, name text)`.execute(ctx.db);
}

async function writeChecks(ctx: Context, handed: readonly Handed[]): Promise<void> {
  const rows = handed.flatMap(({ id: taskId, content }) => content.checks.map((check) => ({ ...check, taskId })));
  if (rows.length === 0) return;
  await sql`insert into work_check (unit_id, id, task_id, place, content, done_at, done_by_name)
    select ${ctx.unitId}::uuid, id, "taskId", place, content, "doneAt", "doneBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "taskId" uuid, place integer, content text,
      "doneAt" timestamptz, "doneBy" text)`.execute(ctx.db);
}
