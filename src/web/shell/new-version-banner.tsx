import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { hasUnsaved } from '../unsaved.ts';
import { Banner } from './banner.tsx';
import { isNewerVersion } from './is-newer-version.ts';

const everyMs = 10 * 60_000;

/** Offers the new version of the site; taking it is the user's choice, after saving what was typed. */
export function NewVersionBanner() {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      if (document.visibilityState === 'visible' && (await isNewerVersion()) && !isGone) setThere(true);
    };
    // A chunk of the old version that is no longer there says the same.
    const missing = () => setThere(true);
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    addEventListener('vite:preloadError', missing);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('vite:preloadError', missing);
    };
  }, []);
  if (!isThere) return null;
  return (
    <Banner
      tone="info"
      icon={IconRefresh}
      action={
        <Button size="xs" onClick={() => location.reload()}>
          Tải lại
        </Button>
      }
    >
      {hasUnsaved()
        ? 'Đã có phiên bản mới. Hãy lưu nội dung đang nhập, rồi tải lại trang.'
        : 'Đã có phiên bản mới. Hãy tải lại trang để dùng.'}
    </Banner>
  );
}
