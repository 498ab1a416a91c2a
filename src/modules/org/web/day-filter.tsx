import './org.css';
import { Checkbox } from '@mantine/core';
import type { PlainDate } from '#kernel/plain-date.ts';
import { useToday } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import type { Filters } from '#web/ui/use-filters.ts';

type DayFilters = Filters<'on' | 'every'>;

/** The day a list is read on, or records of every day. */
export function DayFilter({ filters }: { filters: DayFilters }) {
  const today = useToday();
  const { on, every } = filters.values;
  return (
    <div className="org-day">
      {every === undefined && (
        <DateField
          label="Vào ngày"
          value={(on as PlainDate | undefined) ?? today}
          onChange={(day) => filters.set('on', day === undefined || day === today ? '' : day)}
        />
      )}
      <Checkbox
        label="Mọi thời kỳ"
        checked={every !== undefined}
        onChange={(event) => filters.set('every', event.currentTarget.checked ? 'yes' : '')}
      />
    </div>
  );
}
