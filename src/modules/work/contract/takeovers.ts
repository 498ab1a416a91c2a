import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id } from '#modules/fields.ts';

/** Taking over the open work of units that were merged into this one. */

export const takeover = z.object({
  predecessorId: id,
  /** Under the name it had last. */
  name: z.string(),
  day,
  citation: z.string(),
  /** Not asked for yet; under way; taken over. */
  state: z.enum(['open', 'asked', 'done']),
  tasks: z.int(),
  obligations: z.int(),
  /** Of them, what no post of ours bears by duty. */
  withoutPost: z.int(),
  askedAt: z.string().nullable(),
  askedBy: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** Why it cannot be asked for now; null when it can. */
  why: z.string().nullable(),
});

export const listTakeovers = route({
  method: 'GET',
  path: '/api/work-takeovers',
  permission: 'work.take-over',
  db: 'read',
  summary: 'Đơn vị đã sáp nhập vào đơn vị này, và việc còn dở đã nhận',
  answer: z.object({ rows: z.array(takeover) }),
});

/** Asked again it takes what has become open there since; what was taken stays as it is. */
export const askTakeover = route({
  method: 'POST',
  path: '/api/work-takeovers/:predecessorId',
  permission: 'work.take-over',
  db: 'write',
  summary: 'Nhận việc còn dở của đơn vị đã sáp nhập',
  params: z.strictObject({ predecessorId: id }),
  body: z.strictObject({}),
  answer: z.object({ state: z.enum(['asked', 'done']) }),
});
