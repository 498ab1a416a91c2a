import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { listDepartments } from '../../contract/departments.ts';
import { listPositions, type PositionRow } from '../../contract/positions.ts';
import { holderText } from '../../text.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { excelOf } from '../excel-of.ts';
import { periodColumn } from '../period-text.tsx';
import { postTabs, Tabs } from '../tabs.tsx';
import { useChoices } from '../use-choices.ts';
import { newRecord, usePanel } from '../use-panel.ts';
import { PositionPanel } from './position-panel.tsx';

const holdersText = (row: PositionRow) => row.holders.map(holderText).join('; ') || 'Đang khuyết';

const columns: readonly Column<PositionRow>[] = [
  { id: 'title', title: 'Chức danh', text: (row) => row.title, isMain: true, canSort: true },
  {
    id: 'holders',
    title: 'Người giữ',
    text: holdersText,
    cell: (row) => (row.holders.length > 0 ? holdersText(row) : <StatusBadge tone="error">Đang khuyết</StatusBadge>),
    width: 11,
  },
  {
    id: 'departmentName',
    title: 'Phòng, ban, bộ phận',
    text: (row) => row.departmentName ?? '–',
    canSort: true,
    width: 12.5,
  },
  { id: 'duties', title: 'Đầu mối', text: (row) => row.duties.map((duty) => duty.name).join('; ') || '–' },
  { id: 'seats', title: 'Số người', text: (row) => String(row.seats), align: 'right', width: 5.5, isHidden: true },
  { ...periodColumn<PositionRow>(), isHidden: true },
];

/** The posts of the unit, who holds them and which duties they bear. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every', 'departmentId', 'empty']);
  const departments = useChoices(listDepartments, (row) => row.name);
  const add = <AddButton onClick={() => panel.show(newRecord)}>Thêm chức danh</AddButton>;
  return (
    <>
      <PageHeader title="Chức danh" note="Ai giữ chức danh nào, từ ngày nào." actions={add} />
      <Tabs label="Tổ chức" tabs={postTabs} />
      <DataTable
        title="Chức danh của đơn vị"
        name="positions"
        source={routeSource(listPositions, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        isFiltered={filters.isFiltered}
        excelHref={excelOf('positions', filters.values)}
        filters={
          <>
            <FilterBar
              filters={filters}
              fields={[
                { name: 'departmentId', label: 'Phòng, ban', options: departments },
                { name: 'empty', label: 'Tình trạng', options: [{ value: 'yes', label: 'Đang khuyết' }] },
              ]}
            />
            <DayFilter filters={filters} />
          </>
        }
        empty={{ title: 'Chưa có chức danh nào', text: 'Thêm chức danh, rồi giao cho từng người.', action: add }}
      />
      {panel.open && <PositionPanel key={panel.open} panel={panel} />}
    </>
  );
}
