import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { type DepartmentRow, listDepartments } from '../../contract/departments.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { excelOf } from '../excel-of.ts';
import { periodColumn } from '../period-text.tsx';
import { postTabs, Tabs } from '../tabs.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { DepartmentPanel } from './department-panel.tsx';

const columns: readonly Column<DepartmentRow>[] = [
  { id: 'name', title: 'Tên', text: (row) => row.name, isMain: true, canSort: true },
  { id: 'parent', title: 'Thuộc', text: (row) => row.parentName ?? '–', width: 14 },
  { id: 'posts', title: 'Chức danh', text: (row) => String(row.posts), align: 'right', width: 6 },
  periodColumn(),
  { id: 'code', title: 'Mã', text: (row) => row.code, isHidden: true, width: 10 },
];

/** The divisions of the unit. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every']);
  return (
    <>
      <PageHeader
        title="Phòng, ban, bộ phận"
        note="Cơ cấu tổ chức của đơn vị theo thời gian."
        actions={<AddButton onClick={() => panel.show(newRecord)}>Thêm phòng, ban</AddButton>}
      />
      <Tabs label="Tổ chức" tabs={postTabs} />
      <DataTable
        title="Phòng, ban, bộ phận"
        name="departments"
        source={routeSource(listDepartments, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        isFiltered={filters.isFiltered}
        excelHref={excelOf('departments', filters.values)}
        filters={<DayFilter filters={filters} />}
        empty={{
          title: 'Chưa có phòng, ban nào',
          text: 'Thêm phòng, ban, bộ phận trước, rồi thêm chức danh vào đó.',
          action: <AddButton onClick={() => panel.show(newRecord)}>Thêm phòng, ban</AddButton>,
        }}
      />
      {panel.open && <DepartmentPanel key={panel.open} panel={panel} />}
    </>
  );
}
