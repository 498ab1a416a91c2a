import { Alert, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

interface RemoveDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly done: string;
  readonly onSend: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
  /** What is taken away, and what to do instead when it was no mistake. */
  readonly children: ReactNode;
}

/** Asks for the reason before something written by mistake is taken away. */
export function RemoveDialog(props: RemoveDialogProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const [isPending, setPending] = useState(false);
  async function send() {
    setPending(true);
    try {
      await props.onSend(reason.trim());
      notify('done', props.done);
      props.onClose();
    } catch (refusal) {
      setError(refusal as Error);
    } finally {
      setPending(false);
    }
  }
  return (
    <ConfirmDialog
      isOpen
      title={props.title}
      confirm={props.confirm}
      isDangerous
      isPending={isPending}
      isBlocked={reason.trim().length < 2}
      onConfirm={() => void send()}
      onClose={props.onClose}
    >
      {props.children}
      <Textarea
        mt="sm"
        label="Lý do"
        description="Ghi vào nhật ký."
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && (
        <Alert mt="sm" color="red" icon={<IconAlertTriangle />} role="alert">
          {error.message}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
