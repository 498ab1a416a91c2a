import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { NavLink } from 'react-router';
import type { NavEntry } from '../module.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import type { NavGroup } from './nav-list.tsx';

const shown = 4;
const loadDrawer = () => import('./nav-drawer.tsx');

/** The phone's navigation: the first entries within the thumb's reach, the others behind "Thêm". */
export function BottomBar({ entries, groups }: { entries: readonly NavEntry[]; groups: readonly NavGroup[] }) {
  const [isOpen, setOpen] = useState(false);
  const [drawer, load] = useLoaded(loadDrawer);
  return (
    <nav className="bottom-bar" aria-label="Các mục chính">
      {entries.slice(0, shown).map(({ path, label, short, icon: Icon }) => (
        <NavLink key={path} to={path} className="bottom-link">
          <Icon size={22} stroke={1.6} />
          <span>{short ?? label}</span>
        </NavLink>
      ))}
      {entries.length > shown && (
        <button type="button" className="bottom-link" onClick={() => void load().then(() => setOpen(true))}>
          <IconDots size={22} stroke={1.6} />
          <span>Thêm</span>
        </button>
      )}
      {drawer && <drawer.NavDrawer groups={groups} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </nav>
  );
}
