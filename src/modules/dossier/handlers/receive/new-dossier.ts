import { dayOf, moment } from '#kernel/moment.ts';
import { findFirstStep } from '#modules/process/domain/walk-process.ts';
import { type Context, getSession } from '#server/context.ts';
import { rulesOn } from '../../domain/deadline/rules.ts';
import { transferDue } from '../../domain/deadline/transfer-due.ts';
import { project, type TimeFacts } from '../../domain/project.ts';
import { areDigitised } from '../../store/components.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';
import { holdingAt } from '../acts/holding.ts';
import type { PreparedIntake } from './prepared-intake.ts';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** A dossier as an intake says it, before any act: in no list yet, without code. */
export function newDossier(ctx: Context, prepared: PreparedIntake): LockedDossier {
  const { intake, procedure, receivedAt, term, counting, facts } = prepared;
  const { owner, submitter } = intake;
  const { accountId, name } = getSession(ctx);
  return {
    id: ctx.newId(),
    version: 1,
    code: null,
    otherCodes: [],
    state: 'submitted',
    live: true,
    source: 'own',
    sourceName: null,
    sourceAt: null,
    procedureVersionId: procedure.versionId,
    procedureCode: procedure.code,
    procedureName: procedure.name,
    field: procedure.field,
    caseCode: intake.caseCode,
    processVersionId: prepared.processVersionId,
    channel: intake.channel,
    returnBy: intake.returnBy,
    receptionPointId: intake.receptionPointId,
    point: facts.point,
    resolvingAgency: intake.resolvingAgency,
    ownerKind: owner.kind,
    ownerName: owner.name,
    ownerNumber: owner.number,
    ownerBirth: owner.birth,
    ownerAddress: owner.address,
    ownerPhone: owner.phone,
    ownerEmail: owner.email,
    submitter,
    summary: intake.summary,
    copies: intake.copies,
    answers: intake.answers,
    termUnit: term?.unit ?? null,
    termMilli: term?.milli ?? null,
    counting,
    termBasis: prepared.termBasis,
    rulesCode: rulesOn(dayOf(receivedAt)).version,
    receivedAt: iso(receivedAt) ?? ctx.at,
    receivedOn: dayOf(receivedAt),
    receivedBy: accountId,
    receivedByName: name,
    stepNo: null,
    stepName: '',
    stepDueAt: null,
    departmentId: procedure.departmentId,
    positionId: null,
    personId: null,
    handlerId: procedure.positionId,
    holderName: '',
    waitsFor: null,
    toTake: false,
    lockedBy: null,
    lockedAt: null,
    firstDueAt: null,
    statutoryDueAt: null,
    dueAt: null,
    answerDueAt: null,
    extended: false,
    intakeSupplements: 0,
    afterSupplements: 0,
    endedAt: null,
    endedOn: null,
    outcome: null,
    lateFirst: null,
    lateCurrent: null,
    late766: null,
    returnedAt: null,
    apologyOwed: false,
    digitised: areDigitised(intake.components),
    calendarRevision: facts.calendarRevision,
    pauses: [],
    supplements: [],
    extensions: [],
    consultations: [],
    payment: null,
    result: null,
    originals: [],
    last: null,
  };
}

/** The dossier as accepted: at the counter's step, with its dates, to be transferred by the 15:00 rule. */
export function acceptedDossier(ctx: Context, prepared: PreparedIntake): LockedDossier {
  const dossier = newDossier(ctx, prepared);
  const { process, calendar, receivedAt, term, counting } = prepared;
  const time: TimeFacts = {
    ...{ term, counting, receivedAt },
    rulesCode: dossier.rulesCode,
    pauses: [],
    extensions: [],
    endedAt: null,
  };
  const { firstDue, statutoryDue, due } = project(time, calendar, moment(ctx.now));
  const first = findFirstStep(process);
  const holding = first ? holdingAt(ctx, prepared, dossier, first) : {};
  const rules = rulesOn(dossier.receivedOn);
  return {
    ...dossier,
    ...holding,
    stepDueAt: iso(transferDue(calendar, rules, receivedAt).due),
    state: 'accepted',
    firstDueAt: iso(firstDue),
    statutoryDueAt: iso(statutoryDue),
    dueAt: iso(due),
  };
}
