import { IconFolders } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** The one-stop shop's screens. */
export const dossierWeb: WebModule = {
  name: 'dossier',
  nav: [{ label: 'Hồ sơ', path: '/ho-so', icon: IconFolders, permission: 'dossier.own', order: 6 }],
  routes: [
    { path: '/ho-so', load: () => import('./lists/lists-page.tsx'), permission: 'dossier.own' },
    { path: '/ho-so/:dossierId', load: () => import('./dossier/dossier-page.tsx'), permission: 'dossier.own' },
  ],
};
