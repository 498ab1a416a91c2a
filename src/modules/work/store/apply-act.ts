import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { JournalAct } from '../domain/acts.ts';
import { deltaOf } from '../domain/count-delta.ts';
import type { DueStep } from '../domain/obligation.ts';
import { stateOf } from '../domain/state-of.ts';
import type { Stage, WorkState } from '../domain/states.ts';
import type { LockedObligation } from './locked-obligation.ts';
import { settleParents, settleTask, type TaskChange } from './settle-task.ts';

/** Who acts, as the journal keeps it. */
export interface Signature {
  readonly id: Id | null;
  readonly name: string;
  /** Name of the holder whose work is done by a substitute. */
  readonly insteadOf: string | null;
}

/** Whom an act is told to: people, who get it on the accounts they have. */
export interface Telling {
  readonly kind: string;
  readonly people: readonly Id[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** Who answers for an obligation: a post or a person, and the division it is counted in. */
export interface Bearing {
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly departmentId: Id | null;
}

/** What an act changes; what is left out stays. */
export interface Change {
  readonly act: JournalAct;
  readonly by: Signature;
  readonly stage: Stage;
  readonly stageReason?: string | null;
  readonly due?: PlainDate | null;
  readonly firstDue?: PlainDate | null;
  readonly dueSteps?: readonly DueStep[];
  readonly reviewOn?: PlainDate | null;
  readonly doneOn?: PlainDate | null;
  readonly closingId?: Id | null;
  readonly approverId?: Id | null;
  /** Who bears it from now on. */
  readonly bearer?: Bearing;
  /** Said with the act. */
  readonly reason?: string | undefined;
  readonly submissionId?: Id;
  readonly evidenceId?: Id | undefined;
  /** Statements on records beside the obligation, carried out with it. */
  readonly beside?: readonly RawBuilder<unknown>[];
  /** What the log tells beside stage and days. */
  readonly said?: Readonly<Record<string, unknown>>;
  readonly events?: readonly { readonly topic: string; readonly payload: Readonly<Record<string, unknown>> }[];
  readonly tell?: Telling;
}

/** How an obligation stands after an act. */
export interface Applied {
  readonly id: Id;
  readonly version: number;
  readonly stage: Stage;
  readonly state: WorkState;
}

const ended: readonly Stage[] = ['accepted', 'not-arising', 'void'];
const longestParam = 500;

type Written = Pick<
  LockedObligation,
  'stage' | 'stageReason' | 'due' | 'firstDue' | 'dueSteps' | 'reviewOn' | 'doneOn' | 'closingId' | 'approverId'
> &
  Bearing & { readonly state: WorkState };

/**
 * Carries out an act on a locked obligation in one statement: its new stage, days and state, the entry in its journal, the
 * counts, and its task closed or opened again. Log, events and notices are left to the end of the transaction.
 */
export async function applyAct(ctx: Context, before: LockedObligation, change: Change): Promise<Applied> {
  const after = writtenOf(ctx, before, change);
  const version = before.version + 1;
  const turns = ended.includes(before.stage) !== ended.includes(after.stage);
  const parts = [
    sql`o as (${updateOf(ctx, before, after, version)})`,
    sql`a as (${journalOf(ctx, before, after, change)})`,
    sql`c as (${countsOf(ctx, before, after)})`,
    ...(turns
      ? [sql`t as (${settleTask(ctx.unitId, before.taskId, { id: before.id, live: !ended.includes(after.stage) })})`]
      : []),
    ...(change.beside ?? []).map((statement, index) => sql`${sql.ref(`b${index}`)} as (${statement})`),
  ];
  const { rows } = await sql<{ accounts: Id[] | null; task: TaskChange | null }>`with ${sql.join(parts)}
    select (select jsonb_agg(a.id) from account a where a.unit_id = ${ctx.unitId}
        and a.person_id = any(${[...(change.tell?.people ?? [])]}::uuid[]) and a.disabled_at is null) as accounts,
      ${turns ? sql`(select to_jsonb(t) from t)` : sql`null::jsonb`} as task`.execute(ctx.db);
  leaveTraces(ctx, before, after, change);
  tell(ctx, before, change.tell, rows[0]?.accounts ?? []);
  if (rows[0]?.task) await settleParents(ctx, rows[0].task);
  return { id: before.id, version, stage: after.stage, state: after.state };
}

function writtenOf(ctx: Context, before: LockedObligation, change: Change): Written {
  const { stageReason, due, firstDue, dueSteps, reviewOn, doneOn, closingId, approverId } = { ...before, ...change };
  const { positionId, personId, departmentId } = change.bearer ?? before;
  const { stage } = change;
  const state = stateOf({ stage, ours: before.ours, due, doneOn }, ctx.today, before.soonDays);
  const bearing = { positionId, personId, departmentId };
  return { stage, state, stageReason, due, firstDue, dueSteps, reviewOn, doneOn, closingId, approverId, ...bearing };
}

function updateOf(ctx: Context, { id }: LockedObligation, after: Written, version: number): RawBuilder<unknown> {
  return sql`update obligation set stage = ${after.stage}, stage_reason = ${after.stageReason}, due = ${after.due},
    first_due = ${after.firstDue}, due_steps = ${JSON.stringify(after.dueSteps)}::jsonb, review_on = ${after.reviewOn},
    done_on = ${after.doneOn}, state = ${after.state}, closing_id = ${after.closingId},
    approver_id = ${after.approverId}, position_id = ${after.positionId}, person_id = ${after.personId},
    department_id = ${after.departmentId}, version = ${version}
    where unit_id = ${ctx.unitId} and id = ${id}`;
}

function journalOf(ctx: Context, before: LockedObligation, after: Written, change: Change): RawBuilder<unknown> {
  return sql`insert into obligation_act (unit_id, id, obligation_id, act, from_stage, to_stage, day, at, by_id, by_name,
      instead_of, reason, submission_id, due_before, due_after, evidence_id)
    values (${ctx.unitId}, ${ctx.newId()}, ${before.id}, ${change.act}, ${before.stage}, ${after.stage}, ${ctx.today},
      ${ctx.at}, ${change.by.id}, ${change.by.name}, ${change.by.insteadOf}, ${change.reason ?? null},
      ${change.submissionId ?? null}, ${before.due}, ${after.due}, ${change.evidenceId ?? null})`;
}

function countsOf(ctx: Context, before: LockedObligation, after: Written): RawBuilder<unknown> {
  const rows = deltaOf(before, { ...before, ...after }).map((one) => ({
    id: ctx.newId(),
    ...one,
  }));
  return insertCounts(ctx.unitId, rows);
}

/** Appends changes of the counts. */
export function insertCounts(
  unitId: Context['unitId'],
  rows: readonly ({ readonly id: Id } & ReturnType<typeof deltaOf>[number])[],
): RawBuilder<unknown> {
  return sql`insert into work_count (unit_id, id, plan_id, field_code, position_id, person_id, department_id, month, state, n)
    select ${unitId}::uuid, id, "planId", "fieldCode", "positionId", "personId", "departmentId", month, state, n
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "planId" uuid, "fieldCode" text,
      "positionId" uuid, "personId" uuid, "departmentId" uuid, month date, state text, n integer)`;
}

function leaveTraces(ctx: Context, before: LockedObligation, after: Written, change: Change): void {
  const told = { stage: after.stage, due: after.due, reviewOn: after.reviewOn, doneOn: after.doneOn };
  ctx.log({
    action: `obligation.${change.act}`,
    record: { type: 'obligation', id: before.id },
    before: { stage: before.stage, due: before.due, reviewOn: before.reviewOn, doneOn: before.doneOn },
    after: { ...told, ...change.said },
    ...(change.reason === undefined ? {} : { reason: change.reason }),
  });
  ctx.publish('obligation.changed', { ids: [before.id] });
  for (const { topic, payload } of change.events ?? []) ctx.publish(topic, payload);
}

function tell(ctx: Context, { id, title }: LockedObligation, telling: Telling | undefined, accountIds: Id[]): void {
  if (!telling || accountIds.length === 0) return;
  const params = Object.entries({ title, ...telling.params }).map(([name, value]) => [
    name,
    typeof value === 'string' ? clipped(value) : value,
  ]);
  ctx.publish('notification.wanted', {
    kind: telling.kind,
    accountIds,
    record: { type: 'obligation', id },
    params: Object.fromEntries(params),
  });
}

function clipped(text: string): string {
  return text.length > longestParam ? `${text.slice(0, longestParam - 1)}…` : text;
}
