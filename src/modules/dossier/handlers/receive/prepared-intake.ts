import type { Id } from '#kernel/brands.ts';
import { dayOf, type Moment } from '#kernel/moment.ts';
import type { Term } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import { termFor } from '#modules/procedure/domain/term-for.ts';
import { findProcedureFor, type ProcedureFor } from '#modules/procedure/queries.ts';
import { makeDefaultProcess } from '#modules/process/domain/default-process.ts';
import type { ProcessBody, ProcessVersion } from '#modules/process/domain/process.ts';
import { getProcessFor } from '#modules/process/queries.ts';
import type { Context } from '#server/context.ts';
import { AppError } from '#server/errors.ts';
import type { Intake } from '../../contract/receive.ts';
import { findAgencyCode } from '../../domain/code.ts';
import type { Counting } from '../../domain/deadline/types.ts';
import { mayBearNumber } from '../../domain/person-number.ts';
import { type IntakeFacts, loadIntakeFacts } from '../../queries/intake-facts.ts';
import { together } from '../../store/together.ts';

/** All that taking a dossier in needs, loaded for the day it is received. */
export interface PreparedIntake {
  readonly intake: Intake;
  readonly receivedAt: Moment;
  readonly procedure: ProcedureFor;
  /** Null while nobody knows it; the refusal then says so. */
  readonly term: Term | null;
  readonly counting: Counting;
  readonly termBasis: string;
  readonly process: ProcessBody;
  readonly processVersionId: Id | null;
  readonly staffed: StaffedDay;
  readonly calendar: WorkingCalendar;
  readonly facts: IntakeFacts;
  readonly agency: string | undefined;
  /** Why it cannot be received now; undefined when it can. */
  readonly refusal: AppError | undefined;
}

/** Loads what an intake needs. Refuses a procedure that is not there; other refusals are given, to be shown or thrown. */
export async function prepareIntake(ctx: Context, intake: Intake, receivedAt: Moment): Promise<PreparedIntake> {
  const day = dayOf(receivedAt);
  const { owner, procedureCode, caseCode, receptionPointId, channel } = intake;
  const asked = {
    ...{ receptionPointId, procedureCode },
    ownerName: owner.name,
    ownerNumber: owner.number,
    ownerPhone: owner.phone,
  };
  const [found, version, staffed, calendar, facts] = await together<
    [ProcedureFor | undefined, ProcessVersion, StaffedDay, WorkingCalendar, IntakeFacts]
  >([
    findProcedureFor(ctx.db, ctx.unitId, procedureCode, day),
    getProcessFor(ctx.db, ctx.unitId, procedureCode, caseCode, day),
    loadStaffedDay(ctx.db, ctx.unitId, ctx.today),
    loadWorkingCalendar(ctx.db, ctx.unitId),
    loadIntakeFacts(ctx.db, ctx.unitId, asked, day),
  ]);
  if (!found) throw new AppError('dossier-procedure-unknown', {}, 404);
  const term = termFor(found, channel, caseCode === '' ? null : caseCode);
  const agency = findAgencyCode(facts.agencyCodes, day);
  const prepared = {
    ...{ intake, receivedAt, staffed, calendar, facts, agency },
    procedure: found,
    term: term.ok ? term.term : null,
    counting: term.ok && term.counting === 'hours' ? ('hour-based' as const) : ('day-based' as const),
    termBasis: term.ok ? (term.legalBasis ?? '') : '',
    process: version.id === null ? makeDefaultProcess(term.ok ? term.term : null) : version,
    processVersionId: version.id,
  };
  return { ...prepared, refusal: findRefusal(prepared) };
}

function findRefusal(prepared: Omit<PreparedIntake, 'refusal'>): AppError | undefined {
  const { intake, procedure, facts, agency, term } = prepared;
  const refuse = (code: string, params: Record<string, string | number> = {}) => new AppError(code, params, 409);
  if (procedure.abolished) return refuse('dossier-procedure-abolished', { successor: procedure.successorCode ?? '' });
  if (!procedure.isOn) return refuse('dossier-procedure-off', { reason: procedure.offReason ?? '' });
  const { cases } = procedure.content;
  if (intake.caseCode !== '' && !cases.some((one) => one.code === intake.caseCode))
    return refuse('dossier-case-unknown');
  const { receptionPointId } = intake;
  const points = procedure.receptionPointIds;
  const isElsewhere = receptionPointId !== null && points.length > 0 && !points.includes(receptionPointId);
  if (isElsewhere || (receptionPointId !== null && facts.point === null)) return refuse('dossier-point-wrong');
  const numbers = [mayBearNumber(intake.owner.kind, intake.owner.number)];
  if (intake.submitter) numbers.push(mayBearNumber('other', intake.submitter.number));
  if (numbers.some((verdict) => !verdict.ok)) return refuse('dossier-number-wrong');
  if (term === null) return refuse('dossier-term-unknown');
  return agency === undefined ? refuse('dossier-agency-code-missing') : undefined;
}
