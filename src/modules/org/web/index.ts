import {
  IconArrowsExchange,
  IconBuildingBank,
  IconMapPin,
  IconRoute,
  IconSitemap,
  IconUser,
} from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

const permission = 'org.read';
const group = 'Tổ chức';

/** Screens of the organisation: units, divisions and posts, people, duties, substitutions, places. */
export const orgWeb: WebModule = {
  name: 'org',
  nav: [
    { label: 'Đơn vị', path: '/quan-tri/don-vi', icon: IconBuildingBank, permission, order: 800, group },
    {
      label: 'Phòng ban, chức danh',
      short: 'Chức danh',
      path: '/quan-tri/chuc-danh',
      icon: IconSitemap,
      permission,
      order: 802,
      group,
    },
    {
      label: 'Cán bộ, công chức',
      short: 'Cán bộ',
      path: '/quan-tri/can-bo',
      icon: IconUser,
      permission,
      order: 804,
      group,
    },
    { label: 'Đầu mối', path: '/quan-tri/dau-moi', icon: IconRoute, permission, order: 806, group },
    { label: 'Làm thay', path: '/quan-tri/lam-thay', icon: IconArrowsExchange, permission, order: 808, group },
    {
      label: 'Nơi tiếp nhận',
      path: '/quan-tri/noi-nhan',
      icon: IconMapPin,
      permission,
      order: 810,
      group,
    },
  ],
  routes: [
    { path: '/quan-tri/don-vi', permission, load: () => import('./units/units-page.tsx') },
    { path: '/quan-tri/don-vi/sap-xep', permission: 'org.manage', load: () => import('./units/reorganise-page.tsx') },
    { path: '/quan-tri/don-vi/:unitId', permission, load: () => import('./units/unit-page.tsx') },
    { path: '/quan-tri/chuc-danh', permission, load: () => import('./posts/positions-page.tsx') },
    { path: '/quan-tri/phong-ban', permission, load: () => import('./posts/departments-page.tsx') },
    { path: '/quan-tri/can-bo', permission, load: () => import('./posts/people-page.tsx') },
    { path: '/quan-tri/dau-moi', permission, load: () => import('./duties/duties-page.tsx') },
    { path: '/quan-tri/ten-goi', permission, load: () => import('./duties/aliases-page.tsx') },
    { path: '/quan-tri/lam-thay', permission, load: () => import('./posts/substitutions-page.tsx') },
    { path: '/quan-tri/noi-nhan', permission, load: () => import('./places/reception-points-page.tsx') },
    { path: '/quan-tri/noi-nhan-bao-cao', permission, load: () => import('./places/recipients-page.tsx') },
  ],
};
