import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id } from '#modules/fields.ts';
import { channel, dossierRow, dueWords, formKind, handed, mayDo, moment, ownerKind, pauseKind } from './parts.ts';

export const component = z.object({
  id,
  version: z.int(),
  code: z.string(),
  name: z.string(),
  originals: z.int(),
  copies: z.int(),
  handed,
  evidenceId: id.nullable(),
  scannedAt: moment.nullable(),
  checkedAt: moment.nullable(),
  checkedByName: z.string().nullable(),
  toGiveBack: z.boolean(),
  givenBackAt: moment.nullable(),
});

const pause = z.object({
  id,
  kind: pauseKind,
  from: moment,
  to: moment.nullable(),
  basis: z.string(),
  restarts: z.boolean(),
});

/** A line of the history, with what the control slip needs. */
export const timelineRow = z.object({
  seq: z.int(),
  act: z.string(),
  words: z.string(),
  at: moment,
  byName: z.string(),
  byTitle: z.string(),
  insteadOf: z.string().nullable(),
  toName: z.string(),
  toStepName: z.string(),
  moved: z.enum(['electronic', 'paper']).nullable(),
  takenAt: moment.nullable(),
  stepDueAt: moment.nullable(),
  /** Whether the step before was done ahead of time, in time or late. */
  stepResult: z.enum(['early', 'in-time', 'late']).nullable(),
  dueBefore: moment.nullable(),
  dueAfter: moment.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
});

const person = z.object({
  name: z.string(),
  number: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
});

export const getDossier = route({
  method: 'GET',
  path: '/api/dossiers/:dossierId',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Một hồ sơ: nội dung, hạn và cách tính, lịch sử, việc được làm',
  params: z.strictObject({ dossierId: id }),
  answer: dossierRow.extend({
    otherCodes: z.array(z.string()),
    caseCode: z.string(),
    channel,
    returnBy: channel,
    owner: person.extend({ kind: ownerKind, birth: day.nullable() }),
    submitter: person.extend({ paper: z.string() }).nullable(),
    summary: z.string(),
    copies: z.int(),
    receptionPoint: z.string().nullable(),
    resolvingAgency: z.string().nullable(),
    paperReason: z.string().nullable(),
    termWords: z.string(),
    termBasis: z.string(),
    regime: z.string(),
    explanation: z.array(z.string()),
    figures: z.object({
      due: dueWords,
      pausedWords: z.string(),
      onTimeFirst: z.boolean().nullable(),
      onTimeCurrent: z.boolean().nullable(),
      onTime766: z.boolean().nullable(),
    }),
    steps: z.array(
      z.object({
        no: z.int(),
        name: z.string(),
        role: z.string(),
        norm: z.string(),
        state: z.enum(['done', 'now', 'to-come']),
      }),
    ),
    pauses: z.array(pause),
    supplements: z.array(
      z.object({
        id,
        version: z.int(),
        stage: z.enum(['intake', 'after-examination']),
        number: z.int(),
        state: z.enum(['draft', 'sent', 'received', 'expired', 'rejected']),
        items: z.array(z.object({ name: z.string(), note: z.string() })),
        reason: z.string(),
        until: day.nullable(),
        draftedByName: z.string(),
        decidedByName: z.string().nullable(),
      }),
    ),
    extensions: z.array(
      z.object({
        id,
        kind: z.enum(['extension', 'apology-only']),
        state: z.enum(['draft', 'issued', 'rejected']),
        dueBefore: moment,
        dueAfter: moment.nullable(),
        reason: z.string(),
        draftedByName: z.string(),
        signedByName: z.string().nullable(),
        signedAt: moment.nullable(),
      }),
    ),
    consultations: z.array(
      z.object({
        id,
        agency: z.string(),
        content: z.string(),
        linked: z.boolean(),
        askedAt: moment,
        until: moment,
        answeredAt: moment.nullable(),
        answer: z.string().nullable(),
      }),
    ),
    payments: z.array(
      z.object({
        id,
        amount: z.int(),
        content: z.string(),
        until: day.nullable(),
        calledAt: moment,
        paidAt: moment.nullable(),
        receiptNumber: z.string().nullable(),
      }),
    ),
    components: z.array(component),
    results: z.array(
      z.object({
        id,
        version: z.int(),
        kind: z.enum(['electronic', 'scan', 'paper']),
        negative: z.boolean(),
        title: z.string(),
        number: z.string().nullable(),
        signedOn: day.nullable(),
        signer: z.string().nullable(),
        resultCode: z.string().nullable(),
        validUntil: day.nullable(),
        evidenceId: id.nullable(),
      }),
    ),
    forms: z.array(z.object({ id, kind: formKind, number: z.int(), issuedAt: moment, issuedByName: z.string() })),
    findings: z.array(
      z.object({ kind: z.string(), words: z.string(), foundAt: moment, explanation: z.string().nullable() }),
    ),
    corrects: z.object({ id, code: z.string().nullable() }).nullable(),
    correctedBy: z.array(z.object({ id, code: z.string().nullable() })),
    timeline: z.array(timelineRow),
    acts: z.array(mayDo),
    /** Who may be given the dossier at its next steps. */
    nextSteps: z.array(
      z.object({ no: z.int(), name: z.string(), positions: z.array(z.object({ id, name: z.string() })) }),
    ),
    lockedByName: z.string().nullable(),
  }),
});

/** The due date in words, line by line: also behind every date on a screen. */
export const explainDue = route({
  method: 'GET',
  path: '/api/dossiers/:dossierId/due',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Vì sao hạn là ngày này',
  params: z.strictObject({ dossierId: id }),
  answer: z.object({ due: dueWords, explanation: z.array(z.string()) }),
});
