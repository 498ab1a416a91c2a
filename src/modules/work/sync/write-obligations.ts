import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { Consequence } from '../domain/acts.ts';
import { firstStage, type WantedObligation } from '../domain/obligation.ts';
import type { KeptObligation, StoredObligation } from '../domain/reconcile.ts';
import type { Stage } from '../domain/states.ts';

/** What holds for a whole run. */
export interface SyncFrame {
  readonly planId: Id;
  readonly soonDays: number;
  /** When standing work is looked at next. */
  readonly reviewOn: PlainDate | null;
  /** "theo phiên bản 2 của kế hoạch (Quyết định …)". */
  readonly because: string;
}

interface JournalRow {
  readonly obligationId: Id;
  readonly act: Consequence;
  readonly from: Stage;
  readonly to: Stage;
  readonly dueBefore: PlainDate | null;
  readonly dueAfter: PlainDate | null;
  readonly reason: string | null;
}

const systemName = 'Hệ thống';

async function writeJournal(ctx: Context, rows: readonly JournalRow[]): Promise<void> {
  if (rows.length === 0) return;
  const entries = rows.map((row) => ({ id: ctx.newId(), ...row }));
  await sql`
    insert into obligation_act (unit_id, id, obligation_id, act, from_stage, to_stage, day, at, by_name, reason,
      due_before, due_after)
    select ${ctx.unitId}::uuid, id, "obligationId", act, "from", "to", ${ctx.today}::date, ${ctx.at}::timestamptz,
      ${systemName}, reason, "dueBefore", "dueAfter"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as d (id uuid, "obligationId" uuid, act text, "from" text,
      "to" text, "dueBefore" date, "dueAfter" date, reason text)`.execute(ctx.db);
}

/** Adds obligations; who bears them and whose they are is taken from their tasks by `followTasks`. */
export async function addObligations(
  ctx: Context,
  frame: SyncFrame,
  wanted: readonly WantedObligation[],
): Promise<void> {
  if (wanted.length === 0) return;
  const rows = wanted.map((one) => ({ id: ctx.newId(), stage: firstStage(one.kind), ...one }));
  await sql`
    insert into obligation (unit_id, id, task_id, plan_id, output_id, rule_id, kind, title, period, report, starts_on, due,
      first_due, due_words, due_steps, review_on, stage, state)
    select ${ctx.unitId}::uuid, id, "taskId", ${frame.planId}::uuid, "outputId", "ruleId", kind, title, period, report,
      "startsOn", due, due, "dueWords", "dueSteps", case when kind = 'standing' then ${frame.reviewOn}::date end, stage,
      obligation_state(stage, true, due, null, ${ctx.today}::date, ${frame.soonDays}::integer)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "taskId" uuid, "outputId" uuid, "ruleId" uuid,
      kind text, title text, period text, report boolean, "startsOn" date, due date, "dueWords" text, "dueSteps" jsonb,
      stage text)
    on conflict do nothing`.execute(ctx.db);
  const journal = rows.map(({ id, stage, due }) => ({
    obligationId: id,
    act: 'take-up' as const,
    from: stage,
    to: stage,
    dueBefore: null,
    dueAfter: due,
    reason: frame.because,
  }));
  await writeJournal(ctx, journal);
}

/** The plan named another day or words, or its day falls elsewhere in a new working calendar. */
function actOf({ stored, wanted }: KeptObligation): Consequence {
  return stored.ruleId === wanted.ruleId && stored.firstDue !== wanted.due ? 're-date' : 'follow-plan';
}

