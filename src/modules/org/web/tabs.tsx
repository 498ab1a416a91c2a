import './org.css';
import { NavLink } from 'react-router';

interface Tab {
  readonly to: string;
  readonly label: string;
}

/** Links between the lists of one subject. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="org-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

export const postTabs: readonly Tab[] = [
  { to: '/quan-tri/chuc-danh', label: 'Chức danh' },
  { to: '/quan-tri/phong-ban', label: 'Phòng, ban, bộ phận' },
];
export const dutyTabs: readonly Tab[] = [
  { to: '/quan-tri/dau-moi', label: 'Đầu mối' },
  { to: '/quan-tri/ten-goi', label: 'Tên gọi trong văn bản' },
];
export const placeTabs: readonly Tab[] = [
  { to: '/quan-tri/noi-nhan', label: 'Điểm tiếp nhận hồ sơ' },
  { to: '/quan-tri/noi-nhan-bao-cao', label: 'Nơi nhận báo cáo' },
];
