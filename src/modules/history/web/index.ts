import { IconHistory } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** The log with its proofs; `RecordHistory` in `record-history.tsx` is for the side panels of other modules. */
export const historyWeb: WebModule = {
  name: 'history',
  nav: [
    {
      label: 'Nhật ký',
      path: '/quan-tri/nhat-ky',
      icon: IconHistory,
      permission: 'log.read',
      order: 970,
      group: 'Quản trị',
    },
  ],
  routes: [
    { path: '/quan-tri/nhat-ky', load: () => import('./log-page.tsx'), permission: 'log.read' },
    { path: '/quan-tri/nhat-ky/:entryId', load: () => import('./entry-page.tsx') },
  ],
};
