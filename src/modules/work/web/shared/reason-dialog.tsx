import { Alert, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** The act in words. */
  readonly confirm: string;
  readonly label?: string;
  /** Fewest characters; 0 makes it optional. */
  readonly least?: number;
  readonly initial?: string;
  readonly isPending: boolean;
  readonly error?: Error | null;
  readonly isBlocked?: boolean;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
  /** Further fields above the reason. */
  readonly children?: ReactNode;
}

/** Asks for a reason, or words, before an act. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { least = 5 } = props;
  const [reason, setReason] = useState(props.initial ?? '');
  return (
    <ConfirmDialog
      isOpen
      title={props.title}
      confirm={props.confirm}
      isPending={props.isPending}
      isBlocked={reason.trim().length < least || props.isBlocked === true}
      onConfirm={() => props.onSend(reason.trim())}
      onClose={props.onClose}
    >
      {props.children}
      <Textarea
        label={props.label ?? 'Lý do'}
        {...(least > 0 && { description: `Ít nhất ${least} ký tự; người liên quan đọc được.` })}
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {props.error && (
        <Alert color="red" mt="sm" role="alert">
          {props.error.message}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
