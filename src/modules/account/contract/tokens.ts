import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { done, id } from '#modules/fields.ts';

const tokenRow = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
});

const permissionWords = z.object({ code: z.string(), words: z.string() });

export const listTokens = route({
  method: 'GET',
  path: '/api/account/tokens',
  permission: 'session',
  db: 'read',
  summary: 'Mã truy cập cá nhân của tôi, và các quyền có thể trao cho một mã',
  answer: z.object({ rows: z.array(tokenRow), scopes: z.array(permissionWords) }),
});

export const makeToken = route({
  method: 'POST',
  path: '/api/account/tokens',
  permission: 'session',
  db: 'write',
  summary: 'Tạo mã truy cập cá nhân; mã chỉ hiện một lần',
  body: z.strictObject({
    name: z.string().trim().min(1, { error: 'Xin đặt tên để nhận ra mã này.' }).max(100),
    scopes: z.array(z.string().max(60)).min(1, { error: 'Xin chọn ít nhất một quyền.' }).max(50),
    days: z.int().min(1).max(366),
  }),
  answer: z.object({ id, token: z.string(), expiresAt: z.string() }),
  secret: true,
});

export const revokeToken = route({
  method: 'DELETE',
  path: '/api/account/tokens/:tokenId',
  permission: 'session',
  db: 'write',
  summary: 'Thu hồi một mã truy cập cá nhân',
  params: z.strictObject({ tokenId: id }),
  answer: done,
});
