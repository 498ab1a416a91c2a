import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import type { NavEntry } from '../module.ts';

export interface NavGroup {
  readonly title: string;
  readonly entries: readonly NavEntry[];
}

/** The links of the navigation by their headings; used beside the screen and in the phone's drawer. */
export function NavLinks({ groups, onFollow }: { groups: readonly NavGroup[]; onFollow?: () => void }) {
  return groups.map((group) => (
    <div key={group.title} className="nav-group">
      {group.title !== '' && <div className="nav-heading">{group.title}</div>}
      <ul>
        {group.entries.map(({ path, label, icon: Icon }) => (
          <li key={path}>
            <NavLink to={path} className="nav-link" title={label} onClick={onFollow}>
              <Icon size={20} stroke={1.6} />
              <span className="nav-label">{label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** The navigation beside the screen; may be narrowed to its icons. */
export function NavList(props: { groups: readonly NavGroup[]; isNarrow: boolean; onToggle: () => void }) {
  const Toggle = props.isNarrow ? IconChevronsRight : IconChevronsLeft;
  return (
    <nav className="nav" aria-label="Các mục">
      <div className="nav-scroll">
        <NavLinks groups={props.groups} />
      </div>
      <button
        type="button"
        className="nav-link nav-toggle"
        onClick={props.onToggle}
        aria-expanded={!props.isNarrow}
        title={props.isNarrow ? 'Mở rộng thanh bên' : 'Thu gọn thanh bên'}
      >
        <Toggle size={20} stroke={1.6} />
        <span className="nav-label">Thu gọn</span>
      </button>
    </nav>
  );
}
