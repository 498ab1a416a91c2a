import { Navigate } from 'react-router';
import type { WebModule } from '../module.ts';
import { MessagePage } from './message-page.tsx';
import { useNavEntries } from './nav-entries.ts';

/** Sends a person to the first entry they may see: what must I do now? */
export function FirstPage({ modules }: { modules: readonly WebModule[] }) {
  const first = useNavEntries(modules)[0];
  if (first) return <Navigate to={first.path} replace />;
  return (
    <MessagePage title="Chưa có việc nào được giao quyền">
      Tài khoản của bạn chưa được cấp quyền vào mục nào. Xin liên hệ người quản trị của đơn vị.
    </MessagePage>
  );
}
