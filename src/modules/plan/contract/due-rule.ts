import { z } from 'zod';
import type { DueRule } from '../domain/due-rule.ts';

const yes = z.literal(true).exactOptional();
const year = z.int();
const month = z.int().min(1).max(12);
const dayOfMonth = z.int().min(1).max(31);
const quarter = z.int().min(1).max(4);
const part = z.enum(['start', 'middle', 'end']).exactOptional();
const common = { appliesTo: z.string(), note: z.string().exactOptional() };
const bounded = { ...common, year: year.nullable(), latest: yes, from_: yes, toYear: year.exactOptional() };
const calendarDay = { month, day: dayOfMonth, writtenDay: dayOfMonth.exactOptional() };

/** One kind of report of the year. */
export const frequency = z.enum(['week', 'month', 'quarter', '6months', '9months', 'year']);

/** The forms of a due rule, field by field as `domain/due-rule.ts` says them. */
export const dueRuleForms = z.discriminatedUnion('kind', [
  z.object({ ...bounded, ...calendarDay, kind: z.literal('before') }),
  z.object({
    ...bounded,
    ...calendarDay,
    kind: z.literal('date'),
    toMonth: month.exactOptional(),
    toDay: dayOfMonth.exactOptional(),
  }),
  z.object({
    ...bounded,
    kind: z.literal('month'),
    month,
    toMonth: month.exactOptional(),
    week: z.int().min(1).max(5).exactOptional(),
    part,
  }),
  z.object({ ...bounded, kind: z.literal('quarter'), quarter, toQuarter: quarter.exactOptional(), part }),
  z.object({ ...bounded, kind: z.literal('halfyear'), half: z.union([z.literal(1), z.literal(2)]) }),
  z.object({ ...bounded, kind: z.literal('year'), part }),
  z.object({
    ...common,
    kind: z.literal('periodic'),
    year: year.nullable(),
    frequency: z.array(frequency),
    frequencyUnstated: yes,
    adHoc: yes,
    alsoAsPlanned: yes,
    dueDay: dayOfMonth.exactOptional(),
    dueInLastMonth: yes,
    dueInNextMonth: yes,
  }),
  z.object({ ...common, kind: z.literal('standing'), year: year.nullable() }),
  z.object({ ...common, kind: z.literal('asGuided'), by: z.string() }),
  z.object({
    ...common,
    kind: z.literal('onTrigger'),
    trigger: z.string(),
    withinDays: z.int().exactOptional(),
    workingDays: yes,
  }),
  z.object({ ...common, kind: z.literal('unspecified') }),
]);

/** When an output is due. */
export const dueRule: z.ZodType<DueRule> = dueRuleForms;
