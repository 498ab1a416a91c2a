import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, version } from '#modules/fields.ts';
import { holdingModes } from '../domain/may-hold-post.ts';
import { code, datedQuery, dates, datesForm, idParams, line, removal } from './fields.ts';

export const duty = z.object({ id, code: z.string(), name: z.string(), sort: z.int(), ...dates, version });
export type Duty = z.infer<typeof duty>;

export const dutyPost = z.object({
  id,
  dutyId: id,
  positionId: id,
  ...dates,
  citation: z.string().nullable(),
  version,
});
export type DutyPost = z.infer<typeof dutyPost>;

const dutyPostRow = dutyPost.extend({ title: z.string() });
export type DutyPostRow = z.infer<typeof dutyPostRow>;

/** Who bears a duty or acts in a post on a day, in words, or why nobody does. */
export const bearer = z.object({
  position: z.object({ id, title: z.string() }).nullable(),
  people: z.array(
    z.object({
      personId: id,
      name: z.string(),
      mode: z.enum(holdingModes),
      /** Name of the holder whose work this person does. */
      insteadOf: z.string().nullable(),
    }),
  ),
  /** Why nobody does; null when somebody does. */
  empty: z.enum(['no-post', 'post-not-valid', 'no-holder', 'all-away']).nullable(),
});
export type BearerRow = z.infer<typeof bearer>;

const dutyRow = duty.extend({ bearer });
export type DutyRow = z.infer<typeof dutyRow>;

const form = {
  name: line(200, 'Xin ghi tên đầu mối.'),
  sort: z.int().min(0).max(10_000).default(100),
  ...datesForm,
};
const citation = line(300).nullable();

export const listDuties = route({
  method: 'GET',
  path: '/api/org/duties',
  permission: 'org.read',
  db: 'read',
  summary: 'Đầu mối của đơn vị và người đảm nhận vào một ngày',
  query: z.strictObject(datedQuery),
  answer: pageOf(dutyRow),
});

export const createDuty = route({
  method: 'POST',
  path: '/api/org/duties',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm đầu mối',
  body: z.strictObject({ ...form, code: code.optional() }),
  answer: duty,
});

export const changeDuty = route({
  method: 'PUT',
  path: '/api/org/duties/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa hoặc kết thúc đầu mối',
  params: idParams,
  body: z.strictObject({ ...form, version }),
  answer: duty,
});

export const listDutyPosts = route({
  method: 'GET',
  path: '/api/org/duty-posts',
  permission: 'org.read',
  db: 'read',
  summary: 'Chức danh nào đảm nhận đầu mối nào, từ ngày nào đến ngày nào',
  query: z.strictObject({ ...datedQuery, dutyId: id.optional(), positionId: id.optional() }),
  answer: pageOf(dutyPostRow),
});

export const createDutyPost = route({
  method: 'POST',
  path: '/api/org/duty-posts',
  permission: 'org.manage',
  db: 'write',
  summary: 'Giao đầu mối cho một chức danh từ một ngày; chức danh đang đảm nhận thôi từ ngày trước đó',
  body: z.strictObject({ dutyId: id, positionId: id, validFrom: day, validTo: day.nullable(), citation }),
  answer: dutyPost,
});

export const changeDutyPost = route({
  method: 'PUT',
  path: '/api/org/duty-posts/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa thời gian chức danh đảm nhận đầu mối',
  params: idParams,
  body: z.strictObject({ ...datesForm, citation, version }),
  answer: dutyPost,
});

export const removeDutyPost = route({
  method: 'POST',
  path: '/api/org/duty-posts/:id/remove',
  permission: 'org.manage',
  db: 'write',
  summary: 'Xóa một lần giao đầu mối đã nhập nhầm',
  params: idParams,
  body: removal,
  answer: done,
});
