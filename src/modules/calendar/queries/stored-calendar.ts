import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { Db } from '#server/db.ts';
import { overridden, workingCalendarOf } from '../domain/calendar-entry.ts';
import { type NationalCalendar, readNational } from '../store/national.ts';
import { readOwnDays, readOwnWeeks, readOwnYears } from '../store/own.ts';

const mostKept = 1_000;
const kept = new Map<string, WorkingCalendar>();
let keptNational: { readonly sha256: string; readonly national: NationalCalendar } | undefined;

/**
 * The working days of a unit: the national calendar with what the unit itself says over it, all years that are known.
 * One short statement; the calendar is made again only when an entry was made since. Ask it of a year that is not
 * announced and `knowsYear` says so.
 */
export async function loadWorkingCalendar(db: Db, unitId: UnitId): Promise<WorkingCalendar> {
  const { sha256, stamp } = await readStamps(db, unitId);
  const key = `${sha256} ${stamp ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  const national = await nationalOf(db, sha256);
  const calendar = stamp === null ? workingCalendarOf(national) : await withOwn(db, unitId, national);
  kept.set(key, calendar);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return calendar;
}

async function readStamps(db: Db, unitId: UnitId): Promise<{ sha256: string; stamp: string | null }> {
  return db
    .selectFrom('national_calendar')
    .select([
      'sha256',
      (eb) => eb.selectFrom('calendar_head').select('stamp').where('unit_id', '=', unitId).as('stamp'),
    ])
    .executeTakeFirstOrThrow();
}

/** The national calendar with this hash, which is read once while it stays loaded. */
export async function nationalOf(db: Db, sha256: string): Promise<NationalCalendar> {
  if (keptNational?.sha256 === sha256) return keptNational.national;
  const national = await readNational(db);
  keptNational = { sha256, national };
  return national;
}

async function withOwn(db: Db, unitId: UnitId, national: NationalCalendar): Promise<WorkingCalendar> {
  const days = await readOwnDays(db, unitId);
  const weeks = await readOwnWeeks(db, unitId);
  const years = await readOwnYears(db, unitId);
  return workingCalendarOf({
    weeks: [...national.weeks, ...weeks],
    entries: overridden(national.entries, days),
    years: [...national.years, ...years],
  });
}

/** The newest revision of a unit's own entries; 0 when it follows the national calendar. */
export async function readRevision(db: Db, unitId: UnitId): Promise<number> {
  const head = await db
    .selectFrom('calendar_head')
    .select(sql<number>`revision`.as('revision'))
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return head?.revision ?? 0;
}

/** The national calendar as it is loaded. */
export async function loadNational(db: Db): Promise<NationalCalendar> {
  const { sha256 } = await db.selectFrom('national_calendar').select('sha256').executeTakeFirstOrThrow();
  return nationalOf(db, sha256);
}
