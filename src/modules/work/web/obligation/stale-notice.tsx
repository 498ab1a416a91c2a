import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatMoment } from '#kernel/plain-date.ts';
import type { OthersAct } from './use-stale.ts';

/** Says that another acted first, and what it was; the page below already shows it. */
export function StaleNotice({ act, onSeen }: { act: OthersAct | null; onSeen: () => void }) {
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title="Người khác vừa thay đổi" role="alert" mb="md">
      <p>
        {act
          ? `${act.by} ${act.words} lúc ${formatMoment(act.at)}${act.reason ? `, lý do: ${act.reason}` : ''}. `
          : 'Trang này vừa được cập nhật theo thay đổi đó. '}
        Việc của bạn chưa được ghi; xin xem lại rồi làm tiếp nếu vẫn cần.
      </p>
      <Button variant="default" size="compact-md" onClick={onSeen}>
        Đã xem
      </Button>
    </Alert>
  );
}
