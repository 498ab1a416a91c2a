import type { PlainDate } from '#kernel/plain-date.ts';
import type { CalendarYear, WeekHours, WeekPattern } from '#kernel/working-calendar.ts';
import type { Db } from '#server/db.ts';
import type { CalendarEntry, DayKind } from '../domain/calendar-entry.ts';

/** A week of the office with the document that sets it. */
export interface CitedWeek extends WeekPattern {
  readonly citation: string;
}

/** What holds for the whole country. */
export interface NationalCalendar {
  readonly weeks: readonly CitedWeek[];
  readonly entries: readonly CalendarEntry[];
  readonly years: readonly (CalendarYear & { readonly note: string })[];
}

/** The shared calendar that came with the release. */
export async function readNational(db: Db): Promise<NationalCalendar> {
  const weeks = await db.selectFrom('national_week').selectAll().orderBy('effective_from').execute();
  const days = await db.selectFrom('national_day').selectAll().orderBy('day').execute();
  const years = await db.selectFrom('national_year').selectAll().orderBy('year').execute();
  return {
    weeks: weeks.map((row) => ({
      effectiveFrom: row.effective_from as PlainDate,
      week: row.week as WeekHours,
      citation: row.citation,
    })),
    entries: days.map((row) => ({ ...row, day: row.day as PlainDate, kind: row.kind as DayKind })),
    years,
  };
}
