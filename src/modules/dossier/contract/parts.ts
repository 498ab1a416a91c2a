import { z } from 'zod';
import { id } from '#modules/fields.ts';
import { pauseKinds } from '../domain/deadline/types.ts';
import { dossierStates, formKinds, waits } from '../domain/states.ts';
import { dossierActs } from '../domain/transitions.ts';

/** A moment: ISO text with offset. */
export const moment = z.string().max(40);

export const dossierState = z.enum(dossierStates);
export const waitsFor = z.enum(waits);
export const pauseKind = z.enum(pauseKinds);
export const formKind = z.enum(formKinds);
export const dossierAct = z.enum(dossierActs);
export const channel = z.enum(['counter', 'postal', 'online']);
export const ownerKind = z.enum(['citizen', 'business', 'agency', 'other']);
export const handed = z.enum(['paper', 'present', 'electronic', 'database', 'store', 'missing']);

/** What may be done now, and why not: the grey button's words. */
export const mayDo = z.object({
  act: dossierAct,
  allowed: z.boolean(),
  code: z.string().optional(),
  message: z.string().optional(),
});

/** A due date with its words; the client counts nothing. */
export const dueWords = z.object({
  first: moment.nullable(),
  statutory: moment.nullable(),
  current: moment.nullable(),
  /** "còn 1 ngày 3 giờ làm việc", "quá hạn 2 ngày làm việc", "tạm dừng từ …". */
  words: z.string(),
  tone: z.enum(['none', 'running', 'soon', 'last-day-to-apologise', 'late', 'paused', 'ended-in-time', 'ended-late']),
});

/** A row of every list of dossiers. The owner's number is masked. */
export const dossierRow = z.object({
  id,
  version: z.int(),
  code: z.string().nullable(),
  procedureCode: z.string(),
  procedureName: z.string(),
  field: z.string(),
  ownerName: z.string(),
  ownerNumberMasked: z.string().nullable(),
  state: dossierState,
  nationalCode: z.int(),
  waitsFor: waitsFor.nullable(),
  stepName: z.string(),
  stepDueAt: moment.nullable(),
  holderName: z.string(),
  departmentId: id.nullable(),
  receivedAt: moment,
  due: dueWords,
  extended: z.boolean(),
  apologyOwed: z.boolean(),
  digitised: z.boolean(),
  source: z.enum(['own', 'imported']),
  sourceName: z.string().nullable(),
  sourceAt: moment.nullable(),
});
export type DossierRow = z.infer<typeof dossierRow>;

/** How a dossier stands after an act, with the slips the act brought forth. */
export const actAnswer = z.object({
  id,
  version: z.int(),
  code: z.string().nullable(),
  state: dossierState,
  due: dueWords,
  forms: z.array(z.object({ id, kind: formKind, number: z.int() })),
});
