import './calendar.css';
import { Alert } from '@mantine/core';
import { IconInfoCircle, IconPlus, IconTableImport } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type PlainDate, partsOf } from '#kernel/plain-date.ts';
import { newRecord, type Panel, usePanel } from '#modules/org/web/use-panel.ts';
import { useToday } from '#web/shell/session.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { getCalendar } from '../contract.ts';
import { dayKinds } from '../domain/calendar-entry.ts';
import { kindNames } from '../text.ts';
import { DayList } from './day-list.tsx';
import { DayPanel } from './day-panel.tsx';
import { calendarWords, useMayManageCalendar } from './may-manage-calendar.ts';
import { kindMarks, MonthTable } from './month-table.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { type ShownYear, shownYearOf } from './shown-year.ts';
import { WeekPanel } from './week-panel.tsx';
import { WeekSection } from './week-section.tsx';

const noticePanel = 'thong-bao';
const weekPanel = 'tuan-';
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A year of the unit's working calendar: months, days off with their source, office weeks. */
export function Component() {
  const today = useToday();
  const filters = useFilters(['nam']);
  const asked = Number(filters.values.nam);
  const year = asked >= 2000 && asked <= 2100 ? asked : partsOf(today).year;
  const stored = useCall(getCalendar, { query: { year } });
  const panel = usePanel();
  if (stored.error) return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  const shown = stored.data && shownYearOf(stored.data);
  return (
    <>
      <PageHeader
        title="Lịch làm việc"
        note="Ngày nghỉ, ngày làm bù và tuần làm việc: mọi hạn trong hệ thống tính theo lịch này."
        actions={<Actions panel={panel} />}
      />
      <YearBar year={year} shown={shown} />
      {shown && <YearNote shown={shown} />}
      {shown && <Months shown={shown} toOf={panel.toOf} today={today} />}
      {shown && <DayList entries={shown.stored.entries} year={year} toOf={panel.toOf} />}
      {shown && (
        <WeekSection weeks={shown.stored.weeks} onOpen={(day) => panel.show(`${weekPanel}${day ?? newRecord}`)} />
      )}
      {shown && panel.open && <OpenPanel key={panel.open} panel={panel} open={panel.open} shown={shown} />}
    </>
  );
}

function OpenPanel({ panel, open, shown }: { panel: Panel; open: string; shown: ShownYear }) {
  if (open === noticePanel) return <NoticePanel shown={shown} onClose={panel.close} />;
  if (open.startsWith(weekPanel)) {
    const week = shown.stored.weeks.find((one) => one.source === 'unit' && open === weekPanel + one.effectiveFrom);
    return <WeekPanel week={week} latest={shown.stored.weeks.at(-1)} onClose={panel.close} />;
  }
  return <DayPanel panel={panel} entry={shown.stored.entries.find((one) => one.day === open)} />;
}

function Actions({ panel }: { panel: Panel }) {
  const may = { verdict: useMayManageCalendar(), words: calendarWords };
  return (
    <>
      <ActionButton
        {...may}
        variant="default"
        leftSection={<IconTableImport size={18} stroke={1.6} />}
        onClick={() => panel.show(noticePanel)}
      >
        Nhập thông báo
      </ActionButton>
      <ActionButton {...may} leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => panel.show(newRecord)}>
        Thêm ngày
      </ActionButton>
    </>
  );
}

function YearBar({ year, shown }: { year: number; shown: ShownYear | undefined }) {
  return (
    <div className="year-bar">
      <nav aria-label="Chọn năm">
        <Link to={`?nam=${year - 1}`}>← {year - 1}</Link>
        <strong>{year}</strong>
        <Link to={`?nam=${year + 1}`}>{year + 1} →</Link>
      </nav>
      <span role="status">
        {shown ? `${shown.count} ngày làm việc${shown.known?.announced ? '' : ' (tạm tính)'}` : 'Đang lấy lịch…'}
      </span>
      <a href="#cac-ngay">Xuống danh sách ngày nghỉ</a>
    </div>
  );
}

function YearNote({ shown: { known, stored } }: { shown: ShownYear }) {
  if (known?.announced) {
    return (
      <p className="calendar-note">
        Theo {known.citation}
        {known.source === 'unit' && ' (đơn vị nhập)'}.
      </p>
    );
  }
  const note =
    known?.note ||
    `Lịch dưới đây mới chỉ theo tuần làm việc${stored.entries.length > 0 ? ' và những ngày đã nhập' : ''}.`;
  return (
    <Alert
      className="calendar-note"
      color="amber"
      icon={<IconInfoCircle />}
      title={`Năm ${stored.year} chưa có thông báo lịch nghỉ`}
      role="status"
    >
      {note} Hạn tính qua năm này có thể thay đổi; khi có thông báo, người quản trị bấm "Nhập thông báo".
    </Alert>
  );
}

interface MonthsProps {
  readonly shown: ShownYear;
  readonly toOf: (day: string) => string;
  readonly today: PlainDate;
}

function Months({ shown: { stored, calendar }, toOf, today }: MonthsProps) {
  const entries = new Map(stored.entries.map((entry) => [entry.day, entry]));
  return (
    <>
      <ul className="year-legend" aria-label="Chú giải">
        {dayKinds.map((kind) => (
          <li key={kind}>
            <span data-kind={kind}>{kindMarks[kind]}</span>
            {kindNames[kind]}
          </li>
        ))}
        <li>Ô xám: ngày nghỉ hằng tuần</li>
      </ul>
      <div className="months">
        {months.map((month) => (
          <MonthTable
            key={month}
            year={stored.year}
            month={month}
            calendar={calendar}
            entries={entries}
            today={today}
            toOf={toOf}
          />
        ))}
      </div>
    </>
  );
}
