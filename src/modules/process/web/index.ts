import { IconSitemap } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** Internal processes of procedures. */
export const processWeb: WebModule = {
  name: 'process',
  nav: [{ label: 'Quy trình nội bộ', path: '/quy-trinh', icon: IconSitemap, permission: 'process.read', order: 12 }],
  routes: [
    { path: '/quy-trinh', load: () => import('./list-page.tsx'), permission: 'process.read' },
    { path: '/quy-trinh/:versionId', load: () => import('./version-page.tsx'), permission: 'process.read' },
  ],
};
