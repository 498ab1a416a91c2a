import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useRouteError } from 'react-router';
import { CallError } from '../call.ts';
import { newKey } from '../new-key.ts';

/** Told when a screen breaks: a code for support and the way on. The shell around it stays, unless it broke itself. */
export function ErrorPage({ bare = false }: { bare?: boolean }) {
  const error = useRouteError();
  const [made] = useState(() => newKey().slice(0, 8).toUpperCase());
  const code = error instanceof CallError && error.supportCode ? error.supportCode : made;
  useEffect(() => {
    console.error(`support code ${code}`, error);
  }, [code, error]);
  const words =
    error instanceof CallError ? error.message : 'Trang này gặp lỗi ngoài ý muốn. Dữ liệu đã lưu vẫn còn nguyên.';
  return (
    <div className={bare ? 'bare-page' : undefined}>
      <Alert color="red" icon={<IconAlertTriangle />} title="Không mở được trang này" maw="40rem" role="alert">
        <Text size="sm" mb="xs">
          {words}
        </Text>
        <Text size="sm" mb="md">
          Hãy tải lại trang. Nếu vẫn lỗi, báo người quản trị mã hỗ trợ <strong>{code}</strong>.
        </Text>
        <Group gap="sm">
          <Button onClick={() => location.reload()}>Tải lại</Button>
          <Button variant="default" component="a" href="/lam-viec/">
            Về trang đầu
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
