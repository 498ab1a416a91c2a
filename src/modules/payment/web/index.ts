import { IconCash } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** The cash book of fees and charges. */
export const paymentWeb: WebModule = {
  name: 'payment',
  nav: [{ label: 'Sổ quỹ', path: '/so-quy', icon: IconCash, permission: 'payment.read', order: 9 }],
  routes: [
    { path: '/so-quy', load: () => import('./cash-days-page.tsx'), permission: 'payment.read' },
    { path: '/so-quy/:day', load: () => import('./cash-day-page.tsx'), permission: 'payment.read' },
  ],
};
