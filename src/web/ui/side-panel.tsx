import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

interface SidePanelProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel over the right edge for something beside the list: details, history, an explanation. Whole width on a phone. */
export function SidePanel({ isOpen, title, onClose, children }: SidePanelProps) {
  return (
    <Drawer opened={isOpen} onClose={onClose} title={title} position="right" size="min(100vw, 34rem)">
      {children}
    </Drawer>
  );
}
