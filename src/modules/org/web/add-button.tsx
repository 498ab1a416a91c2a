import { IconPlus } from '@tabler/icons-react';
import { ActionButton } from '#web/ui/action-button.tsx';
import { manageWords, useMayManage } from './may-manage.ts';

/** The button that begins a new record; greyed with its reason for who may not. */
export function AddButton({ children, onClick }: { children: string; onClick: () => void }) {
  return (
    <ActionButton
      leftSection={<IconPlus size={18} stroke={1.6} />}
      verdict={useMayManage()}
      words={manageWords}
      onClick={onClick}
    >
      {children}
    </ActionButton>
  );
}
