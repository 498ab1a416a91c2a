import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, version } from '#modules/fields.ts';
import { body, citation, finding, reason, term, versionHead } from './body.ts';

const versionAnswer = z.object({
  ...versionHead,
  processId: id,
  procedureCode: z.string(),
  caseCode: z.string(),
  name: z.string(),
  note: z.string(),
  warningsReason: z.string().nullable(),
  legalTerm: term.nullable(),
  ...body,
  /** Posts the steps name, with their titles. */
  positions: z.array(z.object({ id, title: z.string() })),
  findings: z.array(finding),
});
export type VersionAnswer = z.infer<typeof versionAnswer>;

export const getProcessVersion = route({
  method: 'GET',
  path: '/api/process-versions/:id',
  permission: 'process.read',
  db: 'read',
  summary: 'Một phiên bản quy trình: các bước, đường đi, điểm phải xem',
  params: z.strictObject({ id }),
  answer: versionAnswer,
});

const note = z.string().trim().max(2_000, { error: 'Tối đa 2000 ký tự.' });

export const saveProcessVersion = route({
  method: 'PUT',
  path: '/api/process-versions/:id',
  permission: 'process.manage',
  db: 'write',
  summary: 'Lưu bản thảo quy trình; bản thảo dở dang cũng lưu được',
  params: z.strictObject({ id }),
  body: z.strictObject({ ...body, citation, note, version }),
  answer: z.object({ version, findings: z.array(finding) }),
});

export const putProcessInForce = route({
  method: 'POST',
  path: '/api/process-versions/:id/put-in-force',
  permission: 'process.manage',
  db: 'write',
  summary: 'Ban hành bản thảo từ một ngày; còn lỗi thì không ban hành được, còn điểm cần xem thì phải nêu lý do',
  params: z.strictObject({ id }),
  body: z.strictObject({
    effectiveFrom: day,
    effectiveTo: day.nullable().default(null),
    citation: citation.min(3, { error: 'Xin ghi căn cứ: số quyết định ban hành quy trình.' }),
    reason: reason.optional(),
    version,
  }),
  answer: z.object({ version }),
});

export const endProcessVersion = route({
  method: 'POST',
  path: '/api/process-versions/:id/end',
  permission: 'process.manage',
  db: 'write',
  summary: 'Đặt ngày hết hiệu lực cho phiên bản đang áp dụng',
  params: z.strictObject({ id }),
  body: z.strictObject({ effectiveTo: day, reason, version }),
  answer: z.object({ version }),
});

export const discardProcessVersion = route({
  method: 'POST',
  path: '/api/process-versions/:id/discard',
  permission: 'process.manage',
  db: 'write',
  summary: 'Bỏ một bản thảo',
  params: z.strictObject({ id }),
  body: z.strictObject({ reason, version }),
  answer: z.object({ version }),
});
