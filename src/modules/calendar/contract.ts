import { z } from 'zod';
import { route } from '#kernel/route.ts';
import type { Session, WeekHours } from '#kernel/working-calendar.ts';
import { day } from '#modules/fields.ts';
import { dayKinds } from './domain/calendar-entry.ts';

const year = z.coerce.number().int().min(2000, { error: 'Năm từ 2000.' }).max(2100, { error: 'Năm đến 2100.' });
const kind = z.enum(dayKinds);
const name = z.string().trim().min(2, { error: 'Xin ghi tên ngày.' }).max(200, { error: 'Tối đa 200 ký tự.' });
const citation = z
  .string()
  .trim()
  .min(3, { error: 'Xin ghi căn cứ: số văn bản thông báo ngày này.' })
  .max(300, { error: 'Tối đa 300 ký tự.' });
const reason = z
  .string()
  .trim()
  .min(3, { error: 'Xin ghi lý do (từ 3 ký tự).' })
  .max(1_000, { error: 'Tối đa 1000 ký tự.' });
/** Revision of the unit's own entry; 0 when it has none. */
const ownVersion = z.int().min(0);
const changed = z.object({ revision: z.int() });

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Giờ cần có dạng 07:30.' });
const sessions = z
  .array(z.strictObject({ from: clock, to: clock }))
  .max(6, { error: 'Tối đa 6 buổi trong ngày.' })
  .refine(areInOrder, { error: 'Các buổi phải nối tiếp nhau, giờ kết thúc sau giờ bắt đầu.' });
const week = z
  .strictObject({
    1: sessions.optional(),
    2: sessions.optional(),
    3: sessions.optional(),
    4: sessions.optional(),
    5: sessions.optional(),
    6: sessions.optional(),
    7: sessions.optional(),
  })
  .refine((hours) => Object.values(hours).some((one) => one !== undefined && one.length > 0), {
    error: 'Cần ít nhất một ngày làm việc trong tuần.',
  }) as unknown as z.ZodType<WeekHours, WeekHours>;

function areInOrder(given: readonly Session[]): boolean {
  return given.every(
    (session, index) => session.from < session.to && (given[index - 1]?.to ?? '00:00') <= session.from,
  );
}

const said = { day, kind, name: z.string(), citation: z.string() };

const calendarEntry = z.object({
  ...said,
  source: z.enum(['national', 'unit']),
  version: ownVersion,
  /** Of an entry of the unit: why, by whom and when it was made; and what the country says of the day. */
  reason: z.string().nullable(),
  byName: z.string().nullable(),
  at: z.string().nullable(),
  national: z.object(said).nullable(),
});
export type ShownEntry = z.infer<typeof calendarEntry>;

const calendarWeek = z.object({
  effectiveFrom: day,
  week,
  citation: z.string(),
  source: z.enum(['national', 'unit']),
  version: ownVersion,
});
export type ShownWeek = z.infer<typeof calendarWeek>;

const knownYear = z.object({
  year: z.int(),
  announced: z.boolean(),
  citation: z.string(),
  note: z.string(),
  source: z.enum(['national', 'unit']),
});

const calendarOfYear = z.object({
  year: z.int(),
  revision: z.int(),
  entries: z.array(calendarEntry),
  weeks: z.array(calendarWeek),
  /** Every year something is known of; one that is not among them has no notice. */
  years: z.array(knownYear),
});
export type CalendarOfYear = z.infer<typeof calendarOfYear>;

export const getCalendar = route({
  method: 'GET',
  path: '/api/calendar',
  permission: 'session',
  db: 'read',
  summary: 'Lịch làm việc của một năm: ngày nghỉ, ngày làm bù, tuần làm việc, tình trạng thông báo',
  query: z.strictObject({ year }),
  answer: calendarOfYear,
});

export const setCalendarDay = route({
  method: 'PUT',
  path: '/api/calendar/days',
  permission: 'calendar.manage',
  db: 'write',
  summary: 'Thêm hoặc sửa một ngày trong lịch của đơn vị',
  body: z.strictObject({ day, kind, name, citation, reason: reason.optional(), version: ownVersion }),
  answer: changed,
});

export const withdrawCalendarDay = route({
  method: 'POST',
  path: '/api/calendar/days/withdraw',
  permission: 'calendar.manage',
  db: 'write',
  summary: 'Bỏ ngày đơn vị đã nhập; ngày trở lại như lịch chung cả nước',
  body: z.strictObject({ day, reason, version: z.int().min(1) }),
  answer: changed,
});

export const enterNotice = route({
  method: 'POST',
  path: '/api/calendar/notices',
  permission: 'calendar.manage',
  db: 'write',
  summary: 'Nhập thông báo lịch nghỉ của một năm; nhập lại không đổi gì',
  body: z.strictObject({
    year,
    /** Whether the year's notice is complete with these days. */
    announced: z.boolean(),
    citation,
    days: z.array(z.strictObject({ day, kind: kind.exclude(['ordinary']), name, citation })).max(120),
    reason: reason.optional(),
    /** Of the calendar the notice was compared with. */
    revision: z.int().min(0),
  }),
  answer: z.object({ revision: z.int(), added: z.int(), changed: z.int(), same: z.int() }),
});

/** Gives the cells of a saved table; it enters nothing. */
export const readNoticeFile = route({
  method: 'POST',
  path: '/api/calendar/notice-files',
  permission: 'calendar.manage',
  db: 'none',
  file: true,
  mostFileMb: 2,
  summary: 'Đọc các ô của tệp Excel hoặc CSV chứa thông báo lịch nghỉ',
  answer: z.object({ rows: z.array(z.array(z.string())) }),
});

export const setCalendarWeek = route({
  method: 'PUT',
  path: '/api/calendar/weeks',
  permission: 'calendar.manage',
  db: 'write',
  summary: 'Đặt tuần làm việc và giờ làm việc của đơn vị từ một ngày',
  body: z.strictObject({ effectiveFrom: day, week, citation, reason: reason.optional(), version: ownVersion }),
  answer: changed,
});

export const withdrawCalendarWeek = route({
  method: 'POST',
  path: '/api/calendar/weeks/withdraw',
  permission: 'calendar.manage',
  db: 'write',
  summary: 'Bỏ tuần làm việc đơn vị đã đặt',
  body: z.strictObject({ effectiveFrom: day, reason, version: z.int().min(1) }),
  answer: changed,
});
