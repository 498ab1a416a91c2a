import { Drawer } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { NavLink } from 'react-router';
import type { NavEntry } from '../module.ts';
import { type NavGroup, NavLinks } from './nav-list.tsx';

const shown = 4;

/** The phone's navigation: the first entries within the thumb's reach, the others behind "Thêm". */
export function BottomBar({ entries, groups }: { entries: readonly NavEntry[]; groups: readonly NavGroup[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className="bottom-bar" aria-label="Các mục chính">
      {entries.slice(0, shown).map(({ path, label, short, icon: Icon }) => (
        <NavLink key={path} to={path} className="bottom-link">
          <Icon size={22} stroke={1.6} />
          <span>{short ?? label}</span>
        </NavLink>
      ))}
      {entries.length > shown && (
        <button type="button" className="bottom-link" onClick={() => setOpen(true)}>
          <IconDots size={22} stroke={1.6} />
          <span>Thêm</span>
        </button>
      )}
      <Drawer opened={isOpen} onClose={() => setOpen(false)} title="Các mục" size="18rem">
        <NavLinks groups={groups} onFollow={() => setOpen(false)} />
      </Drawer>
    </nav>
  );
}
