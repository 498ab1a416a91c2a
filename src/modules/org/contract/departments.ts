import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { id, pageOf, version } from '#modules/fields.ts';
import { code, datedQuery, dates, datesForm, idParams, line } from './fields.ts';

export const department = z.object({
  id,
  code: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  sort: z.int(),
  ...dates,
  version,
});
export type Department = z.infer<typeof department>;

const departmentRow = department.extend({
  parentName: z.string().nullable(),
  /** Posts of the division on the day. */
  posts: z.int(),
});
export type DepartmentRow = z.infer<typeof departmentRow>;

const form = {
  name: line(200, 'Xin ghi tên phòng, ban hoặc bộ phận.'),
  parentId: id.nullable(),
  sort: z.int().min(0).max(10_000).default(100),
  ...datesForm,
};

export const listDepartments = route({
  method: 'GET',
  path: '/api/org/departments',
  permission: 'org.read',
  db: 'read',
  summary: 'Phòng, ban, bộ phận của đơn vị vào một ngày',
  query: z.strictObject(datedQuery),
  answer: pageOf(departmentRow),
});

export const createDepartment = route({
  method: 'POST',
  path: '/api/org/departments',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm phòng, ban hoặc bộ phận',
  body: z.strictObject({ ...form, code: code.optional() }),
  answer: department,
});

export const changeDepartment = route({
  method: 'PUT',
  path: '/api/org/departments/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa hoặc kết thúc phòng, ban, bộ phận',
  params: idParams,
  body: z.strictObject({ ...form, version }),
  answer: department,
});
