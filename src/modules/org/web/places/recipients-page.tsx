import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { listRecipients, type Recipient } from '../../contract/recipients.ts';
import { purposeWords } from '../../text.ts';
import { AddButton } from '../add-button.tsx';
import { DayFilter } from '../day-filter.tsx';
import { excelOf } from '../excel-of.ts';
import { periodColumn } from '../period-text.tsx';
import { placeTabs, Tabs } from '../tabs.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { RecipientPanel } from './recipient-panel.tsx';

const columns: readonly Column<Recipient>[] = [
  { id: 'name', title: 'Nơi nhận', text: (row) => row.name, isMain: true },
  { id: 'purpose', title: 'Nhận', text: (row) => purposeWords[row.purpose] ?? row.purpose, width: 17 },
  { id: 'citation', title: 'Căn cứ', text: (row) => row.citation ?? '–', width: 14 },
  periodColumn(),
];

/** Who receives what the unit reports, by day. */
export function Component() {
  const panel = usePanel();
  const filters = useFilters(['on', 'every']);
  const add = <AddButton onClick={() => panel.show(newRecord)}>Thêm nơi nhận</AddButton>;
  return (
    <>
      <PageHeader
        title="Nơi nhận báo cáo"
        note="Từ 01/07/2025 không còn cấp huyện. Báo cáo đã gửi vẫn giữ nơi nhận lúc gửi."
        actions={add}
      />
      <Tabs label="Nơi nhận" tabs={placeTabs} />
      <DataTable
        title="Nơi nhận báo cáo"
        name="recipients"
        source={routeSource(listRecipients, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        isFiltered={filters.isFiltered}
        excelHref={excelOf('recipients', filters.values)}
        filters={<DayFilter filters={filters} />}
        empty={{ title: 'Chưa có nơi nhận', text: 'Thêm cơ quan nhận báo cáo của đơn vị.', action: add }}
      />
      {panel.open && <RecipientPanel key={panel.open} panel={panel} />}
    </>
  );
}
