import { Text, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Stands where nothing is yet: what belongs here, and how to begin. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <IconInbox size={36} stroke={1.2} aria-hidden />
      <Title order={2}>{title}</Title>
      <Text maw="34rem">{text}</Text>
      {children}
    </div>
  );
}
