import { IconBooks } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

const permission = 'procedure.read';
const manage = 'procedure.manage';

/** Screens of the catalogue of procedures. */
export const procedureWeb: WebModule = {
  name: 'procedure',
  nav: [{ label: 'Danh mục thủ tục', short: 'Thủ tục', path: '/thu-tuc', icon: IconBooks, permission, order: 8 }],
  routes: [
    { path: '/thu-tuc', permission, load: () => import('./list/procedures-page.tsx') },
    { path: '/thu-tuc/nhap', permission: manage, load: () => import('./file/catalogue-file-page.tsx') },
    { path: '/thu-tuc/them', permission: manage, load: () => import('./version/add-procedure-page.tsx') },
    { path: '/thu-tuc/su-kien', permission, load: () => import('./events/life-events-page.tsx') },
    { path: '/thu-tuc/:code', permission, load: () => import('./page/procedure-page.tsx') },
    { path: '/thu-tuc/:code/phien-ban-moi', permission: manage, load: () => import('./version/add-version-page.tsx') },
  ],
};
