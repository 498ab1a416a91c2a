import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { dayOf, moment } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { Context } from '#server/context.ts';
import { dossierCode } from '../domain/code.ts';
import { listMoments } from '../domain/list-moments.ts';
import { project, type TimeFacts } from '../domain/project.ts';
import { type DossierState, endStates } from '../domain/states.ts';
import type { JournalAct } from '../domain/transitions.ts';
import { dueAnswer, findMoment } from '../queries/dossier-answer.ts';
import { countChange } from './count-changes.ts';
import { takeNumbers } from './counters.ts';
import { type IssuedSlip, insertSlips, type SlipDraft, seriesOfSlip } from './forms.ts';
import type { LockedDossier } from './locked-dossier.ts';
import { timeFactsOf } from './time-facts.ts';

/** Who acts, as the journal keeps it. */
export interface Signature {
  readonly id: Id | null;
  readonly name: string;
  readonly title: string;
  /** Name of the holder whose work is done by a substitute. */
  readonly insteadOf: string | null;
}

/** Columns of a dossier that acts change. */
export type Changed = Partial<
  Pick<
    LockedDossier,
    | ('receivedAt' | 'receivedOn' | 'receivedBy' | 'receivedByName' | 'stepNo' | 'stepName' | 'stepDueAt')
    | ('departmentId' | 'positionId' | 'personId' | 'handlerId' | 'holderName' | 'waitsFor' | 'toTake' | 'lockedBy')
    | ('lockedAt' | 'answerDueAt' | 'extended' | 'intakeSupplements' | 'afterSupplements' | 'endedAt' | 'endedOn')
    | ('outcome' | 'returnedAt' | 'apologyOwed' | 'digitised' | 'code')
  >
>;

/** What an act changes; what is left out stays. */
export interface Change {
  readonly act: JournalAct;
  readonly by: Signature;
  readonly state: DossierState;
  readonly row?: Changed;
  /** New facts of its time: the dates are projected again. */
  readonly time?: Partial<TimeFacts>;
  readonly moved?: 'electronic' | 'paper';
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** The supplement, extension, pause, payment, consultation or result the act is about. */
  readonly refId?: Id;
  /** Slips that the act brings forth, by the code the dossier then has. */
  readonly slips?: (code: string | null) => readonly SlipDraft[];
  /** The agency whose next code of today it gets. */
  readonly newCodeOf?: string;
  /** Statements on records beside the dossier, carried out with it. */
  readonly beside?: readonly RawBuilder<unknown>[];
  readonly topics?: readonly string[];
  /** What the log tells beside state, step and dates. */
  readonly said?: Readonly<Record<string, unknown>>;
}

/** How a dossier stands after an act, as every act answers it. */
export interface Applied {
  readonly id: Id;
  readonly version: number;
  readonly code: string | null;
  readonly state: DossierState;
  readonly due: ReturnType<typeof dueAnswer>;
  readonly forms: IssuedSlip[];
}

type Written = LockedDossier & { readonly state: DossierState };

/**
 * Carries out an act on a locked dossier: numbers of its slips, then in one statement its row, the entry of its journal,
 * the counts, slips and what stands beside it. Log and events are left to the end of the transaction.
 */
export async function applyAct(
  ctx: Context,
  before: LockedDossier,
  calendar: WorkingCalendar,
  change: Change,
): Promise<Applied> {
  const { code, slips } = await takeCodeAndSlips(ctx, before, change);
  const after = writtenOf(ctx, { ...before, code }, calendar, change);
  const counts = countChange(ctx, before, after);
  const parts = [
    sql`d as (${updateOf(ctx, after, change.newCodeOf !== undefined)})`,
    sql`a as (${insertAct(ctx, before, after, change)})`,
    ...(counts ? [sql`c as (${counts})`] : []),
    ...(slips ? [sql`f as (${slips.statement})`] : []),
    ...(change.beside ?? []).map((statement, index) => sql`${sql.ref(`b${index}`)} as (${statement})`),
  ];
  await sql`with ${sql.join(parts)} select 1`.execute(ctx.db);
  leaveTraces(ctx, before, after, change);
  return appliedOf(ctx, after, calendar, slips?.issued ?? []);
}

/** Takes the code, if it gets one now, and the numbers of the slips, all in one statement. */
export async function takeCodeAndSlips(
  ctx: Context,
  dossier: Pick<LockedDossier, 'id' | 'code'>,
  { newCodeOf, slips, by }: Pick<Change, 'newCodeOf' | 'slips' | 'by'>,
): Promise<{ readonly code: string | null; readonly slips: ReturnType<typeof insertSlips> | undefined }> {
  const kinds = slips?.(dossier.code) ?? [];
  const codes = newCodeOf === undefined ? [] : [{ series: newCodeOf, day: ctx.today }];
  const numbers = await takeNumbers(ctx, [...kinds.map((slip) => seriesOfSlip(ctx, slip)), ...codes]);
  const code = newCodeOf === undefined ? dossier.code : dossierCode(newCodeOf, ctx.today, numbers.at(-1) ?? 0);
  const drafts = slips?.(code).map((draft, index) => ({ draft, number: numbers[index] ?? 0 })) ?? [];
  return { code, slips: drafts.length === 0 ? undefined : insertSlips(ctx, dossier.id, drafts, by.name) };
}

/** How a dossier stands, as every act answers it. */
export function appliedOf(
  ctx: Context,
  after: LockedDossier,
  calendar: WorkingCalendar,
  forms: readonly IssuedSlip[],
): Applied {
  const { id, version, code, state } = after;
  const due = dueAnswer(after, listMoments(moment(ctx.now), ctx.today, calendar), calendar);
  return { id, version, code, state, due, forms: [...forms] };
}

