import { moment } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { listMoments } from '../../domain/list-moments.ts';
import { readerOf } from '../../visible.ts';
import type { Asked } from './list-conditions.ts';

/** What every reading of dossiers begins with: who asks, the calendar and the posts of today. */
export async function askedOf(
  ctx: Pick<Context, 'db' | 'unitId' | 'now' | 'today' | 'session' | 'may'>,
): Promise<Asked & { readonly calendar: WorkingCalendar; readonly staffed: StaffedDay }> {
  const [staffed, calendar] = await Promise.all([
    loadStaffedDay(ctx.db, ctx.unitId, ctx.today),
    loadWorkingCalendar(ctx.db, ctx.unitId),
  ]);
  const moments = listMoments(moment(ctx.now), ctx.today, calendar);
  return { unitId: ctx.unitId, reader: readerOf(ctx, staffed), moments, today: ctx.today, calendar, staffed };
}
