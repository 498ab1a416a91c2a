import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { listReceptionPoints, type ReceptionPoint } from '../../contract/reception-points.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { excelOf } from '../excel-of.ts';
import { periodColumn } from '../period-text.tsx';
import { placeTabs, Tabs } from '../tabs.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { ReceptionPointPanel } from './reception-point-panel.tsx';

const columns: readonly Column<ReceptionPoint>[] = [
  { id: 'name', title: 'Điểm tiếp nhận', text: (row) => row.name, isMain: true },
  { id: 'address', title: 'Địa chỉ', text: (row) => row.address, width: 18 },
  { id: 'hours', title: 'Giờ làm việc', text: (row) => row.hours ?? '–', width: 14 },
  { id: 'phone', title: 'Điện thoại', text: (row) => row.phone ?? '–', width: 8, isHidden: true },
  periodColumn(),
];

/** The places where the unit receives dossiers. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every']);
  const add = <AddButton onClick={() => panel.show(newRecord)}>Thêm điểm tiếp nhận</AddButton>;
  return (
    <>
      <PageHeader
        title="Điểm tiếp nhận hồ sơ"
        note="Một đơn vị có thể có nhiều điểm, nhất là xã mới nhập từ nhiều xã."
        actions={add}
      />
      <Tabs label="Nơi nhận" tabs={placeTabs} />
      <DataTable
        title="Điểm tiếp nhận hồ sơ"
        name="reception-points"
        source={routeSource(listReceptionPoints, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        isFiltered={filters.isFiltered}
        excelHref={excelOf('reception-points', filters.values)}
        filters={<DayFilter filters={filters} />}
        empty={{ title: 'Chưa có điểm tiếp nhận', text: 'Thêm trụ sở và các điểm tiếp nhận khác.', action: add }}
      />
      {panel.open && <ReceptionPointPanel key={panel.open} panel={panel} />}
    </>
  );
}
