import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { listPeople, type PersonRow } from '../../contract/people.ts';
import { modeWords } from '../../text.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { excelOf } from '../excel-of.ts';
import { periodColumn } from '../period-text.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { PersonPanel } from './person-panel.tsx';

const postsText = (row: PersonRow) =>
  row.posts.map(({ title, mode }) => (mode === 'holder' ? title : `${title} (${modeWords[mode]})`)).join('; ') || '–';
const stateText = (row: PersonRow) =>
  [row.substitute && `Vắng, ${row.substitute} làm thay`, row.demo && 'Người giả định'].filter(Boolean).join('; ') ||
  '–';

const columns: readonly Column<PersonRow>[] = [
  { id: 'name', title: 'Họ và tên', text: (row) => row.name, isMain: true, canSort: true, width: 13 },
  { id: 'posts', title: 'Chức danh', text: postsText },
  {
    id: 'state',
    title: 'Ghi chú',
    text: stateText,
    cell: (row) => (
      <>
        {row.substitute && <StatusBadge tone="paused">{`Vắng, ${row.substitute} làm thay`}</StatusBadge>}
        {row.demo && <StatusBadge tone="doubt">Người giả định</StatusBadge>}
      </>
    ),
    width: 12,
  },
  { id: 'email', title: 'Thư điện tử', text: (row) => row.email ?? '–', width: 14 },
  { id: 'phone', title: 'Điện thoại', text: (row) => row.phone ?? '–', width: 8, isHidden: true },
  { ...periodColumn<PersonRow>(), isHidden: true },
];

/** The people of the unit. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every']);
  const add = <AddButton onClick={() => panel.show(newRecord)}>Thêm người</AddButton>;
  return (
    <>
      <PageHeader title="Cán bộ, công chức" note="Người của đơn vị và chức danh họ giữ." actions={add} />
      <DataTable
        title="Cán bộ, công chức"
        name="people"
        source={routeSource(listPeople, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        isFiltered={filters.isFiltered}
        excelHref={excelOf('people', filters.values)}
        filters={<DayFilter filters={filters} />}
        empty={{
          title: 'Chưa có ai trong danh sách',
          text: 'Thêm cán bộ, công chức, rồi giao chức danh; tài khoản đăng nhập tạo trong mục Tài khoản.',
          action: add,
        }}
      />
      {panel.open && <PersonPanel key={panel.open} panel={panel} />}
    </>
  );
}
