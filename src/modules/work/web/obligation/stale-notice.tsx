import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Says that another acted first, and what it was; the page below already shows it. */
export function StaleNotice({ words, onSeen }: { words: string; onSeen: () => void }) {
  return (
    <Alert color="amber" icon={<IconAlertTriangle />} title="Người khác vừa thay đổi" role="alert" mb="md">
      <p>{words} Việc của bạn chưa được ghi; xin xem lại rồi làm tiếp nếu vẫn cần.</p>
      <Button variant="default" size="compact-md" onClick={onSeen}>
        Đã xem
      </Button>
    </Alert>
  );
}
