import { IconClipboardList, IconFileImport } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** Screens of the plan: what it holds, and how it comes in. */
export const planWeb: WebModule = {
  name: 'plan',
  nav: [
    { label: 'Kế hoạch', path: '/ke-hoach', icon: IconClipboardList, permission: 'plan.read', order: 10 },
    {
      label: 'Nhập kế hoạch',
      short: 'Nhập',
      path: '/nhap-ke-hoach',
      icon: IconFileImport,
      permission: 'plan.import',
      order: 20,
    },
  ],
  routes: [
    { path: '/nhap-ke-hoach', load: () => import('./import/imports-page.tsx'), permission: 'plan.import' },
    { path: '/nhap-ke-hoach/:importId', load: () => import('./import/review-page.tsx'), permission: 'plan.import' },
    { path: '/ke-hoach', load: () => import('./plans-page.tsx'), permission: 'plan.read' },
    { path: '/ke-hoach/:planId', load: () => import('./plan/tasks-page.tsx'), permission: 'plan.read' },
    { path: '/ke-hoach/:planId/chi-tieu', load: () => import('./plan/targets-page.tsx'), permission: 'plan.read' },
    { path: '/ke-hoach/:planId/ca-nam', load: () => import('./plan/year-page.tsx'), permission: 'plan.read' },
    { path: '/ke-hoach/:planId/noi-dung', load: () => import('./plan/words-page.tsx'), permission: 'plan.read' },
    { path: '/ke-hoach/:planId/phien-ban', load: () => import('./plan/versions-page.tsx'), permission: 'plan.read' },
    {
      path: '/ke-hoach/:planId/nhiem-vu/moi',
      load: () => import('./draft/new-task-page.tsx'),
      permission: 'plan.edit',
    },
    {
      path: '/ke-hoach/:planId/nhiem-vu/:taskId/sua',
      load: () => import('./draft/edit-task-page.tsx'),
      permission: 'plan.edit',
    },
    { path: '/ke-hoach/:planId/nhiem-vu/:taskId', load: () => import('./plan/task-page.tsx'), permission: 'plan.read' },
  ],
};
