import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id } from '#modules/fields.ts';

/** A password as it is typed to prove who asks; rules hold for new ones only. */
const typedPassword = z.string().min(1, { error: 'Xin nhập mật khẩu.' }).max(200);
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'Mã xác thực gồm 6 chữ số.' });

const ownAccount = z.object({
  username: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(
    z.object({ role: z.string(), name: z.string(), department: z.string().nullable(), from: day, to: day.nullable() }),
  ),
  twoFactor: z.boolean(),
  /** A role of this account asks for the second factor, so that it cannot be removed. */
  needsTwoFactor: z.boolean(),
  signedInAt: z.string().nullable(),
});

export const getOwnAccount = route({
  method: 'GET',
  path: '/api/account',
  permission: 'session',
  db: 'read',
  summary: 'Tài khoản của tôi',
  answer: ownAccount,
  beforeReady: true,
});

export const changePassword = route({
  method: 'PUT',
  path: '/api/account/password',
  permission: 'session',
  db: 'write',
  summary: 'Đổi mật khẩu của mình; các phiên khác kết thúc',
  body: z.strictObject({ current: typedPassword, next: z.string().max(200) }),
  answer: done,
  secret: true,
  beforeReady: true,
});

export const beginTotp = route({
  method: 'POST',
  path: '/api/account/totp',
  permission: 'session',
  db: 'write',
  summary: 'Tạo khóa xác thực hai lớp; có hiệu lực sau khi xác nhận một mã',
  body: z.strictObject({ password: typedPassword }),
  answer: z.object({
    secret: z.string(),
    address: z.string(),
    /** The address as a QR picture (SVG text). */
    picture: z.string(),
    backupCodes: z.array(z.string()),
  }),
  secret: true,
  beforeReady: true,
});

export const confirmTotp = route({
  method: 'POST',
  path: '/api/account/totp/confirm',
  permission: 'session',
  db: 'write',
  summary: 'Bật xác thực hai lớp bằng một mã đúng',
  body: z.strictObject({ code }),
  answer: done,
  beforeReady: true,
});

export const removeTotp = route({
  method: 'POST',
  path: '/api/account/totp/remove',
  permission: 'session',
  db: 'write',
  summary: 'Bỏ xác thực hai lớp',
  body: z.strictObject({ password: typedPassword }),
  answer: done,
  secret: true,
});

export const makeBackupCodes = route({
  method: 'POST',
  path: '/api/account/totp/backup-codes',
  permission: 'session',
  db: 'write',
  summary: 'Tạo lại các mã dự phòng; mã cũ hết hiệu lực',
  body: z.strictObject({ password: typedPassword }),
  answer: z.object({ backupCodes: z.array(z.string()) }),
  secret: true,
});

export const sessionRow = z.object({
  id,
  device: z.string(),
  address: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  current: z.boolean(),
});

export const listSessions = route({
  method: 'GET',
  path: '/api/account/sessions',
  permission: 'session',
  db: 'read',
  summary: 'Các phiên đăng nhập của tôi',
  answer: z.object({ rows: z.array(sessionRow) }),
  beforeReady: true,
});

export const endSession = route({
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  permission: 'session',
  db: 'write',
  summary: 'Kết thúc một phiên đăng nhập của tôi',
  params: z.strictObject({ sessionId: id }),
  answer: done,
  beforeReady: true,
});

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/api/account/sessions',
  permission: 'session',
  db: 'write',
  summary: 'Kết thúc mọi phiên khác của tôi',
  answer: z.object({ ended: z.int() }),
  beforeReady: true,
});
