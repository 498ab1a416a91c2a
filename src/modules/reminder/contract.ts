import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id } from '#modules/fields.ts';

/** Who was reminded of an output, when, and whether it reached them. */
export const listReminders = route({
  method: 'GET',
  path: '/api/obligations/:obligationId/reminders',
  permission: 'work.read',
  db: 'read',
  summary: 'Đã nhắc ai, ngày nào, thư đã tới chưa',
  params: z.strictObject({ obligationId: id }),
  answer: z.object({
    rows: z.array(
      z.object({
        id,
        kind: z.enum(['due', 'approve', 'escalated', 'empty']),
        day,
        due: day,
        name: z.string(),
        readAt: z.string().nullable(),
        /** State of the e-mail; null when none was to be sent. */
        mail: z.enum(['waiting', 'sending', 'sent', 'failed', 'discarded']).nullable(),
      }),
    ),
    /** Older ones that are not listed. */
    more: z.int(),
  }),
});
