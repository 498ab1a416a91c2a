import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { CalendarYear, WeekHours } from '#kernel/working-calendar.ts';
import type { Db } from '#server/db.ts';
import type { CalendarEntry, DayKind } from '../domain/calendar-entry.ts';
import type { CitedWeek } from './national.ts';

/** Who entered something, when, and why. */
export interface Doer {
  readonly at: string;
  readonly by: Id | null;
  readonly byName: string;
  readonly reason: string | null;
}

export interface OwnDay extends CalendarEntry {
  readonly version: number;
  readonly reason: string | null;
  readonly byName: string;
  readonly at: string;
}

export interface OwnWeek extends CitedWeek {
  readonly version: number;
}

/** The days a unit says something of itself, the newest entry of each; of some days only when they are named. */
export async function readOwnDays(db: Db, unitId: UnitId, days?: readonly PlainDate[]): Promise<OwnDay[]> {
  const rows = await db
    .selectFrom('calendar_day')
    .distinctOn('day')
    .selectAll()
    .where('unit_id', '=', unitId)
    .$if(days !== undefined, (query) => query.where('day', '=', sql<string>`any (${days ?? []}::date[])`))
    .orderBy('day')
    .orderBy('revision', 'desc')
    .execute();
  return rows
    .filter((row) => row.kind !== 'national')
    .map((row) => ({
      day: row.day as PlainDate,
      kind: row.kind as DayKind,
      name: row.name,
      citation: row.citation,
      version: row.revision,
      reason: row.reason,
      byName: row.by_name,
      at: row.at,
    }));
}

/** The weeks a unit set itself and did not withdraw, earliest first. */
export async function readOwnWeeks(db: Db, unitId: UnitId): Promise<OwnWeek[]> {
  const rows = await db
    .selectFrom('calendar_week')
    .distinctOn('effective_from')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('effective_from')
    .orderBy('revision', 'desc')
    .execute();
  return rows.flatMap((row) =>
    row.week === null
      ? []
      : [
          {
            effectiveFrom: row.effective_from as PlainDate,
            week: row.week as WeekHours,
            citation: row.citation,
            version: row.revision,
          },
        ],
  );
}

/** The years whose notice a unit entered itself. */
export async function readOwnYears(db: Db, unitId: UnitId): Promise<CalendarYear[]> {
  return db
    .selectFrom('calendar_year')
    .distinctOn('year')
    .select(['year', 'announced', 'citation'])
    .where('unit_id', '=', unitId)
    .orderBy('year')
    .orderBy('revision', 'desc')
    .execute();
}

/**
 * Begins a new revision of a unit's calendar and gives its number, and which national calendar it stands over; no other
 * write changes the calendar until this transaction has ended.
 */
export async function nextRevision(db: Db, unitId: UnitId, stamp: Id): Promise<{ revision: number; sha256: string }> {
  return db
    .insertInto('calendar_head')
    .values({ unit_id: unitId, revision: 1, stamp })
    .onConflict((conflict) =>
      conflict.column('unit_id').doUpdateSet({ revision: sql<number>`calendar_head.revision + 1`, stamp }),
    )
    .returning(['revision', sql<string>`(select sha256 from national_calendar)`.as('sha256')])
    .executeTakeFirstOrThrow();
}

export type NewDay = Omit<CalendarEntry, 'kind'> & { readonly kind: DayKind | 'national' };

/** Adds entries of days to a revision. */
export async function insertDays(
  db: Db,
  unitId: UnitId,
  revision: number,
  days: readonly NewDay[],
  doer: Doer,
): Promise<void> {
  if (days.length === 0) return;
  const { byName, ...rest } = doer;
  const common = { unit_id: unitId, revision, ...rest, by_name: byName };
  await db
    .insertInto('calendar_day')
    .values(days.map(({ day, kind, name, citation }) => ({ day, kind, name, citation, ...common })))
    .execute();
}

/** Adds a notice of a year to a revision. */
export async function insertYear(
  db: Db,
  unitId: UnitId,
  revision: number,
  { year, announced, citation }: CalendarYear,
  { at, by, byName }: Doer,
): Promise<void> {
  const values = { unit_id: unitId, revision, year, announced, citation, at, by, by_name: byName };
  await db.insertInto('calendar_year').values(values).execute();
}

/** Adds a week to a revision; without hours it says that the unit's week of this day was withdrawn. */
export async function insertWeek(
  db: Db,
  unitId: UnitId,
  revision: number,
  { effectiveFrom, week, citation }: { effectiveFrom: PlainDate; week: WeekHours | null; citation: string },
  { byName, ...doer }: Doer,
): Promise<void> {
  await db
    .insertInto('calendar_week')
    .values({
      unit_id: unitId,
      revision,
      effective_from: effectiveFrom,
      week: week === null ? null : JSON.stringify(week),
      citation,
      ...doer,
      by_name: byName,
    })
    .execute();
}
