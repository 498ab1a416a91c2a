import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id } from '#modules/fields.ts';

const session = z.object({
  account: z.object({ id, name: z.string(), username: z.string(), email: z.string().nullable() }),
  unit: z.object({ id: z.string(), name: z.string(), level: z.string() }),
  permissions: z.array(z.string()),
  departmentIds: z.array(id),
  mustChangePassword: z.boolean(),
  mustEnrolTotp: z.boolean(),
  demo: z.boolean(),
  today: day,
  onBehalfOf: z.object({ personId: id, name: z.string() }).nullable(),
});

export const getCurrentSession = route({
  method: 'GET',
  path: '/api/session',
  permission: 'session',
  db: 'read',
  summary: 'Phiên làm việc hiện tại',
  answer: session,
  beforeReady: true,
});

const demoClock = z.object({
  today: day,
  now: z.string(),
  /** Whether the demo day is the real one. */
  real: z.boolean(),
});

export const getDemoClock = route({
  method: 'GET',
  path: '/api/demo/clock',
  permission: 'public',
  db: 'none',
  summary: 'Ngày thử nghiệm của bản trình diễn',
  answer: demoClock,
});

export const setDemoClock = route({
  method: 'PUT',
  path: '/api/demo/clock',
  permission: 'public',
  db: 'write',
  summary: 'Dời ngày thử nghiệm của bản trình diễn',
  body: z.strictObject({ today: day }),
  answer: demoClock,
});
