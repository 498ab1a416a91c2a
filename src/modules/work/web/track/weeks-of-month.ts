import { addDays, endOfMonth, type PlainDate, plainDate, weekdayOf } from '#kernel/plain-date.ts';

const week = [0, 1, 2, 3, 4, 5, 6] as const;

/** The weeks that hold a month, Monday to Sunday, with the days of its neighbours at both ends. */
export function weeksOfMonth(year: number, month: number): readonly (readonly PlainDate[])[] {
  const first = plainDate(year, month, 1);
  const last = endOfMonth(year, month);
  const weeks: PlainDate[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(week.map((day) => addDays(monday, day)));
  return weeks;
}
