import type { Weekday, WeekHours, WeekPattern } from '../working-calendar.ts';
import { type DayHours, dayHours, noHours } from './day-hours.ts';

/** Hours by weekday; index 0 is unused, 1 is Monday. */
export type HoursOfWeek = readonly DayHours[];

/** The hours of a week pattern, read once: through the year, and those of its seasons (`MM-DD`, both included). */
export type RankedHours = {
  readonly week: HoursOfWeek;
  readonly seasons: readonly { readonly from: string; readonly to: string; readonly week: HoursOfWeek }[];
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function hoursOfWeek(week: WeekHours): HoursOfWeek {
  return [noHours, ...weekdays.map((weekday) => dayHours(week[weekday] ?? []))];
}

/** Reads the hours of a pattern. Throws RangeError for hours that are none (see `dayHours`). */
export function rankHours({ week, seasons = [] }: WeekPattern): RankedHours {
  return {
    week: hoursOfWeek(week),
    seasons: seasons.map((season) => ({ from: season.from, to: season.to, week: hoursOfWeek(season.week) })),
  };
}

/** The hours in force on a day of the year given as `MM-DD`; a season may run over the end of the year. */
export function hoursInSeason({ week, seasons }: RankedHours, monthDay: string): HoursOfWeek {
  const season = seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to,
  );
  return season?.week ?? week;
}
