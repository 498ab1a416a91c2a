import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { done, id, pageOf, version } from '#modules/fields.ts';
import { holdingModes } from '../domain/may-hold-post.ts';
import { code, datedQuery, dates, datesForm, idParams, line, removal } from './fields.ts';

export const position = z.object({
  id,
  code: z.string(),
  title: z.string(),
  departmentId: id.nullable(),
  seats: z.int(),
  leader: z.boolean(),
  sort: z.int(),
  ...dates,
  version,
});
export type Position = z.infer<typeof position>;

const mode = z.enum(holdingModes);

export const holder = z.object({
  id,
  positionId: id,
  personId: id,
  mode,
  ...dates,
  citation: z.string().nullable(),
  version,
});
export type Holder = z.infer<typeof holder>;

const holderRow = holder.extend({ title: z.string(), personName: z.string() });
export type HolderRow = z.infer<typeof holderRow>;

const positionRow = position.extend({
  departmentName: z.string().nullable(),
  holders: z.array(z.object({ personId: id, name: z.string(), mode })),
  duties: z.array(z.object({ id, code: z.string(), name: z.string() })),
});
export type PositionRow = z.infer<typeof positionRow>;

const form = {
  title: line(200, 'Xin ghi tên chức danh.'),
  departmentId: id.nullable(),
  seats: z.int().min(1, { error: 'Chức danh có ít nhất một người.' }).max(200).default(1),
  leader: z.boolean().default(false),
  sort: z.int().min(0).max(10_000).default(100),
  ...datesForm,
};
const citation = line(300).nullable();

export const listPositions = route({
  method: 'GET',
  path: '/api/org/positions',
  permission: 'org.read',
  db: 'read',
  summary: 'Chức danh của đơn vị vào một ngày, người giữ và đầu mối',
  query: z.strictObject({ ...datedQuery, departmentId: id.optional(), empty: z.enum(['yes']).optional() }),
  answer: pageOf(positionRow),
});

export const createPosition = route({
  method: 'POST',
  path: '/api/org/positions',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm chức danh',
  body: z.strictObject({ ...form, code: code.optional() }),
  answer: position,
});

export const changePosition = route({
  method: 'PUT',
  path: '/api/org/positions/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa hoặc kết thúc chức danh',
  params: idParams,
  body: z.strictObject({ ...form, version }),
  answer: position,
});

export const listHolders = route({
  method: 'GET',
  path: '/api/org/holders',
  permission: 'org.read',
  db: 'read',
  summary: 'Ai giữ chức danh nào, từ ngày nào đến ngày nào',
  query: z.strictObject({ ...datedQuery, positionId: id.optional(), personId: id.optional() }),
  answer: pageOf(holderRow),
});

export const createHolder = route({
  method: 'POST',
  path: '/api/org/holders',
  permission: 'org.manage',
  db: 'write',
  summary: 'Giao chức danh cho một người',
  body: z.strictObject({ positionId: id, personId: id, mode, ...datesForm, citation }),
  answer: holder,
});

export const changeHolder = route({
  method: 'PUT',
  path: '/api/org/holders/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa thời gian hoặc hình thức giữ chức danh',
  params: idParams,
  body: z.strictObject({ mode, ...datesForm, citation, version }),
  answer: holder,
});

export const removeHolder = route({
  method: 'POST',
  path: '/api/org/holders/:id/remove',
  permission: 'org.manage',
  db: 'write',
  summary: 'Xóa một lần giao chức danh đã nhập nhầm',
  params: idParams,
  body: removal,
  answer: done,
});
