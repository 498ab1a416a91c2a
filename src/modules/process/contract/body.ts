import { z } from 'zod';
import { termUnits } from '#kernel/term.ts';
import { day, id, version } from '#modules/fields.ts';
import { findingKinds } from '../domain/finding.ts';
import { actors, joints, levels, versionSources, versionStates } from '../domain/process.ts';

/** Fields that several routes of processes share. */

export const term = z.strictObject({ unit: z.enum(termUnits), milli: z.int().min(0).max(100_000_000) });
const stepNo = z.int().min(1, { error: 'Số bước từ 1.' }).max(200, { error: 'Tối đa 200 bước.' });

export const step = z.strictObject({
  no: stepNo,
  name: z.string().trim().max(500, { error: 'Tối đa 500 ký tự.' }),
  level: z.enum(levels),
  actor: z.enum(actors).nullable(),
  actorWords: z.string().trim().max(300, { error: 'Tối đa 300 ký tự.' }),
  positionId: id.nullable(),
  norm: term.extend({ unit: z.enum(termUnits).exclude(['immediate']) }).nullable(),
  counted: z.boolean(),
  product: z.string().trim().max(1_000, { error: 'Tối đa 1000 ký tự.' }),
  recallable: z.boolean(),
  joint: z.enum(joints),
  final: z.boolean(),
});

export const link = z.strictObject({
  kind: z.enum(['next', 'return']),
  from: stepNo,
  to: stepNo,
  condition: z.string().trim().min(1).max(60).nullable(),
  holds: z.boolean().nullable(),
});

const steps = z
  .array(step)
  .max(60, { error: 'Một quy trình có tối đa 60 bước.' })
  .refine((all) => new Set(all.map((one) => one.no)).size === all.length, { error: 'Số bước dùng hai lần.' })
  .refine((all) => all.every((one) => one.counted || one.norm === null), {
    error: 'Bước không tính thời gian thì không ghi thời gian.',
  });
const links = z
  .array(link)
  .max(300, { error: 'Tối đa 300 đường đi.' })
  .refine((all) => all.every((one) => (one.condition === null) === (one.holds === null)), {
    error: 'Nhánh có điều kiện phải nói rõ đúng hay không đúng.',
  });

/** What is checked, drawn and walked. */
export const body = { steps, links, declared: term.nullable() };

export const finding = z.object({
  kind: z.enum(findingKinds),
  severity: z.enum(['error', 'warning']),
  stepNo: z.union([z.int(), z.string()]).optional(),
  message: z.string(),
});
export type ShownFinding = z.infer<typeof finding>;

export const versionHead = {
  id,
  number: z.int(),
  state: z.enum(versionStates),
  source: z.enum(versionSources),
  exampleOf: z.string().nullable(),
  citation: z.string(),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  putInForceAt: z.string().nullable(),
  putInForceName: z.string().nullable(),
  createdAt: z.string(),
  createdName: z.string(),
  version,
};

export const code = z
  .string()
  .trim()
  .min(1, { error: 'Xin ghi mã thủ tục.' })
  .max(60, { error: 'Mã thủ tục tối đa 60 ký tự.' });
export const caseCode = z.string().trim().max(60, { error: 'Mã trường hợp tối đa 60 ký tự.' });
export const processName = z
  .string()
  .trim()
  .min(3, { error: 'Xin ghi tên quy trình (từ 3 ký tự).' })
  .max(500, { error: 'Tối đa 500 ký tự.' });
export const reason = z
  .string()
  .trim()
  .min(3, { error: 'Xin ghi lý do (từ 3 ký tự).' })
  .max(1_000, { error: 'Tối đa 1000 ký tự.' });
export const citation = z.string().trim().max(300, { error: 'Tối đa 300 ký tự.' });
