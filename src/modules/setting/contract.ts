import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day } from '#modules/fields.ts';
import { type SettingKey, type Settings, settingKeys } from './domain/settings.ts';

const email = z.email({ error: 'Địa chỉ thư điện tử chưa đúng, ví dụ: ubnd@xa-mau.gov.vn.' }).max(254);
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Tối đa ${most} ký tự.` })
    .regex(/^[^\r\n]*$/, { error: 'Chỉ nhập một dòng.' });

const whole = (least: number, most: number) =>
  z
    .int({ error: 'Cần nhập số nguyên.' })
    .min(least, { error: `Ít nhất ${least}.` })
    .max(most, { error: `Nhiều nhất ${most}.` });

const agencyCode = z.strictObject({
  from: day,
  code: z
    .string()
    .trim()
    .max(35)
    .regex(/^[0-9A-Z]{2,3}(\.[0-9A-Z]{2,3}){1,5}$/, { error: 'Mã định danh chưa đúng, ví dụ: H56.22.17.' }),
});

/** The form of each setting's value. */
export const settingSchemas: { readonly [K in SettingKey]: z.ZodType<Settings[K], Settings[K]> } = {
  'mail.enabled': z.boolean(),
  'mail.sender-name': line(100),
  'mail.reply-to': z.union([z.literal(''), email]),
  'office.contact': z.strictObject({ address: line(200), phone: line(30), email: z.union([z.literal(''), email]) }),
  'public.plan': z.boolean(),
  'public.progress': z.boolean(),
  'work.soon-days': whole(1, 30),
  'reminder.hour': whole(0, 23),
  'reminder.escalate-after-days': whole(1, 60),
  'dossier.agency-codes': z
    .array(agencyCode)
    .max(20)
    .refine((codes) => new Set(codes.map(({ from }) => from)).size === codes.length, {
      error: 'Mỗi ngày bắt đầu chỉ có một mã.',
    }),
};

const setting = z.object({ key: z.enum(settingKeys), value: z.unknown(), version: z.int() });
const allSettings = z.object({
  settings: z.array(setting),
  /** What the operator of the installation set, for information: address e-mails come from, null without a mail server. */
  mailFrom: z.string().nullable(),
});

export const listSettings = route({
  method: 'GET',
  path: '/api/settings',
  permission: 'setting.manage',
  db: 'read',
  summary: 'Cài đặt của đơn vị',
  answer: allSettings,
});

const one = <K extends SettingKey>(key: K) =>
  z.strictObject({ key: z.literal(key), value: settingSchemas[key], version: z.int().min(0) });

export const saveSetting = route({
  method: 'PUT',
  path: '/api/settings',
  permission: 'setting.manage',
  db: 'write',
  summary: 'Đổi một cài đặt của đơn vị',
  body: z.discriminatedUnion('key', [
    one('mail.enabled'),
    one('mail.sender-name'),
    one('mail.reply-to'),
    one('office.contact'),
    one('public.plan'),
    one('public.progress'),
    one('work.soon-days'),
    one('reminder.hour'),
    one('reminder.escalate-after-days'),
    one('dossier.agency-codes'),
  ]),
  answer: setting,
});
