import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { AnswerOf } from '#kernel/route.ts';
import { useMay } from '#web/shell/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { listPlans } from '../contract/plans.ts';

type Row = AnswerOf<typeof listPlans>['rows'][number];

const stateWords = (row: Row) => (row.state === 'issued' ? `Đã ban hành, phiên bản ${row.version}` : 'Đang soạn');

const columns: readonly Column<Row>[] = [
  { id: 'title', title: 'Kế hoạch', text: (row) => row.title, isMain: true, width: 18 },
  { id: 'year', title: 'Năm', text: (row) => String(row.year), width: 5 },
  { id: 'issuer', title: 'Cơ quan ban hành', text: (row) => row.issuer },
  {
    id: 'state',
    title: 'Tình trạng',
    text: stateWords,
    cell: (row) => <StatusBadge tone={row.state === 'issued' ? 'done' : 'active'}>{stateWords(row)}</StatusBadge>,
    width: 13,
  },
  { id: 'targets', title: 'Chỉ tiêu', text: (row) => String(row.targetCount), align: 'right', width: 5.5 },
  { id: 'tasks', title: 'Nhiệm vụ', text: (row) => String(row.taskCount), align: 'right', width: 5.5 },
  { id: 'outputs', title: 'Sản phẩm', text: (row) => String(row.outputCount), align: 'right', width: 5.5 },
];

/** The plans of the unit, newest year first. */
export function Component() {
  const may = useMay();
  const source = useMemo(() => routeSource(listPlans), []);
  const begin = (
    <Button component={Link} to="/nhap-ke-hoach" leftSection={<IconFileImport size={18} stroke={1.6} />}>
      Nhập kế hoạch
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Kế hoạch cải cách hành chính"
        note="Mỗi năm một kế hoạch; bản sửa đổi, thay thế thành phiên bản mới, bản cũ vẫn đọc được."
        actions={may('plan.import') ? begin : undefined}
      />
      <DataTable
        title="Kế hoạch"
        name="plans"
        source={source}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => `/ke-hoach/${row.id}`}
        empty={{
          title: 'Chưa có kế hoạch nào',
          text: 'Kế hoạch đã ban hành sẽ nằm ở đây. Bắt đầu bằng cách đưa văn bản kế hoạch (Word, PDF) vào.',
          action: may('plan.import') ? begin : undefined,
        }}
      />
    </>
  );
}
