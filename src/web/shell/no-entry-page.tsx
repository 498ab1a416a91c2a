import { MessagePage } from './message-page.tsx';

/** For a person who may see no entry yet; everybody else is sent on to their first one. */
export function NoEntryPage() {
  return (
    <MessagePage title="Chưa có việc nào được giao quyền">
      Tài khoản của bạn chưa được cấp quyền vào mục nào. Xin liên hệ người quản trị của đơn vị.
    </MessagePage>
  );
}
