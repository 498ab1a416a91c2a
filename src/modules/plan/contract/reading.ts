import { z } from 'zod';
import type { PlanReading } from '../domain/reading/plan-reading.ts';
import { dueRule, frequency } from './due-rule.ts';

const text = z.string().max(20_000);
const texts = z.array(text).max(5_000);

const role = z.object({ role: text, units: texts });

const assignment = {
  outputs: texts,
  lead: texts,
  coordinators: texts,
  otherRoles: z.array(role).optional(),
  deadlineText: text,
  deadlines: z.array(dueRule),
};

export const targetOperator = z.enum(['=', 'min', '>=', '>', 'max', '<=', '<']);

export const issuerLevel = z.enum(['commune', 'ward', 'township', 'district', 'province', 'department', 'unknown']);

const target = z.object({
  id: text,
  section: text,
  measure: text,
  operator: targetOperator,
  valuePercent: z.number().finite(),
  text,
  alsoIn: texts.optional(),
  duplicateOf: text.optional(),
  conflictsWith: texts.optional(),
  aspiration: z.boolean().optional(),
  kind: z.literal('reduction').optional(),
  baseline: text.optional(),
});

const narrativeTask = z.object({
  ...z.object(assignment).partial().shape,
  section: text,
  sectionTitle: text,
  letter: text,
  ordinal: z.int(),
  text,
  pointerOnly: z.boolean().optional(),
});

const task = z.object({
  ...assignment,
  no: z.number(),
  noText: text.optional(),
  content: text,
  group: text.optional(),
  groupNo: text.optional(),
  pageSplit: z.boolean().optional(),
  otherCells: z.record(z.string(), text).optional(),
});

const appendix = z.object({
  number: text,
  field: text,
  title: text,
  columns: texts,
  taskCount: z.int(),
  groups: z.array(z.object({ no: text, field: text, taskNos: z.array(z.number()) })).optional(),
  tasks: z.array(task),
});

const recurringReport = z.object({
  who: text,
  to: text,
  via: text.optional(),
  frequency: z.array(frequency),
  frequencyText: text.optional(),
  dueText: text.optional(),
  adHoc: z.boolean().optional(),
  about: text,
  section: text,
});

/** What was read from a plan document, with the lines every field came from (`places`, by JSON pointer). */
export const planReading = z.object({
  title: text,
  year: z.int().min(1990).max(2200).nullable(),
  issuer: text,
  issuerLevel,
  decision: z.object({
    number: text.nullable(),
    date: text.nullable(),
    text: text.optional(),
    year: z.int().optional(),
    signerRole: text.optional(),
  }),
  parentUnits: z.object({ district: text.optional(), province: text.optional() }).optional(),
  twoTier: z.boolean().optional(),
  purposes: texts,
  qualitativeObjectives: texts,
  funding: text,
  targets: z.array(target),
  tasksNarrative: z.array(narrativeTask),
  appendices: z.array(appendix),
  responsibilities: z.array(z.object({ role: text, duties: texts })),
  recurringReports: z.array(recurringReport),
  places: z.record(z.string(), z.array(z.int())),
  furniture: z.record(
    z.string(),
    z.enum([
      'blank',
      'pageNumber',
      'letterhead',
      'decision',
      'legalBasis',
      'heading',
      'tableHeader',
      'pointer',
      'closing',
      'recipients',
      'signature',
    ]),
  ),
  unread: z.array(z.object({ line: z.int(), text, page: z.int().optional() })),
}) as unknown as z.ZodType<PlanReading, PlanReading>;
