import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { type AliasRow, listAliases } from '../../contract/names.ts';
import { aliasKindWords } from '../../text.ts';
import { AddButton } from '../add-button.tsx';
import { dutyTabs, Tabs } from '../tabs.tsx';
import { newRecord, usePanel } from '../use-panel.ts';
import { AliasPanel } from './alias-panel.tsx';
import { NameTester } from './name-tester.tsx';

const columns: readonly Column<AliasRow>[] = [
  { id: 'written', title: 'Tên gọi trong văn bản', text: (row) => row.written, isMain: true },
  { id: 'kind', title: 'Chỉ', text: (row) => aliasKindWords[row.kind], width: 17 },
  { id: 'means', title: 'Là', text: (row) => row.means ?? '–', width: 18 },
];

/** The names that documents write, and what each means here. */
export function Component() {
  const panel = usePanel();
  const add = <AddButton onClick={() => panel.show(newRecord)}>Thêm tên gọi</AddButton>;
  return (
    <>
      <PageHeader
        title="Tên gọi trong văn bản"
        note="Văn bản gọi một chức danh bằng nhiều tên. Tên ghi ở đây được hiểu trước mọi quy tắc chung."
        actions={add}
      />
      <Tabs label="Đầu mối" tabs={dutyTabs} />
      <NameTester />
      <DataTable
        title="Tên gọi trong văn bản"
        name="aliases"
        source={routeSource(listAliases)}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => panel.toOf(row.id)}
        empty={{
          title: 'Chưa có tên gọi riêng nào',
          text: 'Các tên thông thường đã được hiểu sẵn. Thêm ở đây những tên riêng của đơn vị, hoặc tên hệ thống hiểu chưa đúng.',
          action: add,
        }}
      />
      {panel.open && <AliasPanel key={panel.open} panel={panel} />}
    </>
  );
}
