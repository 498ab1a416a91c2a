import { IconRubberStamp } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** The books of certification. */
export const certificationWeb: WebModule = {
  name: 'certification',
  nav: [
    { label: 'Chứng thực', path: '/chung-thuc', icon: IconRubberStamp, permission: 'certification.read', order: 8 },
  ],
  routes: [{ path: '/chung-thuc', load: () => import('./book-page.tsx'), permission: 'certification.read' }],
};
