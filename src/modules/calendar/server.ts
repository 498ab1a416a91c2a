import type { ServerModule } from '#server/module.ts';
import { mountCalendar } from './handlers.ts';
import { actions, errors, fields, permissions, records, topics } from './text.ts';

/** Days off, worked weekends and office weeks; other modules read them by `queries.ts`. */
export const calendarModule: ServerModule = {
  name: 'calendar',
  errors,
  permissions,
  topics,
  actions,
  fields,
  records,
  routes: mountCalendar,
};
