import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { type PlainDate, parsePlainDate } from '#kernel/plain-date.ts';

/** A month to pick a day from, weeks beginning on Monday. */
export function Calendar({ value, onPick }: { value: PlainDate | undefined; onPick: (day: PlainDate) => void }) {
  return (
    <DatesProvider settings={{ locale: 'vi', firstDayOfWeek: 1, weekendDays: [] }}>
      <DatePicker
        value={value ?? null}
        {...(value && { defaultDate: value })}
        onChange={(picked) => {
          const day = picked === null ? undefined : parsePlainDate(picked);
          if (day) onPick(day);
        }}
        ariaLabels={{
          nextMonth: 'Tháng sau',
          previousMonth: 'Tháng trước',
          nextYear: 'Năm sau',
          previousYear: 'Năm trước',
          monthLevelControl: 'Chọn tháng',
          yearLevelControl: 'Chọn năm',
        }}
      />
    </DatesProvider>
  );
}
