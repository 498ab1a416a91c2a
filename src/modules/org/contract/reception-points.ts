import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { id, pageOf, version } from '#modules/fields.ts';
import { code, datedQuery, dates, datesForm, idParams, line } from './fields.ts';

export const receptionPoint = z.object({
  id,
  code: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
  sort: z.int(),
  ...dates,
  version,
});
export type ReceptionPoint = z.infer<typeof receptionPoint>;

const form = {
  name: line(200, 'Xin ghi tên điểm tiếp nhận.'),
  address: line(300, 'Xin ghi địa chỉ.'),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d .-]{3,30}$/, { error: 'Số điện thoại chỉ gồm chữ số, dấu cách, chấm và gạch nối.' })
    .nullable(),
  hours: line(300).nullable(),
  sort: z.int().min(0).max(10_000).default(100),
  ...datesForm,
};

export const listReceptionPoints = route({
  method: 'GET',
  path: '/api/org/reception-points',
  permission: 'org.read',
  db: 'read',
  summary: 'Điểm tiếp nhận hồ sơ của đơn vị vào một ngày',
  query: z.strictObject(datedQuery),
  answer: pageOf(receptionPoint),
});

export const createReceptionPoint = route({
  method: 'POST',
  path: '/api/org/reception-points',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm điểm tiếp nhận',
  body: z.strictObject({ ...form, code: code.optional() }),
  answer: receptionPoint,
});

export const changeReceptionPoint = route({
  method: 'PUT',
  path: '/api/org/reception-points/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa hoặc kết thúc điểm tiếp nhận',
  params: idParams,
  body: z.strictObject({ ...form, version }),
  answer: receptionPoint,
});
