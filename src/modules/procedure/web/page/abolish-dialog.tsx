import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import { ReasonDialog } from '#modules/work/web/shared/reason-dialog.tsx';
import { notify } from '#web/notices.ts';
import { useToday } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { useSend } from '#web/use-send.ts';
import { abolishProcedure, type ProcedurePage } from '../../contract/catalogue.ts';

/** Notes that a procedure ends on a day, and what stands instead. */
export function AbolishDialog({ procedure, onClose }: { procedure: ProcedurePage; onClose: () => void }) {
  const [from, setFrom] = useState<PlainDate | undefined>(useToday());
  const [successor, setSuccessor] = useState('');
  const send = useSend(abolishProcedure, {
    onSuccess: () => {
      notify('done', 'Đã ghi nhận bãi bỏ.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      title="Ghi nhận thủ tục bị bãi bỏ?"
      confirm="Ghi nhận bãi bỏ"
      label="Căn cứ, lý do"
      isPending={send.isPending}
      isBlocked={from === undefined}
      error={send.error}
      onSend={(reason) => {
        if (from === undefined) return;
        const successorCode = successor.trim() === '' ? null : successor.trim();
        send.mutate({
          params: { code: procedure.code },
          body: { from, successorCode, reason, after: procedure.versionId },
        });
      }}
      onClose={onClose}
    >
      <p>Từ ngày này không nhận hồ sơ mới; hồ sơ đã nhận giải quyết theo phiên bản cũ.</p>
      <DateField label="Bãi bỏ từ ngày" required value={from} onChange={setFrom} />
      <TextInput
        label="Mã thủ tục thay thế"
        description="Để trống nếu không có."
        mt="sm"
        value={successor}
        onChange={(event) => setSuccessor(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
