import './notification.css';
import { Anchor, Button, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconBell, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '#web/call.ts';
import { notify } from '#web/notices.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listNotices, type NoticeRow, readAllNotices, readNotices } from '../contract.ts';
import { canListen } from './live.ts';
import { NoticeItem } from './notice-item.tsx';
import { useLive } from './use-live.ts';

const shown = 8;
const askEveryMs = { live: 5 * 60_000, alone: 30_000 };

/** Tells in a corner what just came, in the tab that is looked at. */
async function tellNew(ids: readonly string[]): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  const { rows } = await call(listNotices, { query: { size: shown } });
  const came = rows.filter((row) => ids.includes(row.id) && row.readAt === null);
  const first = came[0];
  if (first) notify('info', came.length === 1 ? first.title : `${came.length} thông báo mới, gần nhất: ${first.title}`);
}

/** The bell of the header: how many notices are unread, and the latest of them. */
export function Component() {
  const [isOpen, setOpen] = useState(false);
  const notices = useCall(
    listNotices,
    { query: { size: shown } },
    { refetchInterval: canListen() ? askEveryMs.live : askEveryMs.alone, retry: false },
  );
  const read = useSend(readNotices, { refresh: [listNotices] });
  const readAll = useSend(readAllNotices, { refresh: [listNotices] });
  useLive((ids) => void tellNew(ids).catch(() => undefined));
  const { rows = [], unread = 0 } = notices.data ?? {};
  const newest = rows[0];
  function open(notice: NoticeRow) {
    if (notice.readAt === null) read.mutate({ body: { ids: [notice.id] } });
    if (notice.path !== null) setOpen(false);
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width="min(26rem, 94vw)" shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton
          className="header-button bell"
          aria-label={unread > 0 ? `Thông báo: ${unread} chưa đọc` : 'Thông báo'}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBell size={24} stroke={1.6} />
          {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Thông báo">
        <div className="bell-head">
          <Text fw={600}>Thông báo</Text>
          {unread > 0 && newest && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={readAll.isPending}
              onClick={() => readAll.mutate({ body: { upTo: newest.id } })}
            >
              Đánh dấu đã đọc hết
            </Button>
          )}
        </div>
        <div className="bell-list">
          {rows.length === 0 && (
            <Text p="md" size="sm">
              {notices.isError ? 'Chưa lấy được thông báo. Xin thử lại sau ít phút.' : 'Chưa có thông báo nào.'}
            </Text>
          )}
          <ul className="notices-list">
            {rows.map((notice) => (
              <li key={notice.id}>
                <NoticeItem notice={notice} onOpen={open} />
              </li>
            ))}
          </ul>
        </div>
        <div className="bell-foot">
          <Anchor component={Link} to="/thong-bao" size="sm" onClick={() => setOpen(false)}>
            Xem tất cả
          </Anchor>
          <Anchor component={Link} to="/tai-khoan/thong-bao" size="sm" onClick={() => setOpen(false)}>
            <IconSettings size={16} stroke={1.6} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> Tùy chọn
          </Anchor>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
