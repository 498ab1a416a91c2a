import './history.css';
import type { Id } from '#kernel/brands.ts';
import { parsePlainDate } from '#kernel/plain-date.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { type Filters, useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { type Act, getLogChoices, getLogHead, listLog } from '../contract.ts';
import { writeInstant } from '../domain/value-text.ts';
import { HeadsExport } from './heads-export.tsx';

const names = ['actorId', 'action', 'recordType', 'from', 'to'] as const;
type Name = (typeof names)[number];

const changesText = (act: Act) =>
  act.changes
    .map(({ field, before, after }) => `${field}: ${[before, after].filter((one) => one !== null).join(' → ')}`)
    .join('; ');

const sentence = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

const columns: readonly Column<Act>[] = [
  { id: 'at', title: 'Lúc', width: 9, text: (act) => writeInstant(Date.parse(act.at)) },
  { id: 'actor', title: 'Người', width: 11, text: (act) => act.actor },
  { id: 'words', title: 'Việc', isMain: true, text: (act) => sentence(act.words) },
  { id: 'record', title: 'Bản ghi', width: 7, text: (act) => act.record.name },
  { id: 'changes', title: 'Thay đổi', text: changesText },
  { id: 'reason', title: 'Lý do', isHidden: true, text: (act) => act.reason ?? '' },
  {
    id: 'proof',
    title: 'Mục số',
    width: 8,
    text: (act) => (act.index === null ? 'đang chờ' : String(act.index + 1)),
    cell: (act) =>
      act.signed ? (
        <StatusBadge tone="done">{((act.index ?? 0) + 1).toLocaleString('vi-VN')}</StatusBadge>
      ) : (
        <StatusBadge tone="active">đang chờ</StatusBadge>
      ),
  },
];

/** Everything done in the unit, newest first; each line opens its detail and proof. */
export function Component() {
  const filters = useFilters(names);
  const head = useCall(getLogHead).data?.head;
  const { actorId, action, recordType } = filters.values;
  const [from, to] = [parsePlainDate(filters.values.from ?? ''), parsePlainDate(filters.values.to ?? '')];
  const query = {
    ...(actorId && { actorId: actorId as Id }),
    ...(action && { action }),
    ...(recordType && { recordType }),
    ...(from && { from }),
    ...(to && { to }),
  };
  return (
    <>
      <PageHeader
        title="Nhật ký"
        note={
          head
            ? `${head.size.toLocaleString('vi-VN')} mục trong cây đã ký lúc ${writeInstant(Date.parse(head.at))}`
            : 'Chưa có cây nào được ký'
        }
        actions={<HeadsExport />}
      />
      <DataTable
        title="Nhật ký"
        name="log"
        source={routeSource(listLog, { query })}
        columns={columns}
        keyOf={(act) => act.id}
        toOf={(act) => `/quan-tri/nhat-ky/${act.id}`}
        isFiltered={filters.isFiltered}
        filters={<LogFilters filters={filters} />}
        empty={{
          title: 'Chưa có mục nào',
          text: 'Mọi việc làm trong hệ thống được ghi ở đây, không sửa và không xóa được.',
        }}
      />
    </>
  );
}

function LogFilters({ filters }: { filters: Filters<Name> }) {
  const choices = useCall(getLogChoices).data;
  return (
    <>
      <FilterBar
        filters={filters}
        fields={[
          {
            name: 'actorId',
            label: 'Người',
            options: (choices?.actors ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'action',
            label: 'Việc',
            options: (choices?.actions ?? []).map(({ code, words }) => ({ value: code, label: words })),
          },
          {
            name: 'recordType',
            label: 'Bản ghi',
            options: (choices?.recordTypes ?? []).map(({ code, name }) => ({ value: code, label: name })),
          },
        ]}
      />
      <div className="log-days">
        {(['from', 'to'] as const).map((end) => (
          <DateField
            key={end}
            label={end === 'from' ? 'Từ ngày' : 'Đến ngày'}
            value={parsePlainDate(filters.values[end] ?? '')}
            onChange={(day) => filters.set(end, day ?? '')}
          />
        ))}
      </div>
    </>
  );
}
