import { useToday } from '#web/shell/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { listSubstitutions, type SubstitutionRow } from '../../contract/substitutions.ts';
import { isValidOn } from '../../domain/validity.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { excelOf } from '../excel-of.ts';
import { periodText } from '../period-text.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { SubstitutionPanel } from './substitution-panel.tsx';

const columns: readonly Column<SubstitutionRow>[] = [
  { id: 'away', title: 'Người vắng', text: (row) => row.awayName, isMain: true, width: 13 },
  { id: 'substitute', title: 'Người làm thay', text: (row) => row.substituteName, width: 13 },
  { id: 'days', title: 'Thời gian', text: periodText, cell: (row) => <Days row={row} />, width: 15 },
  { id: 'reason', title: 'Lý do', text: (row) => row.reason },
];

function Days({ row }: { row: SubstitutionRow }) {
  const today = useToday();
  return (
    <span className="org-names">
      {periodText(row)}
      {isValidOn(row, today) && <StatusBadge tone="active">Đang làm thay</StatusBadge>}
    </span>
  );
}

/** Who does whose work while they are away. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every']);
  const add = <AddButton onClick={() => panel.show(newRecord)}>Cử người làm thay</AddButton>;
  return (
    <>
      <PageHeader
        title="Làm thay"
        note="Người làm thay có quyền của người vắng trong thời gian ghi ở đây; mọi việc làm đều ghi tên người làm thật."
        actions={add}
      />
      <DataTable
        title="Làm thay"
        name="substitutions"
        source={routeSource(listSubstitutions, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        isFiltered={filters.isFiltered}
        excelHref={excelOf('substitutions', filters.values)}
        filters={<DayFilter filters={filters} />}
        empty={{
          title: 'Hôm nay không ai được làm thay',
          text: 'Khi có người đi học, nghỉ phép hoặc ốm, cử người làm thay để việc không dừng. Chọn "Mọi thời kỳ" để xem các lần trước.',
          action: add,
        }}
      />
      {panel.open && <SubstitutionPanel key={panel.open} panel={panel} />}
    </>
  );
}
