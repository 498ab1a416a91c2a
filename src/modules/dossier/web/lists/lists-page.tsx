import '@mantine/core/styles/Switch.css';
import '../dossier.css';
import { Button, Switch } from '@mantine/core';
import { IconBook2, IconEyeCheck, IconFileImport, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { addressOf } from '#web/address-of.ts';
import { useMay } from '#web/shell/session.ts';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { exportPaths } from '../../contract/exports.ts';
import { type WorkList, workLists } from '../../contract/reads.ts';
import { holdsPersonalNumber } from '../../domain/read-search.ts';
import { listWords } from '../../text/list-words.ts';
import { dossierColumns } from './dossier-columns.tsx';
import { ListPicker } from './list-picker.tsx';
import { searchSource } from './search-source.ts';
import { type FilterName, useListFields } from './use-list-fields.ts';

const names: readonly (FilterName | 'list' | 'mine')[] = [
  'list',
  'mine',
  'state',
  'field',
  'departmentId',
  'positionId',
  'channel',
  'source',
];

/** *Hồ sơ*: the work lists of the one-stop shop, each with its count, its dates explained and its ways out. */
export function Component() {
  const may = useMay();
  const filters = useFilters(names);
  const fields = useListFields();
  const list = workLists.find((one) => one === filters.values.list) ?? (may('dossier.read') ? 'running' : 'mine');
  const { list: _, ...narrowed } = filters.values;
  const query = { ...narrowed, list };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by its content
  const source = useMemo(() => searchSource(query), [JSON.stringify(query)]);
  const pick = (name: WorkList) => filters.set('list', name);
  return (
    <>
      <PageHeader
        title="Hồ sơ"
        note="Hồ sơ thủ tục hành chính; bấm vào ngày hẹn để xem vì sao có hạn ấy."
        actions={
          <>
            {may('dossier.receive') && (
              <Button component={Link} to="/tiep-nhan" leftSection={<IconPlus size={18} stroke={1.6} />}>
                Tiếp nhận
              </Button>
            )}
            <Button
              component={Link}
              to="/ho-so/so-theo-doi"
              variant="default"
              leftSection={<IconBook2 size={18} stroke={1.6} />}
            >
              Sổ theo dõi
            </Button>
            {may('dossier.import') && (
              <Button
                component={Link}
                to="/ho-so/nhap"
                variant="default"
                leftSection={<IconFileImport size={18} stroke={1.6} />}
              >
                Nhập từ tỉnh
              </Button>
            )}
            {may('dossier.watch') && (
              <Button
                component={Link}
                to="/ho-so/kiem-soat"
                variant="default"
                leftSection={<IconEyeCheck size={18} stroke={1.6} />}
              >
                Kiểm soát
              </Button>
            )}
            <Button
              component="a"
              href={addressOf(exportPaths.dossiers.page, {}, query)}
              target="_blank"
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.6} />}
            >
              Bản in giao ban
            </Button>
          </>
        }
      />
      <ListPicker list={list} isMine={filters.values.mine === 'yes'} onPick={pick} />
      <DataTable
        title={listWords[list]}
        name="dossiers"
        source={source}
        columns={dossierColumns}
        keyOf={(row) => row.id}
        toOf={(row) => `/ho-so/${row.id}`}
        excelHref={({ search }) =>
          holdsPersonalNumber(search) ? undefined : addressOf(exportPaths.dossiers.sheet, {}, { ...query, q: search })
        }
        isInner
        filters={
          <>
            <Switch
              label="Chỉ việc của tôi"
              checked={filters.values.mine === 'yes'}
              onChange={(event) => filters.set('mine', event.currentTarget.checked ? 'yes' : '')}
            />
            <FilterBar filters={filters} fields={fields} />
          </>
        }
        isFiltered={Object.keys(narrowed).length > 0}
        empty={{
          title: `Không có: ${listWords[list].toLowerCase()}`,
          text: 'Hồ sơ tiếp nhận tại quầy hoặc nhập từ hệ thống của tỉnh hiện ở đây theo trạng thái của chúng.',
          action: may('dossier.receive') && (
            <Button component={Link} to="/tiep-nhan">
              Tiếp nhận hồ sơ
            </Button>
          ),
        }}
      />
    </>
  );
}
