import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { procedureCode } from './content.ts';

const code = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{2,60}$/, { error: 'Mã gồm 2–60 chữ thường không dấu, số và gạch nối.' });

export const lifeEvent = z.object({
  code: z.string(),
  name: z.string(),
  sort: z.int(),
  procedureCodes: z.array(z.string()),
  /** Shown to citizens. */
  isShown: z.boolean(),
  /** The unit changed or added it. */
  own: z.boolean(),
  /** 0 while the unit has not changed it. */
  version: z.int(),
});
export type LifeEvent = z.infer<typeof lifeEvent>;

export const listLifeEvents = route({
  method: 'GET',
  path: '/api/life-events',
  permission: 'procedure.read',
  db: 'read',
  summary: 'Sự kiện đời sống và các thủ tục của mỗi sự kiện',
  answer: z.object({ events: z.array(lifeEvent) }),
});

export const saveLifeEvent = route({
  method: 'PUT',
  path: '/api/life-events/:code',
  permission: 'procedure.manage',
  db: 'write',
  summary: 'Thêm hoặc sửa một sự kiện đời sống',
  params: z.strictObject({ code }),
  body: z.strictObject({
    name: z.string().trim().min(2, { error: 'Xin ghi tên sự kiện.' }).max(200),
    sort: z.int().min(0).max(10_000),
    procedureCodes: z.array(procedureCode).max(200),
    isShown: z.boolean(),
    version: z.int().min(0),
  }),
  answer: lifeEvent,
});
