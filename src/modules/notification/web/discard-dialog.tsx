import { Alert, Textarea } from '@mantine/core';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useSend } from '#web/use-send.ts';
import { type DeliveryRow, discardDelivery } from '../contract.ts';

/** Asks for the reason before a letter is thrown away for good. */
export function DiscardDialog({ row, onClose }: { row: DeliveryRow; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const discard = useSend(discardDelivery);
  return (
    <ConfirmDialog
      isOpen
      title="Bỏ thư này?"
      confirm="Bỏ thư"
      isDangerous
      isPending={discard.isPending}
      isBlocked={reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() =>
        discard.mutate(
          { params: { deliveryId: row.id }, body: { version: row.version, reason: reason.trim() } },
          {
            onSuccess: () => {
              notify('done', 'Đã bỏ thư.');
              onClose();
            },
          },
        )
      }
    >
      <p>
        Thư “{row.title}” cho {row.recipient} sẽ không được gửi nữa; thông báo trên màn hình của người đó vẫn còn. Việc
        này không hoàn lại được và được ghi nhật ký.
      </p>
      <Textarea
        label="Lý do"
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        minRows={2}
        autosize
      />
      {discard.error && (
        <Alert color="red" mt="sm" role="alert">
          {discard.error.message}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
