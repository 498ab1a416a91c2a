import { z } from 'zod';
import type { DueRule } from '../domain/due-rule.ts';

const common = { appliesTo: z.string().max(500), note: z.string().max(1_000).optional() };
const year = z.int().min(1990).max(2200);
const bounded = { ...common, year, latest: z.literal(true).optional(), from_: z.literal(true).optional() };
const month = z.int().min(1).max(12);
const dayOfMonth = z.int().min(1).max(31);

/** One kind of report of the year. */
export const frequency = z.enum(['week', 'month', 'quarter', '6months', '9months', 'year']);

/** A due rule as `domain/due-rule.ts` says it. */
export const dueRule = z.discriminatedUnion('kind', [
  z.object({ ...bounded, kind: z.literal('before'), month, day: dayOfMonth }),
  z.object({ ...bounded, kind: z.literal('date'), month, day: dayOfMonth }),
  z.object({
    ...bounded,
    kind: z.literal('month'),
    month,
    toMonth: month.optional(),
    week: z.int().min(1).max(5).optional(),
  }),
  z.object({ ...bounded, kind: z.literal('quarter'), quarter: z.int().min(1).max(4) }),
  z.object({ ...bounded, kind: z.literal('halfyear'), half: z.union([z.literal(1), z.literal(2)]) }),
  z.object({ ...bounded, kind: z.literal('year'), part: z.enum(['start', 'end']).optional() }),
  z.object({
    ...common,
    kind: z.literal('periodic'),
    year,
    frequency: z.array(frequency),
    frequencyUnstated: z.literal(true).optional(),
    adHoc: z.literal(true).optional(),
    alsoAsPlanned: z.literal(true).optional(),
    dueDay: dayOfMonth.optional(),
    dueInLastMonth: z.literal(true).optional(),
  }),
  z.object({ ...common, kind: z.literal('standing'), year }),
  z.object({ ...common, kind: z.literal('asGuided'), by: z.string().max(500) }),
  z.object({ ...common, kind: z.literal('onTrigger'), trigger: z.string().max(1_000) }),
  z.object({ ...common, kind: z.literal('unspecified') }),
]) as unknown as z.ZodType<DueRule, DueRule>;
