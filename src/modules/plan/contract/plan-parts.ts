import { z } from 'zod';
import { id } from '#modules/fields.ts';
import { instant, reformField, versionKind } from './parts.ts';

/** Without it the version in force is shown; for a draft, the draft. */
export const atVersion = { version: z.coerce.number().int().min(1).optional() };

export const planState = z.enum(['draft', 'issued']);

export const versionRow = z.object({
  version: z.int(),
  kind: versionKind,
  state: planState,
  decisionNumber: z.string().nullable(),
  decisionDate: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  importId: id.nullable(),
  fileName: z.string().nullable(),
  taskCount: z.int(),
  targetCount: z.int(),
  outputCount: z.int(),
});

const planHead = {
  id,
  title: z.string(),
  year: z.int(),
  issuer: z.string(),
  state: planState,
  /** Version in force; 0 while the first one is a draft. */
  version: z.int(),
  /** Version being written in the product; null when there is none. */
  draftVersion: z.int().nullable(),
  /** Shown on the public page. */
  published: z.boolean(),
  taskCount: z.int(),
  targetCount: z.int(),
  outputCount: z.int(),
  /** Counts changes of the plan's own record; what a write is based on. */
  revision: z.int(),
};

export const planRow = z.object(planHead);

export const planAnswer = z.object({
  ...planHead,
  /** The version that is shown. */
  shown: versionRow,
  issuerLevel: z.string(),
  decisionText: z.string().nullable(),
  fields: z.array(
    z.object({
      ...reformField.shape,
      taskCount: z.int(),
      oursCount: z.int(),
      outputCount: z.int(),
      appendices: z.array(z.object({ number: z.string(), title: z.string() })),
    }),
  ),
  higherCount: z.int(),
  versions: z.array(versionRow),
  copiedFrom: z.object({ id, title: z.string(), year: z.int() }).nullable(),
});

/** Filters of the task list; the exports take the same. */
export const taskFilter = {
  ...atVersion,
  /** Code of a field of reform; `none` for tasks without one. */
  field: z.string().max(60).optional(),
  /** `key` of a holder. */
  lead: z.string().max(400).optional(),
  coordinator: z.string().max(400).optional(),
  /** Something falls due in this month (1–12) or period of the plan's year. */
  due: z
    .string()
    .regex(/^(m(1[0-2]|[1-9])|q[1-4]|h[12]|undated)$/, { error: 'Kỳ hạn không đúng: m1–m12, q1–q4, h1, h2, undated.' })
    .optional(),
  whose: z.enum(['ours', 'higher']).optional(),
  change: z.enum(['added', 'changed', 'same']).optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(['position', '-position', 'content', '-content', 'due', '-due']).default('position'),
};
