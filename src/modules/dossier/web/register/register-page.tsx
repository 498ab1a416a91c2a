import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type PlainDate, parsePlainDate, partsOf, plainDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { addressOf } from '#web/address-of.ts';
import { useToday } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { exportPaths } from '../../contract/exports.ts';
import { listRegister } from '../../contract/reads.ts';
import { momentText } from '../shared/moment-text.ts';

type Row = AnswerOf<typeof listRegister>['rows'][number];

const columns: readonly Column<Row>[] = [
  { id: 'place', title: 'STT', width: 4, align: 'right', text: (row) => String(row.place) },
  { id: 'code', title: 'Mã hồ sơ', isMain: true, width: 13, text: (row) => row.code ?? '' },
  { id: 'procedure', title: 'Tên TTHC', width: 15, text: (row) => row.procedureName },
  { id: 'owner', title: 'Tổ chức, cá nhân', width: 11, text: (row) => row.ownerName },
  {
    id: 'address',
    title: 'Địa chỉ, số điện thoại',
    width: 12,
    text: (row) => [row.address, row.phone].filter(Boolean).join('; '),
  },
  { id: 'agency', title: 'Cơ quan chủ trì', width: 10, isHidden: true, text: (row) => row.agency },
  { id: 'received', title: 'Nhận', width: 8, text: (row) => momentText(row.receivedAt) },
  { id: 'due', title: 'Hẹn trả', width: 8, text: (row) => momentText(row.dueAt) },
  { id: 'newDue', title: 'Hẹn lại', width: 8, isHidden: true, text: (row) => momentText(row.newDueAt) },
  { id: 'returned', title: 'Trả', width: 8, text: (row) => momentText(row.returnedAt) },
  { id: 'way', title: 'Phương thức', width: 8, text: (row) => row.way },
  { id: 'signed', title: 'Ký nhận', width: 9, text: (row) => row.signedFor ?? '' },
  { id: 'note', title: 'Ghi chú', width: 10, isHidden: true, text: (row) => row.note },
];

/** *Sổ theo dõi hồ sơ*: the statutory register, made from the dossiers themselves. */
export function Component() {
  const today = useToday();
  const filters = useFilters(['from', 'to']);
  const { year, month } = partsOf(today);
  const from = parsePlainDate(filters.values.from ?? '') ?? plainDate(year, month, 1);
  const to = parsePlainDate(filters.values.to ?? '') ?? today;
  const source = useMemo(() => {
    const base = routeSource(listRegister, { query: { from, to } as never });
    return {
      ...base,
      load: (page: Parameters<typeof base.load>[0], signal?: AbortSignal) => {
        const { sort: _, q: __, ...asked } = page;
        return base.load(asked, signal);
      },
    };
  }, [from, to]);
  const set = (name: 'from' | 'to') => (day: PlainDate | undefined) => filters.set(name, day ?? '');
  return (
    <>
      <PageHeader
        title="Sổ theo dõi hồ sơ"
        back={{ to: '/ho-so', label: 'Hồ sơ' }}
        note="Sổ điện tử theo mẫu, lập từ chính các hồ sơ; không ghi tay."
        actions={
          <Button
            component="a"
            href={addressOf(exportPaths.register.page, {}, { from, to })}
            target="_blank"
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
          >
            In sổ
          </Button>
        }
      />
      <DataTable
        title="Sổ theo dõi hồ sơ"
        name="dossier-register"
        source={source}
        isUnsearched
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => `/ho-so/${row.id}`}
        filters={
          <Group gap="sm">
            <DateField label="Từ ngày" value={from} onChange={set('from')} />
            <DateField label="Đến ngày" value={to} onChange={set('to')} />
          </Group>
        }
        excelHref={() => addressOf(exportPaths.register.sheet, {}, { from, to })}
        empty={{ title: 'Sổ chưa có hồ sơ nào trong khoảng này', text: 'Hồ sơ được tiếp nhận vào sổ theo ngày nhận.' }}
      />
    </>
  );
}
