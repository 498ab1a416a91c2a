import { Notification } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { dropNotice, noticeStore } from '../notices.ts';

const looks = {
  done: { color: 'green', Icon: IconCheck, title: 'Đã xong' },
  info: { color: 'blue', Icon: IconInfoCircle, title: 'Thông báo' },
  error: { color: 'red', Icon: IconAlertTriangle, title: 'Chưa làm được' },
} as const;

/** The corner where short notices appear. */
export function Notices() {
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.get);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, tone, text }) => {
        const { color, Icon, title } = looks[tone];
        return (
          <Notification
            key={id}
            role="presentation"
            color={color}
            icon={<Icon size={18} />}
            title={title}
            withBorder
            onClose={() => dropNotice(id)}
            closeButtonProps={{ 'aria-label': 'Đóng thông báo' }}
          >
            {text}
          </Notification>
        );
      })}
    </div>
  );
}
