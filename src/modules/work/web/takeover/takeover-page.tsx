import '../work.css';
import { Anchor, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDate, formatMoment } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { askTakeover, listTakeovers } from '../../contract/takeovers.ts';

type Takeover = AnswerOf<typeof listTakeovers>['rows'][number];

const askAgainMs = 2_000;

/** *Nhận việc của đơn vị đã sáp nhập*: what each unit that went on in this one still had to do, taken over by one act. */
export function Component() {
  const found = useCall(
    listTakeovers,
    {},
    { refetchInterval: ({ state }) => (state.data?.rows.some((row) => row.state === 'asked') ? askAgainMs : false) },
  );
  const rows = found.data?.rows ?? [];
  return (
    <>
      <PageHeader
        title="Nhận việc của đơn vị đã sáp nhập"
        back={{ to: '/theo-doi', label: 'Theo dõi' }}
        note="Việc còn dở chuyển sang chức danh đảm nhận cùng đầu mối ở đơn vị ta; ở đơn vị cũ việc kết thúc và vẫn đọc được."
      />
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <EmptyState
          title="Không có đơn vị nào sáp nhập vào đơn vị này"
          text="Khi việc sáp nhập được ghi trong Tổ chức → Đơn vị, đơn vị cũ hiện ở đây để nhận việc còn dở."
        />
      )}
      <ul className="work-list">
        {rows.map((row) => (
          <Predecessor key={row.predecessorId} row={row} />
        ))}
      </ul>
    </>
  );
}

function Predecessor({ row }: { row: Takeover }) {
  const [isAsking, setAsking] = useState(false);
  const ask = useSend(askTakeover);
  const verdict = row.state === 'asked' ? refused('under-way') : row.why === null ? allowed : refused('refused');
  return (
    <li className="work-item">
      <div>
        <Title order={2} size="h4">
          {row.name}
        </Title>
        <Text size="sm" c="dimmed">
          Sáp nhập từ {formatDate(row.day)}, {row.citation}
        </Text>
        <Stand row={row} />
      </div>
      <ActionButton
        variant={row.state === 'done' ? 'default' : 'filled'}
        verdict={verdict}
        words={{ 'under-way': 'Đang nhận việc, xin chờ.', refused: row.why ?? '' }}
        onClick={() => setAsking(true)}
      >
        {row.state === 'done' ? 'Nhận thêm việc mới phát sinh' : 'Nhận việc'}
      </ActionButton>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Nhận việc còn dở của ${row.name}?`}
        confirm="Nhận việc"
        isPending={ask.isPending}
        onConfirm={() =>
          ask.mutate(
            { params: { predecessorId: row.predecessorId }, body: {} },
            {
              onSuccess: () => notify('done', 'Đang nhận việc; xong sẽ có thông báo.'),
              onError: (error) => notify('error', error.message),
              onSettled: () => setAsking(false),
            },
          )
        }
        onClose={() => setAsking(false)}
      >
        Nhiệm vụ và sản phẩm chưa xong chuyển sang đơn vị ta và không làm tiếp được ở đơn vị cũ. Việc chưa có chức danh
        đảm nhận hiện đỏ cho lãnh đạo để phân công. Thao tác này không hoàn lại được.
      </ConfirmDialog>
    </li>
  );
}

function Stand({ row }: { row: Takeover }) {
  if (row.state === 'open') return <StatusBadge tone="soon">Chưa nhận</StatusBadge>;
  if (row.state === 'asked') return <StatusBadge tone="active">Đang nhận</StatusBadge>;
  return (
    <>
      <StatusBadge tone="done">{`Đã nhận ${row.tasks} nhiệm vụ, ${row.obligations} sản phẩm còn dở`}</StatusBadge>
      <Text size="sm">
        {row.askedBy}
        {row.doneAt && `, xong lúc ${formatMoment(row.doneAt)}`}
      </Text>
      {row.withoutPost > 0 && (
        <Text size="sm" c="red.8" fw={600}>
          {row.withoutPost} sản phẩm chưa có người chịu trách nhiệm:{' '}
          <Anchor component={Link} to="/theo-doi?empty=yes" inherit underline="always">
            mở để phân công
          </Anchor>
        </Text>
      )}
    </>
  );
}
