import '@mantine/core/styles/Pagination.css';
import './notification.css';
import { Button, Group, Pagination, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listNotices, readAllNotices, readNotices } from '../contract.ts';
import { NoticeItem } from './notice-item.tsx';

const size = 30;

/** All notices of a person, newest first. */
export function Component() {
  const [params, setParams] = useSearchParams();
  const [page, setPage] = useState(1);
  const unreadOnly = params.get('xem') === 'chua-doc';
  const notices = useCall(listNotices, { query: { page, size, ...(unreadOnly && { unread: 'yes' as const }) } });
  const read = useSend(readNotices, { refresh: [listNotices] });
  const readAll = useSend(readAllNotices, { refresh: [listNotices] });
  const { rows = [], total = 0, unread = 0 } = notices.data ?? {};
  const newest = page === 1 ? rows[0] : undefined;
  function show(which: string) {
    setPage(1);
    setParams(which === 'chua-doc' ? { xem: which } : {}, { replace: true });
  }
  return (
    <>
      <PageHeader
        title="Thông báo"
        note={unread > 0 ? `${unread} thông báo chưa đọc` : 'Đã đọc hết'}
        actions={
          <Button component={Link} to="/tai-khoan/thong-bao" variant="default">
            Tùy chọn nhận thông báo
          </Button>
        }
      />
      <Group mb="md" gap="sm">
        <SegmentedControl
          value={unreadOnly ? 'chua-doc' : 'tat-ca'}
          onChange={show}
          data={[
            { value: 'tat-ca', label: 'Tất cả' },
            { value: 'chua-doc', label: `Chưa đọc (${unread})` },
          ]}
        />
        {unread > 0 && newest && (
          <Button
            variant="subtle"
            loading={readAll.isPending}
            onClick={() => readAll.mutate({ body: { upTo: newest.id } })}
          >
            Đánh dấu đã đọc hết
          </Button>
        )}
      </Group>
      {notices.error && <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.data && total === 0 && (
        <EmptyState
          title={unreadOnly ? 'Không còn thông báo chưa đọc' : 'Chưa có thông báo nào'}
          text="Khi có việc liên quan tới bạn (được giao việc, sắp đến hạn, kết quả một việc chạy lâu), thông báo hiện ở đây và ở biểu tượng chuông."
        />
      )}
      {total > 0 && (
        <ul className="notices-list notices-page">
          {rows.map((notice) => (
            <li key={notice.id}>
              <NoticeItem
                notice={notice}
                onOpen={({ id, readAt }) => readAt === null && read.mutate({ body: { ids: [id] } })}
              />
            </li>
          ))}
        </ul>
      )}
      {total > size && (
        <Pagination
          mt="md"
          value={page}
          onChange={setPage}
          total={Math.ceil(total / size)}
          getItemProps={(item) => ({ 'aria-label': `Trang ${item}` })}
          getControlProps={(control) => ({ 'aria-label': control === 'next' ? 'Trang sau' : 'Trang trước' })}
        />
      )}
    </>
  );
}
