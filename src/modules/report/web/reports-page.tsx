import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { useSession } from '#web/shell/session.ts';
import { dueWords } from '#web/ui/due-words.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { rowsSource } from '#web/ui/table/table-source.ts';
import { useCall } from '#web/use-call.ts';
import { listReports, type ReportRow } from '../contract.ts';

type Day = ReportRow['due'];

/** How far a report has come: what is missing first. */
function standText({ state, counts, serves, signedOn }: ReportRow): string {
  if (state === 'signed' && signedOn) return `Đã ký ngày ${formatDate(signedOn)}, hoàn thành ${serves} sản phẩm`;
  const parts = [
    [counts.missing, 'chưa nộp'],
    [counts.returned, 'bị trả lại'],
    [counts.submitted, 'chờ chấp nhận'],
    [counts.accepted, 'đã chấp nhận'],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${n} phần ${words}`)
    .join(', ');
}

function columnsOn(today: Day): readonly Column<ReportRow>[] {
  return [
    { id: 'period', title: 'Kỳ', isMain: true, text: (row) => row.periodWords },
    {
      id: 'due',
      title: 'Hạn gửi',
      width: 12,
      text: (row) => formatDate(row.due),
      cell: (row) => {
        const { tone, words } = dueWords(row.due, today, row.state === 'signed');
        return (
          <>
            {formatDate(row.due)} <StatusBadge tone={tone}>{words}</StatusBadge>
          </>
        );
      },
    },
    { id: 'inner', title: 'Hạn nộp phần', width: 8, text: (row) => formatDate(row.innerDue) },
    {
      id: 'cut',
      title: 'Chốt số liệu',
      width: 10,
      isWideOnly: true,
      text: (row) => `${formatDate(row.cutOff)}${row.estimated ? ' (ước tính)' : ''}`,
    },
    { id: 'stand', title: 'Các phần', text: standText },
  ];
}

const valuesOf = (row: ReportRow) => ({
  period: row.periodWords,
  due: row.due,
  inner: row.innerDue,
  cut: row.cutOff,
  stand: standText(row),
});

/** The periodic reports of the unit's plans. */
export function Component() {
  const { today } = useSession();
  const reports = useCall(listReports, { query: { size: 100 } });
  const columns = useMemo(() => columnsOn(today), [today]);
  return (
    <>
      <PageHeader
        title="Báo cáo kỳ"
        note="Mỗi báo cáo gồm các phần do từng người nộp sớm hơn hạn gửi; ký một lần, mọi sản phẩm là báo cáo của kỳ được hoàn thành."
        actions={
          <>
            <Button component={Link} to="/bao-cao/phan-cua-toi">
              Phần của tôi
            </Button>
            <Button component={Link} to="/bao-cao/lich" variant="default">
              Lịch báo cáo
            </Button>
          </>
        }
      />
      {reports.error && <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.data && (
        <DataTable<ReportRow>
          title="Báo cáo kỳ"
          name="reports"
          columns={columns}
          source={rowsSource(reports.data.rows, valuesOf)}
          keyOf={(row) => row.id}
          toOf={(row) => `/bao-cao/${row.id}`}
          empty={{
            title: 'Chưa có báo cáo kỳ',
            text: 'Báo cáo quý I, 6 tháng, 9 tháng và năm được mở tự động khi kế hoạch của năm được ban hành.',
          }}
        />
      )}
    </>
  );
}
