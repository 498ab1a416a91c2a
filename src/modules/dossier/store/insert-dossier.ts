import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { Context } from '#server/context.ts';
import { nameFold, searchTextOf } from '../domain/search-text.ts';
import type { JournalAct } from '../domain/transitions.ts';
import { type Applied, appliedOf, insertAct, type Signature, takeCodeAndSlips } from './apply-act.ts';
import { countChange } from './count-changes.ts';
import type { SlipDraft } from './forms.ts';
import type { LockedDossier } from './locked-dossier.ts';

/** A dossier as it is taken in, with its first acts. */
export interface NewDossier {
  /** How it stands after these acts; its code when a paper bears one already. */
  readonly dossier: LockedDossier;
  readonly by: Signature;
  readonly acts: readonly {
    readonly act: JournalAct;
    readonly state: LockedDossier['state'];
    readonly reason?: string | undefined;
    readonly refId?: Id;
  }[];
  /** When it really happened, for what is entered afterwards. */
  readonly actAt: string;
  readonly day: PlainDate;
  readonly paperReason: string | null;
  readonly correctsId: Id | null;
  readonly newCodeOf?: string;
  readonly slips?: (code: string | null) => readonly SlipDraft[];
  readonly beside?: readonly RawBuilder<unknown>[];
  readonly topics?: readonly string[];
}

/** Writes a new dossier: code and numbers of slips first, then all of it in one statement. */
export async function insertDossier(ctx: Context, calendar: WorkingCalendar, made: NewDossier): Promise<Applied> {
  const { code, slips } = await takeCodeAndSlips(ctx, made.dossier, made);
  const dossier = { ...made.dossier, code };
  const counts = countChange(ctx, null, dossier);
  const { by, actAt, day } = made;
  const journal = made.acts.map(({ act, state, reason, refId }, index) => {
    const before = index === 0 ? null : { ...dossier, state: made.acts[index - 1]?.state ?? 'submitted' };
    const change = { act, by, state, seq: index + 1, actAt, day, reason, ...(refId ? { refId } : {}) };
    return sql`${sql.ref(`a${index}`)} as (${insertAct(ctx, before, { ...dossier, state }, change)})`;
  });
  const parts = [
    sql`d as (${insertRow(ctx, dossier, made)})`,
    ...journal,
    ...(counts ? [sql`c as (${counts})`] : []),
    ...(slips ? [sql`f as (${slips.statement})`] : []),
    ...(made.beside ?? []).map((statement, index) => sql`${sql.ref(`b${index}`)} as (${statement})`),
  ];
  await sql`with ${sql.join(parts)} select 1`.execute(ctx.db);
  leaveTraces(ctx, dossier, made);
  return appliedOf(ctx, dossier, calendar, slips?.issued ?? []);
}

function insertRow(ctx: Context, d: LockedDossier, { paperReason, correctsId }: NewDossier): RawBuilder<unknown> {
  const searched = { ...d, submitterName: d.submitter?.name ?? null };
  return sql`insert into dossier (unit_id, id, code, other_codes, source, source_name, source_at, paper_reason,
      procedure_version_id, procedure_code, procedure_name, field, case_code, process_version_id, channel, return_by,
      reception_point_id, resolving_agency, owner_kind, owner_name, owner_number, owner_birth, owner_address, owner_phone,
      owner_email, submitter, summary, copies, answers, term_unit, term_milli, counting, term_basis, rules_code,
      received_at, received_on, recorded_at, received_by, received_by_name, state, step_no, step_name, step_due_at,
      department_id, position_id, person_id, handler_id, holder_name, waits_for, first_due_at, statutory_due_at, due_at,
      answer_due_at, intake_supplements, ended_at, ended_on, outcome, late_first, late_current, late_766, returned_at,
      apology_owed, digitised, corrects_id, name_fold, fold, calendar_revision)
    values (${ctx.unitId}, ${d.id}, ${d.code}, ${[...d.otherCodes]}, ${d.source}, ${d.sourceName}, ${d.sourceAt},
      ${paperReason}, ${d.procedureVersionId}, ${d.procedureCode}, ${d.procedureName}, ${d.field}, ${d.caseCode},
      ${d.processVersionId}, ${d.channel}, ${d.returnBy}, ${d.receptionPointId}, ${d.resolvingAgency}, ${d.ownerKind},
      ${d.ownerName}, ${d.ownerNumber}, ${d.ownerBirth}, ${d.ownerAddress}, ${d.ownerPhone}, ${d.ownerEmail},
      ${d.submitter === null ? null : JSON.stringify(d.submitter)}::jsonb, ${d.summary}, ${d.copies},
      ${JSON.stringify(d.answers)}::jsonb, ${d.termUnit}, ${d.termMilli}, ${d.counting}, ${d.termBasis}, ${d.rulesCode},
      ${d.receivedAt}, ${d.receivedOn}, ${ctx.at}, ${d.receivedBy}, ${d.receivedByName}, ${d.state}, ${d.stepNo},
      ${d.stepName}, ${d.stepDueAt}, ${d.departmentId}, ${d.positionId}, ${d.personId}, ${d.handlerId}, ${d.holderName},
      ${d.waitsFor}, ${d.firstDueAt}, ${d.statutoryDueAt}, ${d.dueAt}, ${d.answerDueAt}, ${d.intakeSupplements},
      ${d.endedAt}, ${d.endedOn}, ${d.outcome}, ${d.lateFirst}, ${d.lateCurrent}, ${d.late766}, ${d.returnedAt},
      ${d.apologyOwed}, ${d.digitised}, ${correctsId}, ${nameFold(d.ownerName)}, ${searchTextOf(searched)},
      ${d.calendarRevision})`;
}

function leaveTraces(ctx: Context, dossier: LockedDossier, { acts, paperReason, topics = [] }: NewDossier): void {
  const { id, code, state, procedureCode, ownerName, receivedAt, dueAt, firstDueAt } = dossier;
  for (const { act, reason } of acts) {
    ctx.log({
      action: `dossier.${act}`,
      record: { type: 'dossier', id },
      after: { code, state, procedure: procedureCode, owner: ownerName, receivedAt, dueAt, firstDueAt },
      ...((reason ?? paperReason) === null ? {} : { reason: reason ?? paperReason ?? '' }),
    });
    ctx.publish('dossier.changed', { dossierId: id, act });
  }
  for (const topic of topics) ctx.publish(topic, { dossierId: id });
}
