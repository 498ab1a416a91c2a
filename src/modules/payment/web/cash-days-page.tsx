import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { useMay, useToday } from '#web/shell/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { listCashDays } from '../contract.ts';
import { money } from './money.ts';
import { TakeDialog } from './take-dialog.tsx';

type Row = AnswerOf<typeof listCashDays>['rows'][number];

const closedText = (row: Row) => (row.counted === null ? 'Chưa khóa' : `Đã khóa, ${row.closedByName ?? ''}`);

const columns: readonly Column<Row>[] = [
  { id: 'day', title: 'Ngày', isMain: true, width: 10, text: (row) => formatDate(row.day) },
  { id: 'cash', title: 'Tiền mặt', width: 10, align: 'right', text: (row) => money(row.cash) },
  { id: 'transfer', title: 'Chuyển khoản', width: 10, align: 'right', text: (row) => money(row.transfer) },
  { id: 'entries', title: 'Số lần thu, hoàn', width: 9, align: 'right', text: (row) => String(row.entries) },
  {
    id: 'closed',
    title: 'Kiểm quỹ',
    width: 16,
    text: closedText,
    cell: (row) => <StatusBadge tone={row.counted === null ? 'soon' : 'done'}>{closedText(row)}</StatusBadge>,
  },
];

/** *Sổ quỹ*: fees taken by day, and which days were counted. */
export function Component() {
  const may = useMay();
  const today = useToday();
  const [isTaking, setTaking] = useState(false);
  const source = useMemo(() => routeSource(listCashDays), []);
  return (
    <>
      <PageHeader
        title="Sổ quỹ"
        note="Phí, lệ phí thu tại quầy theo ngày; cuối ngày đếm tiền, đối chiếu với sổ rồi khóa."
        actions={
          <>
            {may('payment.take') && <Button onClick={() => setTaking(true)}>Thu tiền</Button>}
            <Button component={Link} to={`/so-quy/${today}`} variant="default">
              Hôm nay
            </Button>
          </>
        }
      />
      <DataTable
        title="Sổ quỹ theo ngày"
        name="cash-days"
        source={source}
        isUnsearched
        columns={columns}
        keyOf={(row) => row.day}
        toOf={(row) => `/so-quy/${row.day}`}
        empty={{ title: 'Chưa thu khoản nào', text: 'Mỗi ngày có thu hoặc hoàn phí hiện một dòng ở đây.' }}
      />
      {isTaking && <TakeDialog dossier={undefined} asked={[]} onClose={() => setTaking(false)} />}
    </>
  );
}
