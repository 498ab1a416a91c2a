import { IconCalendarCog } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

const path = '/quan-tri/lich-lam-viec';

/** The working calendar of the unit, which everybody signed in may read. */
export const calendarWeb: WebModule = {
  name: 'calendar',
  nav: [{ label: 'Lịch làm việc', path, icon: IconCalendarCog, order: 940, group: 'Quản trị' }],
  routes: [{ path, load: () => import('./calendar-page.tsx') }],
};
