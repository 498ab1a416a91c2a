import { IconSettings } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** What an administrator sets for the unit. */
export const settingWeb: WebModule = {
  name: 'setting',
  nav: [
    {
      label: 'Cài đặt',
      path: '/quan-tri/cai-dat',
      icon: IconSettings,
      permission: 'setting.manage',
      order: 950,
      group: 'Quản trị',
    },
  ],
  routes: [{ path: '/quan-tri/cai-dat', load: () => import('./settings-page.tsx'), permission: 'setting.manage' }],
};
