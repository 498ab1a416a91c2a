import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { bearer } from './duties.ts';
import { idParams, line, removal } from './fields.ts';

export const aliasKinds = ['duty', 'position', 'department', 'group', 'external'] as const;
export type AliasKind = (typeof aliasKinds)[number];

export const alias = z.object({
  id,
  written: z.string(),
  kind: z.enum(aliasKinds),
  dutyId: id.nullable(),
  positionId: id.nullable(),
  departmentId: id.nullable(),
  version,
});
export type Alias = z.infer<typeof alias>;

const aliasRow = alias.extend({ means: z.string().nullable() });
export type AliasRow = z.infer<typeof aliasRow>;

/** What a name means: exactly the id that its kind asks for. */
const form = z
  .strictObject({
    written: line(300, 'Xin ghi tên như trong văn bản.'),
    kind: z.enum(aliasKinds),
    dutyId: id.nullable(),
    positionId: id.nullable(),
    departmentId: id.nullable(),
  })
  .refine((given) => (given.kind === 'duty') === (given.dutyId !== null), {
    error: 'Xin chọn đầu mối.',
    path: ['dutyId'],
  })
  .refine((given) => (given.kind === 'position') === (given.positionId !== null), {
    error: 'Xin chọn chức danh.',
    path: ['positionId'],
  })
  .refine((given) => (given.kind === 'department') === (given.departmentId !== null), {
    error: 'Xin chọn phòng, ban hoặc bộ phận.',
    path: ['departmentId'],
  });
export type AliasForm = z.infer<typeof form>;

export const listAliases = route({
  method: 'GET',
  path: '/api/org/aliases',
  permission: 'org.read',
  db: 'read',
  summary: 'Tên gọi trong văn bản và nghĩa của chúng ở đơn vị',
  query: z.strictObject({ ...pageQuery, id: id.optional() }),
  answer: pageOf(aliasRow),
});

export const createAlias = route({
  method: 'POST',
  path: '/api/org/aliases',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm một tên gọi trong văn bản',
  body: form,
  answer: alias,
});

export const changeAlias = route({
  method: 'PUT',
  path: '/api/org/aliases/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa nghĩa của một tên gọi',
  params: idParams,
  body: form.safeExtend({ version }),
  answer: alias,
});

export const removeAlias = route({
  method: 'POST',
  path: '/api/org/aliases/:id/remove',
  permission: 'org.manage',
  db: 'write',
  summary: 'Xóa một tên gọi',
  params: idParams,
  body: removal,
  answer: done,
});

const resolved = z.object({
  kind: z.enum(['post', 'department', 'group', 'external', 'empty-duty', 'ambiguous', 'unknown']),
  /** What the name means, in words. */
  words: z.string(),
  positionId: id.nullable(),
  departmentId: id.nullable(),
  dutyCode: z.string().nullable(),
  /** Posts to choose from: all that fit an ambiguous name, the nearest to an unknown one. */
  candidates: z.array(z.object({ id, title: z.string() })),
  /** Who acts in the post on the day; null when the name leads to no one post. */
  bearer: bearer.nullable(),
});
export type ResolvedName = z.infer<typeof resolved>;

export const resolveName = route({
  method: 'GET',
  path: '/api/org/resolve',
  permission: 'org.read',
  db: 'read',
  summary: 'Một tên gọi trong văn bản chỉ ai vào một ngày',
  query: z.strictObject({ name: line(300), on: day.optional() }),
  answer: resolved,
});
