import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { type DutyRow, listDuties } from '../../contract/duties.ts';
import { bearerText, emptyWords } from '../../text.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { excelOf } from '../excel-of.ts';
import { periodColumn } from '../period-text.tsx';
import { dutyTabs, Tabs } from '../tabs.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { DutyPanel } from './duty-panel.tsx';

const columns: readonly Column<DutyRow>[] = [
  { id: 'name', title: 'Đầu mối', text: (row) => row.name, isMain: true, canSort: true },
  {
    id: 'position',
    title: 'Chức danh đảm nhận',
    text: (row) => row.bearer.position?.title ?? 'Chưa giao',
    cell: (row) => row.bearer.position?.title ?? <StatusBadge tone="error">Chưa giao</StatusBadge>,
    width: 16,
  },
  {
    id: 'people',
    title: 'Người đảm nhận',
    text: (row) => bearerText(row.bearer),
    cell: (row) =>
      row.bearer.empty ? (
        <StatusBadge tone="error">{emptyWords[row.bearer.empty]}</StatusBadge>
      ) : (
        bearerText(row.bearer)
      ),
    width: 17,
  },
  { id: 'code', title: 'Mã', text: (row) => row.code, width: 9, isHidden: true },
  { ...periodColumn(), isHidden: true },
];

/** What documents ask for, the post that bears it and the person in that post on the day. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every']);
  const add = <AddButton onClick={() => panel.show(newRecord)}>Thêm đầu mối</AddButton>;
  return (
    <>
      <PageHeader
        title="Đầu mối"
        note="Việc trong kế hoạch đến đúng người nhờ bảng này: đầu mối → chức danh → người, theo từng ngày."
        actions={add}
      />
      <Tabs label="Đầu mối" tabs={dutyTabs} />
      <DataTable
        title="Đầu mối của đơn vị"
        name="duties"
        source={routeSource(listDuties, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        isFiltered={filters.isFiltered}
        excelHref={excelOf('duties', filters.values)}
        filters={<DayFilter filters={filters} />}
        empty={{
          title: 'Chưa có đầu mối nào',
          text: 'Thêm đầu mối (cải cách hành chính, tư pháp, tài chính …), rồi giao cho chức danh.',
          action: add,
        }}
      />
      {panel.open && <DutyPanel key={panel.open} panel={panel} />}
    </>
  );
}
