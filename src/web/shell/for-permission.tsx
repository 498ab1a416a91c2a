import type { ReactNode } from 'react';
import { MessagePage } from './message-page.tsx';
import { useMay } from './session.ts';

/** Shows the screen to those who may see it, and tells the others whom to ask. */
export function ForPermission({ permission, children }: { permission: string | undefined; children: ReactNode }) {
  const may = useMay();
  if (may(permission)) return children;
  return (
    <MessagePage title="Bạn chưa được phép mở trang này">
      Tài khoản của bạn không có quyền xem nội dung này. Nếu cần cho công việc, xin liên hệ người quản trị của đơn vị để
      được cấp quyền.
    </MessagePage>
  );
}
