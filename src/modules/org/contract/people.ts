import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { id, pageOf, version } from '#modules/fields.ts';
import { holdingModes } from '../domain/may-hold-post.ts';
import { datedQuery, dates, datesForm, idParams, line } from './fields.ts';

export const person = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  demo: z.boolean(),
  ...dates,
  version,
});
export type Person = z.infer<typeof person>;

const personRow = person.extend({
  /** Posts held on the day. */
  posts: z.array(z.object({ positionId: id, title: z.string(), mode: z.enum(holdingModes) })),
  /** Who does this person's work on the day, when they are away. */
  substitute: z.string().nullable(),
});
export type PersonRow = z.infer<typeof personRow>;

const form = {
  name: line(200, 'Xin ghi họ và tên.'),
  email: z.email({ error: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@thanhhoa.gov.vn.' }).max(254).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d .-]{3,30}$/, { error: 'Số điện thoại chỉ gồm chữ số, dấu cách, chấm và gạch nối.' })
    .nullable(),
  ...datesForm,
};

export const listPeople = route({
  method: 'GET',
  path: '/api/org/people',
  permission: 'org.read',
  db: 'read',
  summary: 'Cán bộ, công chức của đơn vị vào một ngày',
  query: z.strictObject(datedQuery),
  answer: pageOf(personRow),
});

export const createPerson = route({
  method: 'POST',
  path: '/api/org/people',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm cán bộ, công chức',
  body: z.strictObject(form),
  answer: person,
});

export const changePerson = route({
  method: 'PUT',
  path: '/api/org/people/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa hoặc kết thúc thời gian công tác của cán bộ, công chức',
  params: idParams,
  body: z.strictObject({ ...form, version }),
  answer: person,
});
