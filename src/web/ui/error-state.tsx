import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { CallError } from '../call.ts';

/** Stands where an answer should be: what went wrong, what to do, and the code support asks for. */
export function ErrorState({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const words = error instanceof CallError ? error.message : 'Có lỗi ngoài ý muốn khi hiển thị phần này.';
  const code = error instanceof CallError ? error.supportCode : undefined;
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title="Chưa lấy được dữ liệu" role="alert" maw="40rem">
      <Text size="sm">{words}</Text>
      {code !== undefined && (
        <Text size="sm" mt="xs">
          Mã hỗ trợ: <strong>{code}</strong>
        </Text>
      )}
      {onRetry && (
        <Button mt="sm" variant="default" onClick={onRetry}>
          Thử lại
        </Button>
      )}
    </Alert>
  );
}
