import '../work.css';
import { Button } from '@mantine/core';
import { IconArrowForwardUp, IconCalendarMonth, IconPlus, IconPrinter } from '@tabler/icons-react';
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
import { exportPaths } from '../../contract/exports.ts';
import { listObligations } from '../../contract/reads.ts';
import { trackColumns } from './track-columns.tsx';
import { queryOf } from './track-query.ts';
import { type FilterName, useFilterFields } from './use-filter-fields.ts';

const names: readonly FilterName[] = [
  'planId',
  'year',
  'state',
  'field',
  'positionId',
  'departmentId',
  'personId',
  'month',
  'urgency',
  'empty',
];

const paths = exportPaths('obligations');

/** *Theo dõi*: every output of the unit with its day, its person and how it stands. */
export function Component() {
  const may = useMay();
  const filters = useFilters(names);
  const { fields } = useFilterFields(filters.values);
  const query = queryOf(filters.values);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by its content
  const source = useMemo(() => routeSource(listObligations, { query: query as never }), [JSON.stringify(query)]);
  return (
    <>
      <PageHeader
        title="Theo dõi"
        note="Mọi sản phẩm đến hạn của đơn vị; bấm vào hạn để xem vì sao có hạn ấy."
        actions={
          <>
            {may('work.manage') && (
              <Button component={Link} to="/giao-viec" leftSection={<IconPlus size={18} stroke={1.6} />}>
                Giao việc
              </Button>
            )}
            <Button
              component={Link}
              to="/theo-doi/lich"
              variant="default"
              leftSection={<IconCalendarMonth size={18} stroke={1.6} />}
            >
              Lịch
            </Button>
            {may('work.manage') && (
              <Button
                component={Link}
                to="/theo-doi/chuyen-tiep"
                variant="default"
                leftSection={<IconArrowForwardUp size={18} stroke={1.6} />}
              >
                Chuyển tiếp
              </Button>
            )}
            <Button
              component="a"
              href={addressOf(paths.page, {}, query)}
              target="_blank"
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.6} />}
            >
              Bản in giao ban
            </Button>
          </>
        }
      />
      <DataTable
        title="Theo dõi sản phẩm đến hạn"
        name="obligations"
        source={source}
        columns={trackColumns}
        keyOf={(row) => row.id}
        toOf={(row) => `/san-pham/${row.id}`}
        filters={<FilterBar filters={filters} fields={fields} />}
        isFiltered={filters.isFiltered}
        excelHref={(sent) => addressOf(paths.sheet, {}, { ...query, ...wordsOfAsked(sent) })}
        empty={{
          title: 'Chưa có sản phẩm nào',
          text: 'Sản phẩm với hạn và người chịu trách nhiệm hiện ở đây khi kế hoạch được ban hành, hoặc khi có việc được giao.',
          action: may('work.manage') && (
            <Button component={Link} to="/giao-viec">
              Giao việc
            </Button>
          ),
        }}
      />
    </>
  );
}
