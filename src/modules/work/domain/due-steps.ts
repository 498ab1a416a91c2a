import { addDays, formatDate, type PlainDate, partsOf, weekdayOf } from '#kernel/plain-date.ts';
import {
  explainDay,
  isWorkingDay,
  knowsYear,
  lastWorkingDayOnOrBefore,
  type WorkingCalendar,
} from '#kernel/working-calendar.ts';
import type { DueStep } from './obligation.ts';

/** More days off in a row are told by their first and last. */
const mostToldOneByOne = 4;

const weekdays: readonly string[] = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** "thứ Hai, 31/01/2022". */
export function dayWords(day: PlainDate): string {
  return `${weekdays[weekdayOf(day)]}, ${formatDate(day)}`;
}

function whyOff(calendar: WorkingCalendar, day: PlainDate): string {
  const why = explainDay(calendar, day);
  const isWeekend = why.working || why.reason === 'weekend';
  return isWeekend ? 'ngày nghỉ hằng tuần' : `ngày nghỉ: ${why.name}${why.citation === '' ? '' : ` (${why.citation})`}`;
}

/** The days off from `day` back to the last working day before it, latest first. */
function daysOffFrom(calendar: WorkingCalendar, day: PlainDate): PlainDate[] {
  const off: PlainDate[] = [];
  for (let one = day; !isWorkingDay(calendar, one); one = addDays(one, -1)) off.push(one);
  return off;
}

function stepOff(calendar: WorkingCalendar, day: PlainDate): DueStep {
  return { code: 'day-off', day, words: `${dayWords(day)} là ${whyOff(calendar, day)}.` };
}

function stepsOff(calendar: WorkingCalendar, off: readonly PlainDate[]): DueStep[] {
  if (off.length <= mostToldOneByOne) return off.map((day) => stepOff(calendar, day));
  const [last, first] = [off[0], off.at(-1)];
  if (last === undefined || first === undefined) return [];
  const words = `Từ ${formatDate(first)} đến ${formatDate(last)} đều là ngày nghỉ; ${formatDate(last)} là ${whyOff(calendar, last)}.`;
  return [{ code: 'day-off', day: last, words }];
}

/** The due day for a calendar day that words name: the day itself when it is worked, or the last working day before. */
export function rollBack(
  calendar: WorkingCalendar,
  named: PlainDate,
): { readonly due: PlainDate; readonly steps: readonly DueStep[] } {
  const due = lastWorkingDayOnOrBefore(calendar, named);
  const steps = stepsOff(calendar, daysOffFrom(calendar, named));
  const words =
    due === named
      ? `Hạn là ${dayWords(due)}, một ngày làm việc.`
      : `Hạn lùi về ngày làm việc liền trước: ${dayWords(due)}.`;
  return { due, steps: [...steps, { code: 'due', day: due, words }, ...doubtAbout(calendar, due, named)] };
}

function doubtAbout(calendar: WorkingCalendar, due: PlainDate, named: PlainDate): DueStep[] {
  const years = new Set([partsOf(due).year, partsOf(named).year]);
  return [...years]
    .filter((year) => !knowsYear(calendar, year))
    .map((year) => ({
      code: 'year-not-announced',
      day: null,
      words: `Lịch nghỉ lễ, Tết năm ${year} chưa được công bố; khi có thông báo, hạn này được tính lại.`,
    }));
}
