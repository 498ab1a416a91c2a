import { z } from 'zod';
import type { PlanReading } from '../domain/reading/plan-reading.ts';
import { dueRule, frequency } from './due-rule.ts';

const text = z.string();
const texts = z.array(text);

const role = z.object({ role: text, units: texts });

const assignment = {
  outputs: texts,
  lead: texts,
  coordinators: texts,
  otherRoles: z.array(role).exactOptional(),
  deadlineText: text,
  deadlines: z.array(dueRule),
};

export const targetOperator = z.enum(['=', 'min', '>=', '>', 'max', '<=', '<']);

export const issuerLevel = z.enum(['commune', 'ward', 'township', 'district', 'province', 'department', 'unknown']);

const readTarget = z.object({
  id: text,
  section: text,
  measure: text,
  operator: targetOperator,
  valuePercent: z.number().finite(),
  text,
  alsoIn: texts.exactOptional(),
  duplicateOf: text.exactOptional(),
  conflictsWith: texts.exactOptional(),
  aspiration: z.boolean().exactOptional(),
  kind: z.literal('reduction').exactOptional(),
  baseline: text.exactOptional(),
});

const narrativeTask = z.object({
  outputs: assignment.outputs.exactOptional(),
  lead: assignment.lead.exactOptional(),
  coordinators: assignment.coordinators.exactOptional(),
  otherRoles: assignment.otherRoles,
  deadlineText: assignment.deadlineText.exactOptional(),
  deadlines: assignment.deadlines.exactOptional(),
  section: text,
  sectionTitle: text,
  letter: text,
  ordinal: z.int(),
  text,
  pointerOnly: z.boolean().exactOptional(),
});

const task = z.object({
  ...assignment,
  no: z.number(),
  noText: text.exactOptional(),
  content: text,
  group: text.exactOptional(),
  groupNo: text.exactOptional(),
  pageSplit: z.boolean().exactOptional(),
  otherCells: z.record(z.string(), text).exactOptional(),
});

const appendix = z.object({
  number: text,
  field: text,
  title: text,
  columns: texts,
  taskCount: z.int(),
  groups: z.array(z.object({ no: text, field: text, taskNos: z.array(z.number()) })).exactOptional(),
  tasks: z.array(task),
});

const recurringReport = z.object({
  who: text,
  to: text,
  via: text.exactOptional(),
  frequency: z.array(frequency),
  frequencyText: text.exactOptional(),
  dueText: text.exactOptional(),
  adHoc: z.boolean().exactOptional(),
  about: text,
  section: text,
});

/** What was read from a plan document, with the lines every field came from (`places`, by JSON pointer). */
export const planReadingForm = z.object({
  title: text,
  year: z.int().nullable(),
  issuer: text,
  issuerLevel,
  decision: z.object({
    number: text.nullable(),
    date: text.nullable(),
    text: text.exactOptional(),
    year: z.int().exactOptional(),
    signerRole: text.exactOptional(),
  }),
  parentUnits: z.object({ district: text.exactOptional(), province: text.exactOptional() }).exactOptional(),
  twoTier: z.boolean().exactOptional(),
  purposes: texts,
  qualitativeObjectives: texts,
  funding: text,
  targets: z.array(readTarget),
  tasksNarrative: z.array(narrativeTask),
  appendices: z.array(appendix),
  responsibilities: z.array(z.object({ role: text, duties: texts })),
  recurringReports: z.array(recurringReport),
  places: z.record(z.string(), z.array(z.int())),
  furniture: z.record(
    z.string(),
    z.enum([
      'pageNumber',
      'rule',
      'letterhead',
      'decision',
      'legalBasis',
      'background',
      'heading',
      'tableHeader',
      'pointer',
      'closing',
      'recipients',
      'signature',
    ]),
  ),
  unread: z.array(z.object({ line: z.int(), text, page: z.int().exactOptional() })),
});

export const planReading: z.ZodType<PlanReading> = planReadingForm;
