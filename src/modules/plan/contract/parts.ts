import { z } from 'zod';
import { id } from '#modules/fields.ts';
import { dueRule, frequency } from './due-rule.ts';
import { targetOperator } from './reading.ts';

/** Parts of a plan that several routes answer with. */

/** An instant, ISO text in UTC. */
export const instant = z.string();

/** Who the words of a cell stand for. `key` groups what is the same holder under different words. */
export const holder = z.object({
  key: z.string(),
  /** As the document writes it. */
  text: z.string(),
  kind: z.enum(['position', 'department', 'group', 'external', 'unknown']),
  /** Id of the position or department in the organisation; null for the other kinds. */
  id: id.nullable(),
});

/** What happened to a row in the version that is shown, against the version before it. */
export const rowChange = z.enum(['same', 'added', 'changed']);

export const output = z.object({ id, text: z.string() });

/** A due rule with the days it spans in the plan's year; both null where the rule names no day. */
export const due = z.object({
  id,
  /** The output it belongs to; null for all outputs of the task. */
  outputId: id.nullable(),
  rule: dueRule,
  /** The rule in words, e.g. "Trước ngày 15/12/2022". */
  words: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** "quản lý, tổng hợp …": a part that is neither lead nor coordinator, as the document names it. */
export const otherRole = z.object({ role: z.string(), holders: z.array(holder) });

export const taskRow = z.object({
  id,
  /** Place in the order of the plan, from 1. */
  position: z.int(),
  no: z.string(),
  /** Code of the field of reform; null when the document names none that is known. */
  fieldCode: z.string().nullable(),
  /** "PL02/3" or "III.6.a": the place in the document. */
  place: z.string(),
  group: z.string().nullable(),
  content: z.string(),
  /** False: work of a higher level, shown and not counted as ours. */
  ours: z.boolean(),
  outputs: z.array(output),
  leads: z.array(holder),
  coordinators: z.array(holder),
  otherRoles: z.array(otherRole),
  dues: z.array(due),
  /** Due words as written. */
  dueText: z.string(),
  change: rowChange,
});

export const targetRow = z.object({
  id,
  position: z.int(),
  section: z.string(),
  measure: z.string(),
  operator: targetOperator,
  value: z.number(),
  unit: z.string(),
  text: z.string(),
  ours: z.boolean(),
  aspiration: z.boolean(),
  reduction: z.boolean(),
  baseline: z.string().nullable(),
  /** Further places that say the same. */
  alsoIn: z.array(z.string()),
  change: rowChange,
});

export const statementKind = z.enum(['purpose', 'objective', 'funding']);

export const statementRow = z.object({
  id,
  position: z.int(),
  kind: statementKind,
  text: z.string(),
  change: rowChange,
});

export const narrativeRow = z.object({
  id,
  position: z.int(),
  section: z.string(),
  sectionTitle: z.string(),
  letter: z.string(),
  text: z.string(),
  pointerOnly: z.boolean(),
  /** Tasks of the tables that carry this item out. */
  taskIds: z.array(id),
  change: rowChange,
});

export const responsibilityRow = z.object({
  id,
  position: z.int(),
  holder,
  duties: z.array(z.string()),
  change: rowChange,
});

export const reportDutyRow = z.object({
  id,
  position: z.int(),
  who: holder,
  to: z.string(),
  via: z.string().nullable(),
  frequency: z.array(frequency),
  frequencyText: z.string().nullable(),
  dueText: z.string().nullable(),
  adHoc: z.boolean(),
  about: z.string(),
  section: z.string(),
  change: rowChange,
});

export const versionKind = z.enum(['first', 'amend', 'replace']);

/** One field of reform. */
export const reformField = z.object({ code: z.string(), name: z.string(), shortName: z.string(), position: z.int() });

/** One change between two versions; `before` and `after` are the row's words by field. */
export const change = z.object({
  part: z.enum(['header', 'appendix', 'target', 'task', 'statement', 'narrative', 'responsibility', 'reportDuty']),
  kind: z.enum(['added', 'changed', 'removed']),
  /** Id of the row in the plan; null for a row that is not yet in it. */
  id: id.nullable(),
  /** JSON pointer into the reading, when the row comes from one. */
  path: z.string().nullable(),
  /** Short words for a list: "PL02/3 Thanh toán trực tuyến …". */
  label: z.string(),
  /** Row fields that differ (all of them for an addition or removal). */
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});

export const diffAnswer = z.object({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Rows that are the same, or that an amendment does not name. */
  untouched: z.int(),
  changes: z.array(change),
});
