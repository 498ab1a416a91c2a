import '../procedure.css';
import { Button } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { addressOf } from '#web/address-of.ts';
import { useMay } from '#web/shell/session.ts';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { wordsOfAsked } from '#web/ui/table/use-asked.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { countProcedures, listProcedureFields, listProcedures, procedureStates } from '../../contract/catalogue.ts';
import { catalogueJson, catalogueSheet } from '../../contract/files.ts';
import { listLifeEvents } from '../../contract/life-events.ts';
import { stateNames } from '../../text.ts';
import { procedureColumns } from './procedure-columns.tsx';

/** *Danh mục thủ tục*: what the unit offers, what asks something of it, and all else of the catalogue. */
export function Component() {
  const may = useMay();
  const filters = useFilters(['state', 'field', 'event']);
  const fields = useCall(listProcedureFields, { query: {} }).data?.fields ?? [];
  const events = useCall(listLifeEvents).data?.events ?? [];
  const query = filters.values as never;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by its content
  const source = useMemo(() => routeSource(listProcedures, { query }), [JSON.stringify(query)]);
  return (
    <>
      <PageHeader
        title="Danh mục thủ tục"
        note="Thủ tục hành chính đơn vị tiếp nhận. Nội dung chung theo danh mục quốc gia; thời hạn, phí theo quyết định của tỉnh thì nhập tại đơn vị."
        actions={
          <>
            {may('procedure.manage') && (
              <>
                <Button component={Link} to="/thu-tuc/nhap" leftSection={<IconUpload size={18} stroke={1.6} />}>
                  Nhập danh mục
                </Button>
                <Button
                  component={Link}
                  to="/thu-tuc/them"
                  variant="default"
                  leftSection={<IconPlus size={18} stroke={1.6} />}
                >
                  Thêm thủ tục của đơn vị
                </Button>
              </>
            )}
            <Button component={Link} to="/thu-tuc/su-kien" variant="default">
              Sự kiện đời sống
            </Button>
            <Button component="a" href={catalogueJson.path} download variant="default">
              Xuất JSON
            </Button>
          </>
        }
      />
      <Counts onPick={(state) => filters.set('state', state)} />
      <DataTable
        title="Danh mục thủ tục"
        name="procedures"
        source={source}
        columns={procedureColumns}
        keyOf={(row) => row.versionId}
        toOf={(row) => `/thu-tuc/${encodeURIComponent(row.code)}`}
        isFiltered={filters.isFiltered}
        filters={
          <FilterBar
            filters={filters}
            fields={[
              {
                name: 'state',
                label: 'Tình trạng',
                options: procedureStates.map((value) => ({ value, label: stateNames[value] })),
              },
              {
                name: 'field',
                label: 'Lĩnh vực',
                options: fields.map(({ name, count }) => ({ value: name, label: `${name} (${count})` })),
              },
              {
                name: 'event',
                label: 'Sự kiện',
                options: events.map(({ code, name }) => ({ value: code, label: name })),
              },
            ]}
          />
        }
        excelHref={(asked) => addressOf(catalogueSheet.path, {}, { ...filters.values, ...wordsOfAsked(asked) })}
        empty={{
          title: 'Chưa có thủ tục nào',
          text: 'Danh mục quốc gia có sẵn khi cài đặt; hoặc nhập danh mục của tỉnh.',
        }}
      />
    </>
  );
}

/** What asks something of the unit, each a way to its list. */
function Counts({ onPick }: { onPick: (state: string) => void }) {
  const counts = useCall(countProcedures).data;
  if (!counts) return <p className="procedure-counts">&nbsp;</p>;
  const links = [
    ['on', counts.on, 'đang áp dụng'],
    ['off', counts.off, 'đã tắt'],
    ['no-term', counts.noTerm, 'chưa có thời hạn dùng được'],
    ['unverified', counts.unverified, 'chưa đối chiếu'],
    ['abolished', counts.abolished, 'đã bãi bỏ'],
  ] as const;
  return (
    <p className="procedure-counts">
      {links
        .filter(([, count]) => count > 0)
        .map(([state, count, words]) => (
          <button key={state} type="button" className="link-button" onClick={() => onPick(state)}>
            {count} {words}
          </button>
        ))}
    </p>
  );
}
