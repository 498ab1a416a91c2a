import { IconWifiOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { Banner } from './banner.tsx';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that the line is down and that nothing typed is lost. */
export function OfflineBanner() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <Banner tone="warning" icon={IconWifiOff}>
      Mất kết nối mạng. Nội dung đang nhập vẫn còn trên màn hình; hãy gửi lại khi có mạng.
    </Banner>
  );
}
