import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { dayInVietnam, formatDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useSend } from '#web/use-send.ts';
import { listImports, startImport } from '../../contract/imports.ts';

type Row = AnswerOf<typeof listImports>['rows'][number];

const states: Readonly<Record<Row['state'], { tone: StatusTone; words: (row: Row) => string }>> = {
  reading: { tone: 'active', words: (row) => `Đang đọc, ${row.progress} %` },
  review: {
    tone: 'doubt',
    words: (row) => (row.open.blocking > 0 ? `Chờ quyết định ${row.open.blocking} việc` : 'Chờ chấp nhận'),
  },
  accepted: { tone: 'done', words: (row) => `Đã chấp nhận, phiên bản ${row.planVersion ?? 1}` },
  refused: { tone: 'error', words: () => 'Không đọc được' },
  discarded: { tone: 'none', words: () => 'Đã bỏ' },
};

const columns: readonly Column<Row>[] = [
  { id: 'title', title: 'Kế hoạch', text: (row) => row.title ?? row.fileName, isMain: true, width: 17 },
  { id: 'file', title: 'Tệp', text: (row) => row.fileName, width: 13 },
  { id: 'year', title: 'Năm', text: (row) => String(row.year ?? ''), width: 4 },
  {
    id: 'state',
    title: 'Tình trạng',
    text: (row) => states[row.state].words(row),
    cell: (row) => <StatusBadge tone={states[row.state].tone}>{states[row.state].words(row)}</StatusBadge>,
    width: 12,
  },
  { id: 'by', title: 'Người nhập', text: (row) => row.importedBy ?? 'Hệ thống', width: 8.5 },
  { id: 'at', title: 'Ngày nhập', text: (row) => formatDate(dayInVietnam(Date.parse(row.importedAt))), width: 6.5 },
];

/** Where a plan document comes in: drop it, or go on with one that waits for decisions. */
export function Component() {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<number>();
  const start = useSend(startImport, {
    onProgress: setProgress,
    onSettled: () => setProgress(undefined),
    onSuccess: (answer) => {
      if (answer.again) notify('info', 'Tệp này đã được nhập trước đây; đang mở lại lần nhập đó.');
      void navigate(`/nhap-ke-hoach/${answer.id}`);
    },
  });
  const source = useMemo(() => routeSource(listImports), []);
  return (
    <>
      <PageHeader
        title="Nhập kế hoạch"
        note="Đưa văn bản kế hoạch vào, xem phần đã đọc bên cạnh văn bản, quyết định chỗ còn nghi vấn rồi chấp nhận."
      />
      <FileDrop
        title="Thả tệp kế hoạch vào đây"
        endings={['.docx', '.pdf', '.txt']}
        maximumMb={50}
        progress={progress}
        error={start.error?.message}
        onFile={(file) => start.mutate({ file })}
      />
      <Text size="sm" c="dimmed" my="sm">
        Tệp PDF cần có chữ (không phải ảnh chụp); tệp .doc cũ xin lưu lại thành .docx. Văn bản sửa đổi, thay thế của kế
        hoạch đã có cũng nhập ở đây.
      </Text>
      <DataTable
        title="Các lần nhập"
        name="plan-imports"
        source={source}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => `/nhap-ke-hoach/${row.id}`}
        empty={{
          title: 'Chưa nhập văn bản nào',
          text: 'Mỗi tệp kế hoạch đưa vào sẽ có một dòng ở đây, kể cả tệp không đọc được.',
        }}
      />
    </>
  );
}
