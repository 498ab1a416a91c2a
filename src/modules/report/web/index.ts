import { IconReport } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** Periodic reports: all of them, one with its sections, and the sections of whoever is signed in. */
export const reportWeb: WebModule = {
  name: 'report',
  nav: [{ label: 'Báo cáo kỳ', path: '/bao-cao', icon: IconReport, permission: 'work.read', order: 26 }],
  routes: [
    { path: '/bao-cao', load: () => import('./reports-page.tsx') },
    { path: '/bao-cao/phan-cua-toi', load: () => import('./my-sections-page.tsx') },
    { path: '/bao-cao/lich', load: () => import('./terms-page.tsx') },
    { path: '/bao-cao/:reportId', load: () => import('./report-page.tsx') },
  ],
};
