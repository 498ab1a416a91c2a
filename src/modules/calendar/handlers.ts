import type { Mount, Services } from '#server/module.ts';
import { getCalendar } from './contract.ts';
import { mountDays } from './handlers/days.ts';
import { mountNotices } from './handlers/notices.ts';
import { mountWeeks } from './handlers/weeks.ts';
import { calendarOfYear } from './queries/calendar-of-year.ts';

/** The routes of the working calendar. */
export function mountCalendar(mount: Mount, services: Services): void {
  mount(getCalendar, (ctx, { query }) => calendarOfYear(ctx.db, ctx.unitId, query.year));
  mountDays(mount);
  mountNotices(mount, services);
  mountWeeks(mount);
}
