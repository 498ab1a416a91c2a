import { MessagePage } from './message-page.tsx';

/** The shell's answer to an address nobody owns. */
export function NotFoundPage() {
  return (
    <MessagePage title="Không có trang này">
      Địa chỉ có thể đã đổi hoặc bị gõ nhầm. Hãy chọn mục cần làm ở thanh bên, hoặc quay về trang đầu.
    </MessagePage>
  );
}
