import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { done, id, pageOf, version } from '#modules/fields.ts';
import { code, datedQuery, dates, datesForm, idParams, line, removal } from './fields.ts';

export const recipient = z.object({
  id,
  /** What is received, e.g. `cchc-report`. */
  purpose: z.string(),
  name: z.string(),
  recipientUnitId: id.nullable(),
  ...dates,
  citation: z.string().nullable(),
  version,
});
export type Recipient = z.infer<typeof recipient>;

const form = {
  name: line(200, 'Xin ghi tên nơi nhận.'),
  recipientUnitId: id.nullable(),
  ...datesForm,
  citation: line(300).nullable(),
};

export const listRecipients = route({
  method: 'GET',
  path: '/api/org/recipients',
  permission: 'org.read',
  db: 'read',
  summary: 'Nơi nhận báo cáo của đơn vị theo thời gian',
  query: z.strictObject({ ...datedQuery, purpose: code.optional() }),
  answer: pageOf(recipient),
});

export const createRecipient = route({
  method: 'POST',
  path: '/api/org/recipients',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm nơi nhận báo cáo từ một ngày; nơi nhận đang dùng thôi từ ngày trước đó',
  body: z.strictObject({ purpose: code, ...form }),
  answer: recipient,
});

export const changeRecipient = route({
  method: 'PUT',
  path: '/api/org/recipients/:id',
  permission: 'org.manage',
  db: 'write',
  summary: 'Sửa hoặc kết thúc nơi nhận báo cáo',
  params: idParams,
  body: z.strictObject({ ...form, version }),
  answer: recipient,
});

export const removeRecipient = route({
  method: 'POST',
  path: '/api/org/recipients/:id/remove',
  permission: 'org.manage',
  db: 'write',
  summary: 'Xóa nơi nhận đã nhập nhầm',
  params: idParams,
  body: removal,
  answer: done,
});
