import { z } from 'zod';
import { termUnits } from '#kernel/term.ts';
import { operators } from '../domain/condition.ts';
import {
  channels,
  countings,
  databases,
  exemptionReasons,
  type FeeRule,
  feeBases,
  onlineLevels,
  type ProcedureContent,
  type TermRule,
} from '../domain/procedure-content.ts';

/** The code of a procedure: national, local, or one of our own. */
export const procedureCode = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{1,39}$/, {
    error: 'Mã thủ tục gồm 2–40 chữ số, chữ cái không dấu, chấm và gạch nối.',
  });

/** A code within a procedure: of a case, a paper, a question, an answer. */
const innerCode = z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'Mã gồm 1–40 chữ thường không dấu, số và gạch nối.' });

const words = (most: number) => z.string().trim().min(1, { error: 'Ô này không được để trống.' }).max(most);
const moreWords = (most: number) => words(most).nullable();
const channel = z.enum(channels);
const amount = z.int().min(0).max(10_000_000_000);

const term = z.strictObject({ unit: z.enum(termUnits), milli: z.int().min(0).max(10_000_000) });

export const termRule: z.ZodType<TermRule, TermRule> = z.strictObject({
  channel: channel.nullable(),
  case: innerCode.nullable(),
  term: term.nullable(),
  bareMilli: z.int().min(0).max(10_000_000).nullable(),
  counting: z.enum(countings),
  legalBasis: moreWords(500),
  note: moreWords(2_000),
});

export const feeRule: z.ZodType<FeeRule, FeeRule> = z.strictObject({
  code: innerCode,
  name: words(300),
  channel: channel.nullable(),
  case: innerCode.nullable(),
  amount: amount.nullable(),
  basis: z.enum(feeBases),
  exemptions: z.array(z.strictObject({ reason: z.enum(exemptionReasons), amount, legalBasis: moreWords(500) })).max(20),
  legalBasis: moreWords(500),
  note: moreWords(2_000),
});

const condition = z.strictObject({
  match: z.enum(['all', 'any']),
  clauses: z
    .array(
      z.strictObject({
        question: innerCode,
        operator: z.enum(operators),
        values: z.array(innerCode).min(1).max(30),
      }),
    )
    .min(1)
    .max(20),
});

const component = z.strictObject({
  code: innerCode,
  name: words(2_000),
  originals: z.int().min(0).max(100),
  copies: z.int().min(0).max(100),
  required: z.boolean(),
  presentOnly: z.boolean(),
  hasForm: z.boolean(),
  replaceableBy: z.enum(databases).nullable(),
  channels: z.array(channel).min(1).max(3).nullable(),
  case: innerCode.nullable(),
  group: moreWords(2_000),
  condition: condition.nullable(),
});

/** The content of a version as it is sent, kept and given. */
export const procedureContent: z.ZodType<ProcedureContent, ProcedureContent> = z.strictObject({
  name: z.string().trim().min(2, { error: 'Xin ghi tên thủ tục.' }).max(1_000),
  field: words(300),
  level: words(200),
  decision: moreWords(300),
  channels: z.array(channel).min(1, { error: 'Cần ít nhất một cách nộp hồ sơ.' }).max(3),
  onlineLevel: z.enum(onlineLevels),
  isLinked: z.boolean(),
  cases: z.array(z.strictObject({ code: innerCode, name: words(2_000) })).max(100),
  terms: z.array(termRule).max(300),
  fees: z.array(feeRule).max(300),
  components: z.array(component).max(300),
  results: z.array(z.strictObject({ name: words(1_000), code: moreWords(60) })).max(50),
  questions: z
    .array(
      z.strictObject({
        code: innerCode,
        text: words(2_000),
        options: z
          .array(z.strictObject({ code: innerCode, name: words(500) }))
          .min(2)
          .max(30),
      }),
    )
    .max(100),
  localCode: moreWords(60),
  source: words(2_000),
  verified: z.boolean(),
  unverifiedFields: z.array(words(60)).max(30),
  note: moreWords(4_000),
});
