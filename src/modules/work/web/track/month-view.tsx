import './calendar.css';
import { Anchor, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { useToday } from '#web/shell/session.ts';
import type { ObligationRow } from '../shared/rows.ts';
import { StateBadge } from '../shared/state-badge.tsx';
import { weeksOfMonth } from './weeks-of-month.ts';

const heads = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const;
const phone = '(max-width: 61.99em)';

interface MonthViewProps {
  readonly year: number;
  readonly month: number;
  readonly rows: readonly ObligationRow[];
}

/** A month with what falls due on each day; on a narrow screen the days that have something, one below another. */
export function MonthView({ year, month, rows }: MonthViewProps) {
  const isNarrow = useMediaQuery(phone, undefined, { getInitialValueInEffect: false });
  const byDay = Map.groupBy(rows, (row) => row.due);
  if (isNarrow) return <DayList byDay={byDay} />;
  return <MonthTable year={year} month={month} byDay={byDay} />;
}

type ByDay = ReadonlyMap<PlainDate | null, readonly ObligationRow[]>;

function MonthTable({ year, month, byDay }: { year: number; month: number; byDay: ByDay }) {
  const today = useToday();
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  return (
    <table className="work-month" aria-label={`Tháng ${month}/${year}`}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(year, month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                data-other={!day.startsWith(prefix) || undefined}
                aria-current={day === today ? 'date' : undefined}
              >
                <span>{day.startsWith(prefix) ? Number(day.slice(8)) : ''}</span>
                {day.startsWith(prefix) && <Entries rows={byDay.get(day) ?? []} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayList({ byDay }: { byDay: ByDay }) {
  const days = [...byDay].filter(([day]) => day !== null);
  if (days.length === 0) return <Text size="sm">Không có sản phẩm nào đến hạn trong tháng này.</Text>;
  return (
    <ul className="work-days">
      {days.map(([day, rows]) => (
        <li key={day}>
          <strong>{day && formatDate(day)}</strong>
          <Entries rows={rows} />
        </li>
      ))}
    </ul>
  );
}

function Entries({ rows }: { rows: readonly ObligationRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <Anchor component={Link} to={`/san-pham/${row.id}`} inherit>
            {row.title}
            {row.place && ` (${row.place})`}
          </Anchor>{' '}
          <StateBadge state={row.state} />
        </li>
      ))}
    </ul>
  );
}
