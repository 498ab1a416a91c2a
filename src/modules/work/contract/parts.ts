import { z } from 'zod';
import { evidenceRef } from '#modules/evidence/contract/parts.ts';
import { day, id } from '#modules/fields.ts';
import { stages, states } from '../domain/states.ts';

/** Pieces that the contracts of work share. */

export const workState = z.enum(states);
export const stage = z.enum(stages);
export const urgency = z.enum(['normal', 'urgent', 'immediate']);
export const obligationKind = z.enum(['dated', 'standing', 'guided', 'triggered', 'undated']);

/** Who answers for something: a post with who acts in it today, or a person; `empty` says why nobody does. */
export const bearer = z.object({
  positionId: id.nullable(),
  personId: id.nullable(),
  /** The post's title, or the words of the plan where no post was found. */
  title: z.string(),
  people: z.array(z.object({ id, name: z.string(), insteadOf: z.string().nullable() })),
  empty: z.enum(['no-post', 'post-not-valid', 'no-holder', 'all-away']).nullable(),
});

/** An act with whether this person may do it now; a refusal says why, and the button is grey with these words. */
export const possibleAct = z.object({ act: z.string(), allowed: z.boolean(), why: z.string().nullable() });

/** An obligation as lists show it. */
export const obligationRow = z.object({
  id,
  taskId: id,
  planId: id.nullable(),
  /** Place of its task in the plan ("PL02 · 3"), or where else it comes from. */
  place: z.string(),
  title: z.string(),
  task: z.string(),
  period: z.string(),
  /** "Quý I/2022", "6 tháng đầu năm 2022"; empty for what comes once. */
  periodWords: z.string(),
  kind: obligationKind,
  report: z.boolean(),
  due: day.nullable(),
  firstDue: day.nullable(),
  reviewOn: day.nullable(),
  dueWords: z.string(),
  stage,
  state: workState,
  doneOn: day.nullable(),
  fieldCode: z.string().nullable(),
  urgency,
  ours: z.boolean(),
  bearer,
  version: z.int(),
});

/** What lists of obligations can be narrowed by. */
export const obligationFilter = {
  planId: id.optional(),
  year: z.coerce.number().int().min(1990).max(2200).optional(),
  state: z.array(workState).or(workState).optional(),
  field: z.string().max(40).optional(),
  positionId: id.optional(),
  departmentId: id.optional(),
  personId: id.optional(),
  /** `2022-03`: the month of the due day; `none`: without one. */
  month: z
    .string()
    .regex(/^(\d{4}-\d{2}|none)$/)
    .optional(),
  from: day.optional(),
  to: day.optional(),
  /** Only those that nobody answers for. */
  empty: z.enum(['yes']).optional(),
  urgency: urgency.optional(),
};

export const submission = z.object({
  id,
  number: z.int(),
  kind: z.enum(['evidence', 'not-arising']),
  state: z.enum(['draft', 'submitted', 'accepted', 'returned', 'withdrawn']),
  note: z.string().nullable(),
  route: z.enum(['check', 'approve']).nullable(),
  approver: bearer.nullable(),
  submittedAt: z.string().nullable(),
  submittedBy: z.string().nullable(),
  insteadOf: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  evidence: z.array(evidenceRef),
  version: z.int(),
});

export const extension = z.object({
  id,
  dueNow: day,
  dueAsked: day,
  dueGiven: day.nullable(),
  reason: z.string(),
  state: z.enum(['asked', 'granted', 'refused', 'withdrawn']),
  askedAt: z.string(),
  askedBy: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  version: z.int(),
});

export const urgeRow = z.object({
  id,
  words: z.string(),
  urgedAt: z.string(),
  urgedBy: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  version: z.int(),
});

/** One step of how a due day came about, in words. */
export const dueStep = z.object({ code: z.string(), day: day.nullable(), words: z.string() });
