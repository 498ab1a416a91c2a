import { Title } from '@mantine/core';
import { useMemo } from 'react';
import { formatDate, weekdayOf } from '#kernel/plain-date.ts';
import type { Weekday } from '#kernel/working-calendar.ts';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { rowsSource } from '#web/ui/table/table-source.ts';
import type { ShownEntry } from '../contract.ts';
import { kindNames, weekdayNames } from '../text.ts';
import { kindMarks } from './month-table.tsx';

const sourceWords = { national: 'Cả nước', unit: 'Đơn vị nhập' } as const;
const dayOf = ({ day }: ShownEntry) => `${formatDate(day)}, ${weekdayNames[weekdayOf(day) as Weekday]}`;

const columns: readonly Column<ShownEntry>[] = [
  { id: 'day', title: 'Ngày', text: dayOf, isMain: true, width: 13 },
  {
    id: 'kind',
    title: 'Loại',
    text: (row) => kindNames[row.kind],
    cell: (row) => (
      <span className="day-kind">
        <span data-kind={row.kind} aria-hidden>
          {kindMarks[row.kind]}
        </span>{' '}
        {kindNames[row.kind]}
      </span>
    ),
    width: 14,
  },
  { id: 'name', title: 'Tên', text: (row) => row.name },
  { id: 'citation', title: 'Căn cứ', text: (row) => row.citation },
  { id: 'source', title: 'Nguồn', text: (row) => sourceWords[row.source], width: 8 },
];

interface DayListProps {
  readonly entries: readonly ShownEntry[];
  readonly year: number;
  readonly toOf: (day: string) => string;
}

/** The days of a year that a notice or the unit says something of, with the source of each. */
export function DayList({ entries, year, toOf }: DayListProps) {
  const title = `Ngày nghỉ và ngày làm bù năm ${year}`;
  const source = useMemo(
    () =>
      rowsSource(entries, (row) => ({
        day: row.day,
        kind: kindNames[row.kind],
        name: row.name,
        citation: row.citation,
        source: sourceWords[row.source],
      })),
    [entries],
  );
  return (
    <div id="cac-ngay">
      <Title order={2}>{title}</Title>
      <DataTable
        title={title}
        name="calendar-days"
        source={source}
        columns={columns}
        keyOf={(row) => row.day}
        toOf={(row) => toOf(row.day)}
        isInner
        empty={{
          title: 'Chưa có ngày nào',
          text: 'Ngày nghỉ lễ, nghỉ bù, hoán đổi và làm bù của năm sẽ hiện ở đây khi có thông báo.',
        }}
      />
    </div>
  );
}
