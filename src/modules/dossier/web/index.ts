import { IconFilePlus, IconFolders } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** The one-stop shop's screens. */
export const dossierWeb: WebModule = {
  name: 'dossier',
  nav: [
    { label: 'Tiếp nhận', path: '/tiep-nhan', icon: IconFilePlus, permission: 'dossier.receive', order: 5 },
    { label: 'Hồ sơ', path: '/ho-so', icon: IconFolders, permission: 'dossier.own', order: 6 },
  ],
  routes: [
    { path: '/tiep-nhan', load: () => import('./counter/counter-page.tsx'), permission: 'dossier.receive' },
    { path: '/tiep-nhan/du-phong', load: () => import('./spare/spare-page.tsx'), permission: 'dossier.receive' },
    { path: '/ho-so/nhap', load: () => import('./import/import-page.tsx'), permission: 'dossier.import' },
    { path: '/ho-so/kiem-soat', load: () => import('./watch/watch-page.tsx'), permission: 'dossier.watch' },
    { path: '/ho-so/so-theo-doi', load: () => import('./register/register-page.tsx'), permission: 'dossier.own' },
    { path: '/ho-so', load: () => import('./lists/lists-page.tsx'), permission: 'dossier.own' },
    { path: '/ho-so/:dossierId', load: () => import('./dossier/dossier-page.tsx'), permission: 'dossier.own' },
  ],
};
