import { IconUsers } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';
import { accountPaths } from '#web/shell/session.ts';

const permission = 'account.manage';

/** Screens of one's own account, and of all accounts for the administrator. */
export const accountWeb: WebModule = {
  name: 'account',
  nav: [
    { label: 'Tài khoản', path: '/quan-tri/tai-khoan', icon: IconUsers, permission, order: 920, group: 'Quản trị' },
  ],
  routes: [
    { path: accountPaths.account, load: () => import('./own-account-page.tsx') },
    { path: accountPaths.password, load: () => import('./password-page.tsx') },
    { path: accountPaths.totp, load: () => import('./totp-page.tsx') },
    { path: '/quan-tri/tai-khoan', permission, load: () => import('./accounts-page.tsx') },
    { path: '/quan-tri/tai-khoan/tao', permission, load: () => import('./new-account-page.tsx') },
    { path: '/quan-tri/tai-khoan/:accountId', permission, load: () => import('./account-page.tsx') },
  ],
};
