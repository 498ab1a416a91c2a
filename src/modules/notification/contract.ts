import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { done, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { deliveryStates } from './domain/delivery-state.ts';

const { page, size } = pageQuery;
const instant = z.string();

/** Payload of the event `notification.wanted`: the way other modules cause a notice. */
export const noticeWanted = z.strictObject({
  /** A kind that the publishing module gives in its `notices`. */
  kind: z.string().min(3).max(100),
  accountIds: z.array(id).max(20_000),
  record: z.strictObject({ type: z.string().min(1).max(60), id: z.string().min(1).max(200) }),
  params: z.record(z.string(), z.union([z.string().max(500), z.number()])),
  /** The same kind with the same text is told once, e.g. `${taskId}:${today}` for a daily reminder. */
  once: z.string().min(1).max(200).optional(),
  /** No e-mail before this moment, e.g. office hours of the day of a reminder made at night. */
  mailFrom: instant.optional(),
});
export type NoticeWanted = z.infer<typeof noticeWanted>;

/** Payload of the event `notification.many-wanted`: notices of a whole round, at most so many in one event. */
export const noticesWanted = z.strictObject({ notices: z.array(noticeWanted).min(1).max(500) });

const noticeRow = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  /** Screen of the record, below `/lam-viec`. */
  path: z.string().nullable(),
  at: instant,
  readAt: instant.nullable(),
});
export type NoticeRow = z.infer<typeof noticeRow>;

export const listNotices = route({
  method: 'GET',
  path: '/api/notifications',
  permission: 'session',
  db: 'read',
  summary: 'Thông báo của tôi, mới nhất trước',
  query: z.strictObject({ page, size, unread: z.enum(['yes', 'no']).optional() }),
  answer: z.object({ ...pageOf(noticeRow).shape, unread: z.int() }),
});

export const readNotices = route({
  method: 'POST',
  path: '/api/notifications/read',
  permission: 'session',
  db: 'write',
  summary: 'Đánh dấu đã đọc',
  body: z.strictObject({ ids: z.array(id).min(1).max(200) }),
  answer: z.object({ unread: z.int() }),
});

export const readAllNotices = route({
  method: 'POST',
  path: '/api/notifications/read-all',
  permission: 'session',
  db: 'write',
  summary: 'Đánh dấu đã đọc tất cả thông báo tới thông báo này',
  body: z.strictObject({ upTo: id }),
  answer: z.object({ unread: z.int() }),
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Giờ cần có dạng giờ:phút, ví dụ 21:30.' });
const quietHours = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from !== to, { error: 'Giờ bắt đầu và giờ kết thúc cần khác nhau.', path: ['to'] });

const kindChoice = z.object({
  kind: z.string(),
  label: z.string(),
  /** Always on the screen. */
  required: z.boolean(),
  /** Sent in quiet hours too. */
  urgent: z.boolean(),
  app: z.boolean(),
  email: z.boolean(),
});

const preferences = z.object({
  kinds: z.array(kindChoice),
  quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
  version: z.int(),
  /** Address e-mails go to; null when the person has none. */
  address: z.string().nullable(),
  /** False when this installation or unit sends no e-mail. */
  sendsMail: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

export const getPreferences = route({
  method: 'GET',
  path: '/api/notification-preferences',
  permission: 'session',
  db: 'read',
  summary: 'Tôi muốn được báo việc gì, bằng cách nào',
  answer: preferences,
});

export const setPreferences = route({
  method: 'PUT',
  path: '/api/notification-preferences',
  permission: 'session',
  db: 'write',
  summary: 'Chọn việc được báo và giờ yên lặng',
  body: z.strictObject({
    choices: z.array(z.strictObject({ kind: z.string().max(100), app: z.boolean(), email: z.boolean() })).max(500),
    quiet: quietHours.nullable(),
    version: z.int().min(0),
  }),
  answer: preferences,
});

const deliveryState = z.enum(deliveryStates);
const deliveryRow = z.object({
  id,
  state: deliveryState,
  title: z.string(),
  kind: z.string(),
  recipient: z.string(),
  address: z.string().nullable(),
  attempts: z.int(),
  repeats: z.int(),
  at: instant,
  nextAt: instant.nullable(),
  sentAt: instant.nullable(),
  /** Why the last attempt did not succeed, in words. */
  problem: z.string().nullable(),
  /** What the mail server wrote. */
  reply: z.string().nullable(),
  version: z.int(),
});
export type DeliveryRow = z.infer<typeof deliveryRow>;

export const listDeliveries = route({
  method: 'GET',
  path: '/api/deliveries',
  permission: 'setting.manage',
  db: 'read',
  summary: 'Thư điện tử của đơn vị và trạng thái gửi',
  query: z.strictObject({ ...pageQuery, state: deliveryState.optional() }),
  answer: z.object({
    ...pageOf(deliveryRow).shape,
    counts: z.object({ waiting: z.int(), sending: z.int(), sent: z.int(), failed: z.int(), discarded: z.int() }),
    /** False when no mail server is named for this installation. */
    configured: z.boolean(),
  }),
});

const deliveryParams = z.strictObject({ deliveryId: id });

export const retryDelivery = route({
  method: 'POST',
  path: '/api/deliveries/:deliveryId/retry',
  permission: 'setting.manage',
  db: 'write',
  summary: 'Gửi lại một thư ngay',
  params: deliveryParams,
  body: z.strictObject({ version }),
  answer: done,
});

export const retryFailedDeliveries = route({
  method: 'POST',
  path: '/api/deliveries/retry-failed',
  permission: 'setting.manage',
  db: 'write',
  summary: 'Gửi lại mọi thư không gửi được',
  answer: z.object({ count: z.int() }),
});

export const discardDelivery = route({
  method: 'POST',
  path: '/api/deliveries/:deliveryId/discard',
  permission: 'setting.manage',
  db: 'write',
  summary: 'Bỏ một thư, không gửi nữa',
  params: deliveryParams,
  body: z.strictObject({ version, reason: z.string().trim().min(3, { error: 'Xin ghi lý do bỏ thư.' }).max(500) }),
  answer: done,
});

export const sendTestMail = route({
  method: 'POST',
  path: '/api/deliveries/test',
  permission: 'setting.manage',
  db: 'write',
  summary: 'Gửi một thư thử tới địa chỉ của tôi',
  answer: done,
});
