import type { UnitId } from '#kernel/brands.ts';
import { partsOf } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { CalendarOfYear, ShownEntry } from '../contract.ts';
import type { CalendarEntry } from '../domain/calendar-entry.ts';
import type { NationalCalendar } from '../store/national.ts';
import { type OwnDay, readOwnDays, readOwnWeeks, readOwnYears } from '../store/own.ts';
import { loadNational, readRevision } from './stored-calendar.ts';

/** A year of a unit's calendar with the source of each day, for its screen. */
export async function calendarOfYear(db: Db, unitId: UnitId, year: number): Promise<CalendarOfYear> {
  const national = await loadNational(db);
  const revision = await readRevision(db, unitId);
  const own = revision === 0 ? [] : await readOwnDays(db, unitId);
  const weeks = revision === 0 ? [] : await readOwnWeeks(db, unitId);
  const years = revision === 0 ? [] : await readOwnYears(db, unitId);
  const inYear = (entry: CalendarEntry) => partsOf(entry.day).year === year;
  return {
    year,
    revision,
    entries: shownEntries(national.entries.filter(inYear), own.filter(inYear)),
    weeks: [
      ...national.weeks.map((week) => ({ ...week, source: 'national' as const, version: 0 })),
      ...weeks.map((week) => ({ ...week, source: 'unit' as const })),
    ],
    years: shownYears(national, years),
  };
}

function shownEntries(national: readonly CalendarEntry[], own: readonly OwnDay[]): ShownEntry[] {
  const nationalByDay = new Map(national.map((entry) => [entry.day, entry]));
  const ownDays = new Set(own.map((entry) => entry.day));
  const shown: ShownEntry[] = own.map((entry) => ({
    ...entry,
    source: 'unit',
    national: nationalByDay.get(entry.day) ?? null,
  }));
  for (const entry of national) {
    if (ownDays.has(entry.day)) continue;
    shown.push({ ...entry, source: 'national', version: 0, reason: null, byName: null, at: null, national: entry });
  }
  return shown.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function shownYears(
  national: NationalCalendar,
  own: Awaited<ReturnType<typeof readOwnYears>>,
): CalendarOfYear['years'] {
  const byYear = new Map<number, CalendarOfYear['years'][number]>(
    national.years.map((year) => [year.year, { ...year, source: 'national' }]),
  );
  for (const year of own) byYear.set(year.year, { ...year, note: '', source: 'unit' });
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}
