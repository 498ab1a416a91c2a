import { IconMailForward } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** The bell, a person's notices and choices, and for administrators the e-mails on their way. */
export const notificationWeb: WebModule = {
  name: 'notification',
  nav: [
    {
      label: 'Gửi thông báo',
      path: '/quan-tri/gui-thong-bao',
      icon: IconMailForward,
      permission: 'setting.manage',
      order: 960,
      group: 'Quản trị',
    },
  ],
  routes: [
    { path: '/thong-bao', load: () => import('./notices-page.tsx') },
    { path: '/tai-khoan/thong-bao', load: () => import('./preferences-page.tsx') },
    {
      path: '/quan-tri/gui-thong-bao',
      load: () => import('./deliveries-page.tsx'),
      permission: 'setting.manage',
    },
  ],
  headerSlot: () => import('./bell.tsx'),
};
