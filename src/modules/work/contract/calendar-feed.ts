import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done } from '#modules/fields.ts';

/** The secret address at which calendar programs read a person's due days. */

export const getCalendarFeed = route({
  method: 'GET',
  path: '/api/calendar-feed',
  permission: 'work.read',
  db: 'read',
  summary: 'Địa chỉ lịch cá nhân của tôi: đã có chưa, dùng lần cuối ngày nào',
  answer: z.object({ feed: z.object({ createdAt: z.string(), usedOn: day.nullable() }).nullable() }),
});

/** Makes the address, or another in place of the former, which then leads nowhere. It is shown this once. */
export const makeCalendarFeed = route({
  method: 'POST',
  path: '/api/calendar-feed',
  permission: 'work.read',
  db: 'write',
  summary: 'Tạo địa chỉ lịch cá nhân mới; địa chỉ cũ hết hiệu lực',
  body: z.strictObject({}),
  answer: z.object({ url: z.string() }),
  secret: true,
});

export const removeCalendarFeed = route({
  method: 'DELETE',
  path: '/api/calendar-feed',
  permission: 'work.read',
  db: 'write',
  summary: 'Thu hồi địa chỉ lịch cá nhân',
  answer: done,
});
