import './notification.css';
import { Alert, Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { writeInstant } from '#modules/history/domain/value-text.ts';
import { notify } from '#web/notices.ts';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { type DeliveryRow, listDeliveries, retryDelivery, retryFailedDeliveries } from '../contract.ts';
import { type DeliveryState, deliveryStates, findNextState } from '../domain/delivery-state.ts';
import { stateWords } from './delivery-words.ts';
import { DiscardDialog } from './discard-dialog.tsx';

const when = (instant: string | null) => (instant === null ? '' : writeInstant(Date.parse(instant)));

/** What happened last, or happens next, in one line. */
function outcomeOf(row: DeliveryRow): string {
  const parts = [
    row.state === 'sent' ? `Gửi lúc ${when(row.sentAt)}` : (row.problem ?? ''),
    row.state === 'waiting' && row.nextAt !== null && row.attempts > 0 ? `Gửi lại lúc ${when(row.nextAt)}.` : '',
    row.repeats > 0 ? `Đã gửi lặp ${row.repeats} lần với cùng mã thư.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function columnsWith(acts: (row: DeliveryRow) => React.ReactNode): readonly Column<DeliveryRow>[] {
  return [
    { id: 'recipient', title: 'Người nhận', isMain: true, width: 12, text: (row) => row.recipient },
    { id: 'title', title: 'Thông báo', text: (row) => row.title },
    {
      id: 'state',
      title: 'Trạng thái',
      width: 10,
      text: (row) => stateWords[row.state].words,
      cell: (row) => <StatusBadge tone={stateWords[row.state].tone}>{stateWords[row.state].words}</StatusBadge>,
    },
    {
      id: 'outcome',
      title: 'Kết quả',
      text: outcomeOf,
      cell: (row) => (
        <>
          {outcomeOf(row)}
          {acts(row)}
        </>
      ),
    },
    { id: 'at', title: 'Lúc báo', width: 10, isWideOnly: true, text: (row) => when(row.at) },
    { id: 'address', title: 'Địa chỉ', isHidden: true, text: (row) => row.address ?? '' },
    { id: 'attempts', title: 'Số lần gửi', isHidden: true, align: 'right', text: (row) => String(row.attempts) },
    { id: 'reply', title: 'Máy chủ thư trả lời', isHidden: true, text: (row) => row.reply ?? '' },
  ];
}

/** E-mails of the unit on their way: what waits, what failed and why, and what to do about it. */
export function Component() {
  const filters = useFilters(['state']);
  const state = deliveryStates.find((one) => one === filters.values.state);
  const overview = useCall(listDeliveries, { query: { size: 1 } }, { refetchInterval: 15_000 });
  const [discarded, setDiscarded] = useState<DeliveryRow>();
  const retry = useSend(retryDelivery);
  const retryAll = useSend(retryFailedDeliveries);
  const { mutate: sendAgain } = retry;
  const columns = useMemo(
    () =>
      columnsWith((row) => (
        <div className="delivery-acts">
          {findNextState(row.state, 'retry') && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                sendAgain(
                  { params: { deliveryId: row.id }, body: { version: row.version } },
                  {
                    onSuccess: () => notify('done', 'Thư được gửi lại ngay.'),
                    onError: (error) => notify('error', error.message),
                  },
                )
              }
            >
              Gửi lại
            </Button>
          )}
          {findNextState(row.state, 'discard') && (
            <Button size="compact-sm" variant="subtle" onClick={() => setDiscarded(row)}>
              Bỏ
            </Button>
          )}
        </div>
      )),
    [sendAgain],
  );
  const counts = overview.data?.counts;
  const failed = counts?.failed ?? 0;
  return (
    <>
      <PageHeader
        title="Gửi thông báo"
        note="Thư điện tử của đơn vị: đang chờ, đã gửi, không gửi được và vì sao."
        actions={
          failed > 0 && (
            <Button
              loading={retryAll.isPending}
              onClick={() => retryAll.mutate({}, { onSuccess: ({ count }) => notify('done', `Gửi lại ${count} thư.`) })}
            >
              Gửi lại {failed} thư không gửi được
            </Button>
          )
        }
      />
      {overview.data?.configured === false && (
        <Alert color="amber" mb="md" title="Chưa có máy chủ thư">
          Người vận hành đặt SMTP_URL và MAIL_FROM khi khởi động hệ thống thì thư mới được gửi. Thông báo trên màn hình
          vẫn hoạt động.
        </Alert>
      )}
      {counts && <Counts counts={counts} />}
      <DataTable
        title="Thư điện tử"
        name="deliveries"
        source={routeSource(listDeliveries, { query: state ? { state } : {} })}
        columns={columns}
        keyOf={(row) => row.id}
        isFiltered={filters.isFiltered}
        filters={
          <FilterBar
            filters={filters}
            fields={[
              {
                name: 'state',
                label: 'Trạng thái',
                options: deliveryStates.map((value) => ({ value, label: stateWords[value].words })),
              },
            ]}
          />
        }
        empty={{
          title: 'Chưa có thư nào',
          text: 'Mỗi thư gửi cho cán bộ hiện ở đây cùng trạng thái. Gửi một thư thử trong mục Cài đặt để kiểm tra.',
        }}
      />
      {discarded && <DiscardDialog row={discarded} onClose={() => setDiscarded(undefined)} />}
    </>
  );
}

function Counts({ counts }: { counts: Readonly<Record<DeliveryState, number>> }) {
  return (
    <ul className="delivery-counts" aria-label="Số thư theo trạng thái">
      {deliveryStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <li key={state}>
            <Group gap={6}>
              <StatusBadge tone={stateWords[state].tone}>{stateWords[state].words}</StatusBadge>
              <strong>{counts[state].toLocaleString('vi-VN')}</strong>
            </Group>
          </li>
        ))}
    </ul>
  );
}
