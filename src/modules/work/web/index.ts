import { IconChecklist, IconDashboard, IconListCheck, IconRubberStamp } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** Working the plan: one's own work, the overview, decisions, and following everything. */
export const workWeb: WebModule = {
  name: 'work',
  nav: [
    { label: 'Tổng quan', path: '/tong-quan', icon: IconDashboard, permission: 'work.approve', order: 1 },
    { label: 'Việc của tôi', path: '/viec-cua-toi', icon: IconChecklist, permission: 'work.do', order: 2 },
    { label: 'Chờ duyệt', path: '/cho-duyet', icon: IconRubberStamp, permission: 'work.do', order: 3 },
    { label: 'Theo dõi', path: '/theo-doi', icon: IconListCheck, permission: 'work.read', order: 4 },
  ],
  routes: [
    { path: '/giao-viec', load: () => import('./task/add-task-page.tsx'), permission: 'work.manage' },
    { path: '/viec/:taskId', load: () => import('./task/task-page.tsx'), permission: 'work.read' },
    { path: '/nhan-viec-sap-nhap', load: () => import('./takeover/takeover-page.tsx'), permission: 'work.take-over' },
    { path: '/ke-hoach/:planId/cap-tren', load: () => import('./above/above-page.tsx'), permission: 'work.read' },
    { path: '/theo-doi', load: () => import('./track/track-page.tsx'), permission: 'work.read' },
    { path: '/theo-doi/chuyen-tiep', load: () => import('./carry/carry-page.tsx'), permission: 'work.manage' },
    { path: '/theo-doi/lich', load: () => import('./track/calendar-page.tsx'), permission: 'work.read' },
    {
      path: '/san-pham/:obligationId',
      load: () => import('./obligation/obligation-page.tsx'),
      permission: 'work.read',
    },
    { path: '/viec-cua-toi', load: () => import('./my-work/my-work-page.tsx'), permission: 'work.read' },
    { path: '/tong-quan', load: () => import('./overview/overview-page.tsx'), permission: 'work.read' },
    { path: '/cho-duyet', load: () => import('./approvals/approvals-page.tsx'), permission: 'work.read' },
  ],
};
