import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, version } from '#modules/fields.ts';
import { datedQuery, idParams, reason, removal } from './fields.ts';

const period = { validFrom: day, validTo: day };

export const substitution = z.object({
  id,
  awayId: id,
  substituteId: id,
  ...period,
  reason: z.string(),
  version,
});
export type SubstitutionRecord = z.infer<typeof substitution>;

const substitutionRow = substitution.extend({ awayName: z.string(), substituteName: z.string() });
export type SubstitutionRow = z.infer<typeof substitutionRow>;

export const listSubstitutions = route({
  method: 'GET',
  path: '/api/org/substitutions',
  permission: 'org.read',
  db: 'read',
  summary: 'Ai làm thay ai, từ ngày nào đến ngày nào',
  query: z.strictObject({ ...datedQuery, personId: id.optional() }),
  answer: pageOf(substitutionRow),
});

export const createSubstitution = route({
  method: 'POST',
  path: '/api/org/substitutions',
  permission: 'org.manage',
  db: 'write',
  summary: 'Cử người làm thay người vắng mặt',
  body: z.strictObject({ awayId: id, substituteId: id, ...period, reason }),
  answer: substitution,
});

export const changeSubstitution = route({
  method: 'PUT',
  path: '/api/org/substitutions/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa thời gian, người làm thay hoặc lý do',
  params: idParams,
  body: z.strictObject({ substituteId: id, ...period, reason, version }),
  answer: substitution,
});

export const removeSubstitution = route({
  method: 'POST',
  path: '/api/org/substitutions/:id/remove',
  permission: 'org.manage',
  db: 'write',
  summary: 'Xóa một lần làm thay chưa bắt đầu',
  params: idParams,
  body: removal,
  answer: done,
});
