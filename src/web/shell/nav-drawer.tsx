import { Drawer } from '@mantine/core';
import { type NavGroup, NavLinks } from './nav-list.tsx';

interface NavDrawerProps {
  readonly groups: readonly NavGroup[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All entries, over the page, on a phone. */
export function NavDrawer({ groups, isOpen, onClose }: NavDrawerProps) {
  return (
    <Drawer opened={isOpen} onClose={onClose} title="Các mục" size="18rem">
      <NavLinks groups={groups} onFollow={onClose} />
    </Drawer>
  );
}
