import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  /** A question: `Xóa nhiệm vụ này?` */
  readonly title: string;
  /** The act in words, never only "OK". */
  readonly confirm: string;
  readonly cancel?: string;
  readonly isDangerous?: boolean;
  readonly isPending?: boolean;
  /** Why the act cannot be confirmed yet, e.g. a reason that is still empty. */
  readonly isBlocked?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
}

/** Asks before an act that is hard to undo. Escape and the safe button leave everything as it is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={props.title}>
      <div>{props.children}</div>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {props.cancel ?? 'Không, quay lại'}
        </Button>
        <Button
          color={props.isDangerous ? 'red' : 'blue'}
          loading={props.isPending ?? false}
          disabled={props.isBlocked ?? false}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
      </Group>
    </Modal>
  );
}
