import { addDays, daysBetween, endOfMonth, type PlainDate, partsOf, plainDate } from '#kernel/plain-date.ts';

/** A stretch of the year in per cent of its width. */
export interface Stretch {
  readonly start: number;
  readonly width: number;
}

/** Where days of one year lie on its line: 0 at the start of 1 January, 100 at the end of 31 December. */
export function yearScale(year: number) {
  const first = plainDate(year, 1, 1);
  const length = daysBetween(first, plainDate(year, 12, 31)) + 1;
  const at = (date: PlainDate) => (daysBetween(first, date) / length) * 100;
  return {
    /** The stretch from a day to the end of another, cut at the year's ends; undefined when it lies outside. */
    stretch(from: PlainDate, to: PlainDate): Stretch | undefined {
      const start = Math.max(0, at(from));
      const end = Math.min(100, at(addDays(to, 1)));
      return end > start ? { start, width: end - start } : undefined;
    },
    /** The middle of a day; undefined outside the year. */
    middle(date: PlainDate): number | undefined {
      return partsOf(date).year === year ? at(date) + 50 / length : undefined;
    },
    months: Array.from({ length: 12 }, (_, index) => {
      const month = index + 1;
      const from = plainDate(year, month, 1);
      const start = at(from);
      return { month, start, width: at(addDays(endOfMonth(year, month), 1)) - start };
    }),
  };
}
