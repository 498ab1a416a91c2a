import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { listUnits, type UnitLine } from '../../contract/units.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { useMayManage } from '../may-manage.ts';
import { periodColumn } from '../period-text.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { NewUnitForm } from './new-unit-form.tsx';

function noteOf(row: UnitLine): string {
  if (row.own) return 'Đơn vị của bạn';
  return row.kept ? 'Ghi để biết, không dùng hệ thống này' : '–';
}

const columns: readonly Column<UnitLine>[] = [
  {
    id: 'name',
    title: 'Đơn vị',
    text: (row) => row.name,
    cell: (row) => (
      <span className="org-depth" style={{ '--depth': row.depth } as CSSProperties}>
        {row.name}
      </span>
    ),
    isMain: true,
  },
  { id: 'level', title: 'Cấp', text: (row) => row.levelName, width: 8 },
  {
    id: 'note',
    title: 'Ghi chú',
    text: noteOf,
    cell: (row) => (row.own ? <StatusBadge tone="done">Đơn vị của bạn</StatusBadge> : noteOf(row)),
    width: 16,
  },
  periodColumn(),
  { id: 'code', title: 'Mã', text: (row) => row.code, width: 10, isHidden: true },
];

/** The units that concern this one, as the tree of a day. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every']);
  const mayManage = useMayManage();
  return (
    <>
      <PageHeader
        title="Đơn vị"
        note="Cây đơn vị theo ngày: cấp huyện còn trong cây đến 30/06/2025."
        actions={
          <>
            {mayManage.ok && (
              <Button
                component={Link}
                to="/quan-tri/don-vi/sap-xep"
                variant="default"
                leftSection={<IconArrowMerge size={18} stroke={1.6} />}
              >
                Nhập, chia tách
              </Button>
            )}
            <AddButton onClick={() => panel.show(newRecord)}>Thêm đơn vị</AddButton>
          </>
        }
      />
      <DataTable
        title="Cây đơn vị"
        name="units"
        source={routeSource(listUnits, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => `/quan-tri/don-vi/${row.id}`}
        isFiltered={filters.isFiltered}
        filters={<DayFilter filters={filters} />}
        empty={{ title: 'Chưa có đơn vị nào', text: 'Vào ngày này chưa có đơn vị nào liên quan. Hãy chọn ngày khác.' }}
      />
      <SidePanel isOpen={panel.open === newRecord} title="Thêm đơn vị" onClose={panel.close}>
        <NewUnitForm onDone={panel.close} />
      </SidePanel>
    </>
  );
}