function writtenOf(ctx: Context, before: LockedDossier, calendar: WorkingCalendar, change: Change): Written {
  const { state } = change;
  const changed: LockedDossier = {
    ...before,
    ...change.row,
    state,
    live: !endStates.includes(state),
    version: before.version + 1,
  };
  if (!change.time) return changed;
  const facts = { ...timeFactsOf(changed), ...change.time };
  const { firstDue, statutoryDue, due, late } = project(facts, calendar, moment(ctx.now));
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const isApologised = before.extensions.some((one) => one.state === 'issued');
  return {
    ...changed,
    firstDueAt: iso(firstDue),
    statutoryDueAt: iso(statutoryDue),
    dueAt: iso(due),
    lateFirst: late?.first ?? null,
    lateCurrent: late?.current ?? null,
    late766: late?.metric ?? null,
    apologyOwed: change.row?.apologyOwed ?? (before.apologyOwed || ((late?.first ?? false) && !isApologised)),
  };
}

function updateOf(ctx: Context, after: Written, isAccepted: boolean): RawBuilder<unknown> {
  const accepted = sql`code = ${after.code}, received_at = ${after.receivedAt}, received_on = ${after.receivedOn},
    received_by = ${after.receivedBy}, received_by_name = ${after.receivedByName},`;
  return sql`update dossier set ${isAccepted ? accepted : sql``} state = ${after.state}, step_no = ${after.stepNo}, step_name = ${after.stepName}, step_due_at = ${after.stepDueAt},
    department_id = ${after.departmentId}, position_id = ${after.positionId}, person_id = ${after.personId},
    handler_id = ${after.handlerId}, holder_name = ${after.holderName}, waits_for = ${after.waitsFor},
    to_take = ${after.toTake}, locked_by = ${after.lockedBy}, locked_at = ${after.lockedAt},
    first_due_at = ${after.firstDueAt}, statutory_due_at = ${after.statutoryDueAt}, due_at = ${after.dueAt},
    answer_due_at = ${after.answerDueAt}, extended = ${after.extended}, intake_supplements = ${after.intakeSupplements},
    after_supplements = ${after.afterSupplements}, ended_at = ${after.endedAt}, ended_on = ${after.endedOn},
    outcome = ${after.outcome}, late_first = ${after.lateFirst}, late_current = ${after.lateCurrent},
    late_766 = ${after.late766}, returned_at = ${after.returnedAt}, apology_owed = ${after.apologyOwed},
    digitised = ${after.digitised}, version = ${after.version}
    where unit_id = ${ctx.unitId} and id = ${after.id}`;
}

/** The statement that adds an act to the journal of a dossier. */
export function insertAct(
  ctx: Context,
  before: LockedDossier | null,
  after: LockedDossier,
  change: Change & { readonly seq?: number; readonly actAt?: string; readonly day?: PlainDate },
): RawBuilder<unknown> {
  const { act, by, moved } = change;
  const seq = change.seq ?? (before?.last?.seq ?? 0) + 1;
  const at = change.actAt ?? ctx.at;
  const taken = moved === 'electronic' || act === 'take' ? at : null;
  return sql`insert into dossier_act (unit_id, id, dossier_id, seq, act, from_state, to_state, at, day, recorded_at, by_id,
      by_name, by_title, instead_of, from_step, to_step, to_step_name, to_department_id, to_position_id, to_person_id,
      to_name, moved, taken_at, step_due_at, due_before, due_after, reason, note, ref_id)
    values (${ctx.unitId}, ${ctx.newId()}, ${after.id}, ${seq}, ${act}, ${before?.state ?? 'submitted'}, ${after.state},
      ${at}, ${change.day ?? ctx.today}, ${ctx.at}, ${by.id}, ${by.name}, ${by.title}, ${by.insteadOf},
      ${before?.stepNo ?? null}, ${after.stepNo}, ${after.stepName}, ${after.departmentId}, ${after.positionId},
      ${after.personId}, ${after.holderName}, ${moved ?? null}, ${taken}, ${after.stepDueAt}, ${before?.dueAt ?? null},
      ${after.dueAt}, ${change.reason ?? null}, ${change.note ?? null}, ${change.refId ?? null})`;
}

function toldOf({ code, state, stepName, holderName, dueAt, firstDueAt }: LockedDossier) {
  return { code, state, step: stepName, holder: holderName, dueAt, firstDueAt };
}

function leaveTraces(ctx: Context, before: LockedDossier, after: Written, change: Change): void {
  const { act, reason, said, topics = [] } = change;
  ctx.log({
    action: `dossier.${act}`,
    record: { type: 'dossier', id: before.id },
    before: toldOf(before),
    after: { ...toldOf(after), ...said },
    ...(reason === undefined ? {} : { reason }),
  });
  ctx.publish('dossier.changed', { dossierId: before.id, act });
  for (const topic of topics) ctx.publish(topic, { dossierId: before.id });
}

/** The row of a dossier whose processing ends now. */
export function endingNow(ctx: Context): Pick<Changed, 'endedAt' | 'endedOn'> {
  return { endedAt: ctx.at, endedOn: dayOf(moment(ctx.now)) };
}

/** Whether the date in force, or the first when it stands still, is past. */
export function isPast(ctx: Context, dossier: LockedDossier): boolean {
  const due = findMoment(dossier.endedAt === null ? dossier.dueAt : null);
  return due !== null && due < ctx.now;
}