/** Gives obligations that go on the words and days of the version in force; acts of people on them stay. */
export async function changeObligations(
  ctx: Context,
  frame: SyncFrame,
  kept: readonly KeptObligation[],
): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ stored, wanted, due, firstDue, stage }) => ({
    ...wanted,
    id: stored.id,
    due,
    firstDue,
    stage,
  }));
  await sql`
    update obligation o set output_id = d."outputId", rule_id = d."ruleId", kind = d.kind, title = d.title,
      period = d.period, report = d.report, starts_on = d."startsOn", due = d.due, first_due = d."firstDue",
      due_words = d."dueWords", due_steps = d."dueSteps", stage = d.stage, version = o.version + 1,
      review_on = case when d.kind = 'standing' then coalesce(o.review_on, ${frame.reviewOn}::date) end,
      state = obligation_state(d.stage, o.ours, d.due, null, ${ctx.today}::date, ${frame.soonDays}::integer)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "outputId" uuid, "ruleId" uuid, kind text,
      title text, period text, report boolean, "startsOn" date, due date, "firstDue" date, "dueWords" text,
      "dueSteps" jsonb, stage text)
    where o.unit_id = ${ctx.unitId} and o.id = d.id`.execute(ctx.db);
  const journal = kept.map((one) => ({
    obligationId: one.stored.id,
    act: actOf(one),
    from: one.stored.stage,
    to: one.stage,
    dueBefore: one.stored.due,
    dueAfter: one.due,
    reason: actOf(one) === 're-date' ? null : frame.because,
  }));
  await writeJournal(ctx, journal);
}

/** Nobody is left to decide about what was handed in or asked for. */
async function withdrawWhatWaits(ctx: Context, ids: readonly Id[], because: string): Promise<void> {
  const ofThese = sql`unit_id = ${ctx.unitId} and obligation_id = any(${[...ids]}::uuid[])`;
  await sql`update submission set state = 'withdrawn', decision_reason = ${because}, version = version + 1
    where ${ofThese} and state = 'submitted'`.execute(ctx.db);
  await sql`update extension_request set state = 'withdrawn', decision_reason = ${because}, version = version + 1
    where ${ofThese} and state = 'asked'`.execute(ctx.db);
}

/** Ends obligations that nobody wants any longer, with what says so. */
export async function endObligations(
  ctx: Context,
  { because }: Pick<SyncFrame, 'because'>,
  ended: readonly Pick<StoredObligation, 'id' | 'due' | 'stage'>[],
): Promise<void> {
  if (ended.length === 0) return;
  const ids = ended.map(({ id }) => id);
  await withdrawWhatWaits(ctx, ids, because);
  await sql`update obligation set stage = 'void', stage_reason = ${because}, approver_id = null, version = version + 1,
      state = obligation_state('void', ours, due, null, ${ctx.today}::date, 0)
    where unit_id = ${ctx.unitId} and id = any(${ids}::uuid[])`.execute(ctx.db);
  const journal = ended.map((one) => ({
    obligationId: one.id,
    act: 'drop' as const,
    from: one.stage,
    to: 'void' as const,
    dueBefore: one.due,
    dueAfter: one.due,
    reason: because,
  }));
  await writeJournal(ctx, journal);
}

/**
 * Has the obligations of tasks borne by who leads the task now, and take its field; what was accepted or ended keeps who
 * bore it then. `bearers` says who bore those that were there before. Gives the ids of the changed ones.
 */
export async function followTasks(
  ctx: Context,
  frame: SyncFrame,
  tasks: readonly { readonly id: Id; readonly departmentId: Id | null }[],
  bearers: ReadonlyMap<Id, Id | null>,
): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id; positionId: Id | null; due: PlainDate | null; stage: Stage }>`
    update obligation o set position_id = t.position_id, person_id = t.person_id, department_id = d."departmentId",
      field_code = t.field_code, ours = t.ours, urgency = t.urgency, weight = t.weight,
      state = obligation_state(o.stage, t.ours, o.due, o.done_on, ${ctx.today}::date, ${frame.soonDays}::integer)
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as d (id uuid, "departmentId" uuid), work_task t
    where t.unit_id = ${ctx.unitId} and t.id = d.id and o.unit_id = ${ctx.unitId} and o.task_id = d.id
      and o.stage not in ('accepted', 'not-arising', 'void')
      and (o.position_id, o.person_id, o.department_id, o.field_code, o.ours, o.urgency, o.weight) is distinct from
        (t.position_id, t.person_id, d."departmentId", t.field_code, t.ours, t.urgency, t.weight)
    returning o.id, o.position_id as "positionId", o.due, o.stage`.execute(ctx.db);
  const given = rows.filter(({ id, positionId }) => bearers.has(id) && bearers.get(id) !== positionId);
  const journal = given.map(({ id, due, stage }) => ({
    obligationId: id,
    act: 'reassign' as const,
    from: stage,
    to: stage,
    dueBefore: due,
    dueAfter: due,
    reason: null,
  }));
  await writeJournal(ctx, journal);
  return rows.map(({ id }) => id);
}
