import { Menu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { MenuEntry } from './menu-button.tsx';

interface MenuFrameProps {
  readonly heading: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly staysOpen: boolean;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly children: ReactElement;
}

function EntryOf({ entry }: { entry: MenuEntry }) {
  const { label, icon: Icon, onClick, to, href, isChecked } = entry;
  const before = Icon ? <Icon size={18} stroke={1.6} /> : undefined;
  if (isChecked !== undefined) {
    return (
      <Menu.CheckboxItem checked={isChecked} onChange={() => onClick?.()}>
        {label}
      </Menu.CheckboxItem>
    );
  }
  if (to !== undefined) {
    return (
      <Menu.Item component={Link} to={to} leftSection={before}>
        {label}
      </Menu.Item>
    );
  }
  if (href !== undefined) {
    return (
      <Menu.Item component="a" href={href} download leftSection={before}>
        {label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item onClick={onClick} leftSection={before}>
      {label}
    </Menu.Item>
  );
}

/** The menu around its button. */
export function MenuFrame({ heading, entries, staysOpen, isOpen, onChange, children }: MenuFrameProps) {
  return (
    <Menu
      opened={isOpen}
      onChange={onChange}
      closeOnItemClick={!staysOpen}
      position="bottom-end"
      shadow="md"
      // Its placeholder can hold the focus, which a menu may not have beside its lines.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {heading !== undefined && <Menu.Label>{heading}</Menu.Label>}
        {entries.flatMap((entry) => [
          entry.isApart && <Menu.Divider key={`${entry.label} apart`} />,
          <EntryOf key={entry.label} entry={entry} />,
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
