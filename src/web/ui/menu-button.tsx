import type { ComponentType, ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { useLoaded } from './use-loaded.ts';

/** One line of a menu: an act, a link of the site (`to`), a download (`href`), or a choice that is on or off. */
export interface MenuEntry {
  readonly label: string;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  readonly onClick?: () => void;
  readonly to?: string;
  readonly href?: string;
  readonly isChecked?: boolean;
  /** A line above sets it apart. */
  readonly isApart?: boolean;
}

export interface MenuButtonProps {
  readonly heading?: ReactNode;
  readonly entries: readonly MenuEntry[];
  /** Stays open after a choice, for several choices in a row. */
  readonly staysOpen?: boolean;
  /** The button; it gets what opens the menu. */
  readonly children: (opener: { readonly onClick?: () => void }) => ReactElement;
}

const loadFrame = () => import('./menu-frame.tsx');

/** A button with a menu; the menu's code comes at the first click, so that no first page waits for it. */
export function MenuButton({ heading, entries, staysOpen = false, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [frame, load] = useLoaded(loadFrame);
  if (!frame) return children({ onClick: () => void load().then(() => setOpen(true)) });
  return (
    <frame.MenuFrame heading={heading} entries={entries} staysOpen={staysOpen} isOpen={isOpen} onChange={setOpen}>
      {children({})}
    </frame.MenuFrame>
  );
}
