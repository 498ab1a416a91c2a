import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, pageOf, pageQuery } from '#modules/fields.ts';
import {
  channel,
  dossierRow,
  dossierState,
  dueWords,
  formKind,
  handed,
  mayDo,
  moment,
  ownerKind,
  pauseKind,
} from './parts.ts';

/** Work lists of the one-stop shop, each with its count. */
export const workLists = [
  'wait-intake',
  'wait-intake-supplement',
  'wait-transfer',
  'mine',
  'wait-assign',
  'running',
  'due-soon',
  'last-day-to-apologise',
  'overdue',
  'overdue-supplement',
  'wait-supplement',
  'wait-payment',
  'drafts',
  'wait-signature',
  'wait-hand-over',
  'apologies-owed',
  'slow-digitisation',
  'afterwards',
  'ended',
  'all',
] as const;
export const workList = z.enum(workLists);
export type WorkList = z.infer<typeof workList>;

/** By what a list may be narrowed, beside words. */
export const listFilter = {
  list: workList.default('all'),
  state: dossierState.optional(),
  field: z.string().max(100).optional(),
  procedure: z.string().max(40).optional(),
  departmentId: id.optional(),
  positionId: id.optional(),
  personId: id.optional(),
  channel: channel.optional(),
  source: z.enum(['own', 'imported']).optional(),
  from: day.optional(),
  to: day.optional(),
  mine: z.enum(['yes', 'no']).default('no'),
  /** Left out: as the list goes. Lists of all and of ended dossiers go by day of receipt, the newest first. */
  sort: z.enum(['due', '-due', 'received', '-received']).optional(),
};
export type ListFilter = z.output<z.ZodObject<typeof listFilter>>;

/** A page of dossiers; of very many, `total` is a number that there are at least. */
const dossierPage = pageOf(dossierRow).extend({ totalIsAtLeast: z.boolean() });

export const listDossiers = route({
  method: 'GET',
  path: '/api/dossiers',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Danh sách hồ sơ theo trạng thái, tìm không dấu theo tên, thủ tục, mã',
  query: z.strictObject({ ...pageQuery, ...listFilter }),
  answer: dossierPage,
});

/** The same list for what must not stand in an address: identity, tax and telephone numbers. Screens search by this. */
export const searchDossiers = route({
  method: 'POST',
  path: '/api/dossiers/search',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Tìm hồ sơ theo tên, số giấy tờ, số điện thoại, mã; số không nằm trên địa chỉ',
  body: z.strictObject({ ...pageQuery, ...listFilter }),
  answer: dossierPage,
});

/** Counts of all work lists for who asks; at 1,000 and more a count says "at least". */
export const countDossiers = route({
  method: 'GET',
  path: '/api/dossiers/counts',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Số hồ sơ của từng danh sách việc',
  query: z.strictObject({ mine: z.enum(['yes', 'no']).default('no') }),
  answer: z.object({ counts: z.array(z.object({ list: workList, n: z.int(), atLeast: z.boolean() })), asOf: moment }),
});

/** Overdue and running by holder, department or field. */
export const dossiersByHolder = route({
  method: 'GET',
  path: '/api/dossiers/by-holder',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Hồ sơ theo người giữ: đang giữ, sắp đến hạn, quá hạn',
  query: z.strictObject({ by: z.enum(['holder', 'department', 'field']).default('holder') }),
  answer: z.object({
    rows: z
      .array(
        z.object({ id: z.string(), name: z.string(), running: z.int(), soon: z.int(), late: z.int(), owed: z.int() }),
      )
      .max(500),
  }),
});

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

/** The electronic register (sổ theo dõi hồ sơ) with all its columns. */
export const listRegister = route({
  method: 'GET',
  path: '/api/dossiers/register',
  permission: 'dossier.own',
  db: 'read',
  summary: 'Sổ theo dõi hồ sơ',
  query: z.strictObject({ ...pageQuery, field: z.string().max(100).optional(), from: day, to: day }),
  answer: pageOf(
    z.object({
      id,
      place: z.int(),
      code: z.string().nullable(),
      procedureName: z.string(),
      ownerName: z.string(),
      address: z.string(),
      phone: z.string().nullable(),
      agency: z.string(),
      receivedAt: moment,
      dueAt: moment.nullable(),
      newDueAt: moment.nullable(),
      returnedAt: moment.nullable(),
      way: z.string(),
      signedFor: z.string().nullable(),
      note: z.string(),
    }),
  ).extend({ totalIsAtLeast: z.boolean() }),
});
