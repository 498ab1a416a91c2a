import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { listReminders } from './contract.ts';
import type { ReminderKind } from './domain/round.ts';
import { remindersOfOutput } from './queries.ts';

type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'discarded';

/** The routes of reminders. */
export function mountReminders(mount: Mount): void {
  mount(listReminders, async (ctx, { params }) => {
    const known = await ctx.db
      .selectFrom('obligation')
      .select('id')
      .where('unit_id', '=', ctx.unitId)
      .where('id', '=', params.obligationId)
      .executeTakeFirst();
    if (!known) fail('not-found', {}, 404);
    const rows = await remindersOfOutput(ctx.db, ctx.unitId, params.obligationId);
    return {
      rows: rows.map((row) => ({
        id: row.id as Id,
        kind: row.kind as ReminderKind,
        day: row.day as PlainDate,
        due: row.due as PlainDate,
        name: row.name,
        readAt: row.read_at,
        mail: row.state as MailState | null,
      })),
      more: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
    };
  });
}
