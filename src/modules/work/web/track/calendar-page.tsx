import '../work.css';
import './calendar.css';
import { Button, SegmentedControl, Text, Title } from '@mantine/core';
import { IconCalendarShare, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { endOfMonth, parsePlainDate, partsOf, plainDate } from '#kernel/plain-date.ts';
import { useToday } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { listCalendar } from '../../contract/reads.ts';
import { FeedPanel } from '../feed/feed-panel.tsx';
import { MonthView } from './month-view.tsx';
import { queryOf } from './track-query.ts';
import { type FilterName, useFilterFields } from './use-filter-fields.ts';
import { YearView } from './year-view.tsx';

type Name = FilterName | 'mine';

const names: readonly Name[] = ['state', 'field', 'positionId', 'departmentId', 'urgency', 'empty', 'mine'];
const asMine = { name: 'mine', label: 'Của ai', options: [{ value: 'yes', label: 'Của tôi' }] } as const;

/** What falls due in a month or a year; each entry opens its page. */
export function Component() {
  const today = useToday();
  const filters = useFilters(names);
  const at = useFilters(['xem', 'thang'] as const);
  const { fields, fieldNames } = useFilterFields(filters.values);
  const [isFeedOpen, setFeedOpen] = useState(false);
  const isYear = at.values.xem === 'nam';
  const { year, month } = partsOf(parsePlainDate(`${at.values.thang ?? ''}-01`) ?? today);
  const span = isYear
    ? { from: plainDate(year, 1, 1), to: plainDate(year, 12, 31) }
    : { from: plainDate(year, month, 1), to: endOfMonth(year, month) };
  const found = useCall(
    listCalendar,
    { query: { ...queryOf(filters.values), ...span } as never },
    { placeholderData: (before) => before },
  );
  const turn = (steps: number) => at.set('thang', monthAfter(year, month, isYear ? steps * 12 : steps));
  return (
    <>
      <PageHeader
        title="Lịch sản phẩm đến hạn"
        back={{ to: '/theo-doi', label: 'Theo dõi' }}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconCalendarShare size={18} stroke={1.6} />}
              onClick={() => setFeedOpen(true)}
            >
              Lịch cá nhân (iCalendar)
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.6} />}
              onClick={() => window.print()}
            >
              In
            </Button>
          </>
        }
      />
      <div className="work-month-bar work-no-print">
        <SegmentedControl
          aria-label="Xem theo"
          value={isYear ? 'nam' : 'thang'}
          onChange={(value) => at.set('xem', value === 'nam' ? 'nam' : '')}
          data={[
            { value: 'thang', label: 'Tháng' },
            { value: 'nam', label: 'Cả năm' },
          ]}
        />
        <Button variant="default" onClick={() => turn(-1)}>
          {isYear ? 'Năm trước' : 'Tháng trước'}
        </Button>
        <Button variant="default" onClick={() => at.set('thang', '')}>
          Hôm nay
        </Button>
        <Button variant="default" onClick={() => turn(1)}>
          {isYear ? 'Năm sau' : 'Tháng sau'}
        </Button>
      </div>
      <div className="list-bar work-no-print">
        <FilterBar filters={filters} fields={[asMine, ...fields.filter((field) => names.includes(field.name))]} />
      </div>
      <Title order={2} size="h3" my="sm" aria-live="polite">
        {isYear ? `Năm ${year}` : `Tháng ${String(month).padStart(2, '0')}/${year}`}
      </Title>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && found.data.more > 0 && (
        <Text mb="sm">Còn {found.data.more} sản phẩm chưa hiện; xin lọc hẹp hơn.</Text>
      )}
      {found.data &&
        (isYear ? (
          <YearView year={year} rows={found.data.rows} fieldNames={fieldNames} />
        ) : (
          <MonthView year={year} month={month} rows={found.data.rows} />
        ))}
      {isFeedOpen && <FeedPanel onClose={() => setFeedOpen(false)} />}
    </>
  );
}

function monthAfter(year: number, month: number, steps: number): string {
  const count = year * 12 + month - 1 + steps;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
