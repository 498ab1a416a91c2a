import type { PlainDate } from '#kernel/plain-date.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';

const day = [{ from: '07:30', to: '17:00' }];
const week = { 1: day, 2: day, 3: day, 4: day, 5: day };

const off = (text: string, name: string) => ({
  day: text as PlainDate,
  kind: 'holiday' as const,
  name,
  citation: 'Thông báo thử',
});

/** For tests: Monday to Friday, with the days off of 2022 around Tết and the end of 2023; 2024 is not announced. */
export const calendar = makeWorkingCalendar({
  patterns: [{ effectiveFrom: '2000-01-01' as PlainDate, week }],
  daysOff: [
    off('2022-01-03', 'Nghỉ bù Tết Dương lịch'),
    ...['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'].map((one) => off(one, 'Tết Nguyên đán')),
    ...['2023-12-27', '2023-12-28', '2023-12-29'].map((one) => off(one, 'Nghỉ cuối năm')),
  ],
  workedDays: [{ day: '2022-02-12' as PlainDate, name: 'Làm bù', citation: 'Thông báo thử' }],
  years: [2021, 2022, 2023].map((year) => ({ year, announced: true, citation: 'Thông báo thử' })),
});
