import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getCurrentSession } from '#modules/account/contract/session.ts';
import { onSessionEnded, signInAddress } from '../session-ended.ts';
import { callKey } from '../use-call.ts';
import { Banner } from './banner.tsx';

/** The session ended while a form holds unsaved text: sign in beside it, then go on. */
export function SessionEndedBanner() {
  const [isOver, setOver] = useState(false);
  const client = useQueryClient();
  useEffect(() => onSessionEnded(() => setOver(true)), []);
  useEffect(() => {
    if (!isOver) return;
    const whenBack = () => {
      void client.refetchQueries({ queryKey: callKey(getCurrentSession) }).then(() => {
        if (client.getQueryState(callKey(getCurrentSession, {}))?.status === 'success') setOver(false);
      });
    };
    addEventListener('focus', whenBack);
    return () => removeEventListener('focus', whenBack);
  }, [isOver, client]);
  if (!isOver) return null;
  return (
    <Banner
      tone="warning"
      icon={IconLock}
      action={
        <Button component="a" href={signInAddress()} target="_blank" rel="noopener" size="xs">
          Đăng nhập ở thẻ mới
        </Button>
      }
    >
      Phiên làm việc đã hết. Nội dung đang nhập vẫn còn ở trang này: đăng nhập ở thẻ mới, rồi quay lại đây và gửi.
    </Banner>
  );
}
