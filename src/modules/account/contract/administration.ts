import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id, pageOf, pageQuery, version } from '#modules/fields.ts';
import { sessionRow } from './own-account.ts';

const permission = 'account.manage';
const params = z.strictObject({ accountId: id });
const reason = z.string().trim().min(3, { error: 'Xin ghi lý do (ít nhất 3 ký tự).' }).max(500);

const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, {
    error: 'Tên đăng nhập gồm 3–40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch, ví dụ nguyen.van.a.',
  });

const roleGiven = z.strictObject({
  role: z.string().max(30),
  departmentId: id.nullable(),
  from: day,
  to: day.nullable(),
});

const accountFields = {
  id,
  username: z.string(),
  name: z.string(),
  personId: id.nullable(),
  email: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  demo: z.boolean(),
  twoFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Until when a wrong password typed too often holds this account up at some address; real time. */
  lockedUntil: z.string().nullable(),
  signedInAt: z.string().nullable(),
  version,
};

/** Roles held today, for the list. */
const accountRow = z.object({
  ...accountFields,
  roles: z.array(z.object({ role: z.string(), name: z.string(), department: z.string().nullable() })),
});

const accountDetail = z.object({
  ...accountFields,
  roles: z.array(
    z.object({
      id,
      role: z.string(),
      name: z.string(),
      departmentId: id.nullable(),
      department: z.string().nullable(),
      from: day,
      to: day.nullable(),
      now: z.boolean(),
    }),
  ),
  sessions: z.array(sessionRow),
});

export const listAccounts = route({
  method: 'GET',
  path: '/api/accounts',
  permission,
  db: 'read',
  summary: 'Tài khoản của đơn vị',
  query: z.strictObject({
    ...pageQuery,
    sort: z.enum(['name', '-name', 'username', '-username', 'signedInAt', '-signedInAt']).optional(),
    state: z.enum(['active', 'disabled']).optional(),
    role: z.string().max(30).optional(),
  }),
  answer: pageOf(accountRow),
});

export const getAccount = route({
  method: 'GET',
  path: '/api/accounts/:accountId',
  permission,
  db: 'read',
  summary: 'Một tài khoản với vai trò và các phiên đăng nhập',
  params,
  answer: accountDetail,
});

export const getAccountChoices = route({
  method: 'GET',
  path: '/api/account-choices',
  permission,
  db: 'read',
  summary: 'Vai trò, phòng ban và những người chưa có tài khoản, để chọn trong biểu mẫu',
  answer: z.object({
    roles: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        description: z.string(),
        needsTwoFactor: z.boolean(),
        permissions: z.array(z.object({ code: z.string(), words: z.string() })),
      }),
    ),
    departments: z.array(z.object({ id, name: z.string() })),
    people: z.array(z.object({ id, name: z.string(), position: z.string().nullable() })),
  }),
});

export const makeAccount = route({
  method: 'POST',
  path: '/api/accounts',
  permission,
  db: 'write',
  summary: 'Tạo tài khoản; mật khẩu tạm chỉ hiện một lần',
  body: z.strictObject({
    username,
    owner: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person'), personId: id }),
      z.strictObject({
        kind: z.literal('other'),
        name: z.string().trim().min(2, { error: 'Xin nhập họ tên.' }).max(200),
        email: z.email({ error: 'Địa chỉ thư điện tử chưa đúng.' }).max(254).nullable(),
      }),
    ]),
    roles: z.array(roleGiven).max(20),
  }),
  answer: z.object({ id, temporaryPassword: z.string() }),
  secret: true,
});

export const disableAccount = route({
  method: 'POST',
  path: '/api/accounts/:accountId/disable',
  permission,
  db: 'write',
  summary: 'Ngừng một tài khoản; mọi phiên của nó kết thúc ngay',
  params,
  body: z.strictObject({ version, reason }),
  answer: done,
});

export const enableAccount = route({
  method: 'POST',
  path: '/api/accounts/:accountId/enable',
  permission,
  db: 'write',
  summary: 'Cho một tài khoản dùng lại',
  params,
  body: z.strictObject({ version }),
  answer: done,
});

export const resetPassword = route({
  method: 'POST',
  path: '/api/accounts/:accountId/password',
  permission,
  db: 'write',
  summary: 'Đặt lại mật khẩu; mật khẩu tạm chỉ hiện một lần, phải đổi khi đăng nhập',
  params,
  body: z.strictObject({ reason }),
  answer: z.object({ temporaryPassword: z.string() }),
  secret: true,
});

export const resetTotp = route({
  method: 'POST',
  path: '/api/accounts/:accountId/totp/reset',
  permission,
  db: 'write',
  summary: 'Gỡ xác thực hai lớp của một tài khoản, khi mất điện thoại',
  params,
  body: z.strictObject({ reason }),
  answer: done,
});

export const unlockAccount = route({
  method: 'POST',
  path: '/api/accounts/:accountId/unlock',
  permission,
  db: 'write',
  summary: 'Mở khóa tài khoản bị chặn do sai mật khẩu nhiều lần',
  params,
  answer: done,
});

export const endAccountSessions = route({
  method: 'DELETE',
  path: '/api/accounts/:accountId/sessions',
  permission,
  db: 'write',
  summary: 'Kết thúc mọi phiên đăng nhập của một tài khoản',
  params,
  answer: z.object({ ended: z.int() }),
});

export const giveRole = route({
  method: 'POST',
  path: '/api/accounts/:accountId/roles',
  permission,
  db: 'write',
  summary: 'Trao một vai trò, cho cả đơn vị hoặc một phòng, có ngày bắt đầu và kết thúc',
  params,
  body: roleGiven,
  answer: z.object({ id }),
});

export const endRole = route({
  method: 'POST',
  path: '/api/accounts/:accountId/roles/:roleId/end',
  permission,
  db: 'write',
  summary: 'Kết thúc một vai trò sau ngày cuối',
  params: z.strictObject({ accountId: id, roleId: id }),
  body: z.strictObject({ lastDay: day, reason }),
  answer: done,
});
