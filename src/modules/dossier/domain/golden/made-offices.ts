import type { PlainDate } from '#kernel/plain-date.ts';
import type { Session, WeekHours, WeekPattern } from '#kernel/working-calendar.ts';
import type { CalendarEntry, KnownDays } from '#modules/calendar/domain/calendar-entry.ts';
import { readSessions } from '#modules/calendar/domain/read-sessions.ts';

function hours(text: string): Session[] {
  const sessions = readSessions(text);
  if (!sessions) throw new RangeError(text);
  return sessions;
}

function weekOf(text: string, saturday = ''): WeekHours {
  const day = hours(text);
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: hours(saturday) };
}

const usual = '07:00–11:30, 13:30–17:00';
const since = '1999-10-02' as PlainDate;

const ownHours: ReadonlyMap<string, string> = new Map([
  ['2024-05-04', '07:00–11:30'],
  ['2025-04-26', '13:30–17:00'],
  ['2026-01-10', '08:00–12:00, 13:00–16:00'],
  ['2026-08-22', '07:00–11:00'],
]);

function withOwnHours(entry: CalendarEntry): CalendarEntry {
  const own = ownHours.get(entry.day);
  return own === undefined ? entry : { ...entry, sessions: hours(own) };
}

function weeks(week: WeekHours, seasons: WeekPattern['seasons'] = []): WeekPattern[] {
  return [{ effectiveFrom: since, week, seasons }];
}

const withoutWorked = (entries: readonly CalendarEntry[]) => entries.filter(({ kind }) => kind !== 'worked');

/** The five offices of table 13 as README.md describes them, made from the national days. */
export function officesOf(national: KnownDays): ReadonlyMap<string, KnownDays> {
  const summer = { from: '04-16', to: '10-15', week: weekOf('06:30–11:00, 14:00–17:30') };
  return new Map([
    ['A', national],
    ['B', { ...national, weeks: weeks(weekOf('07:30–11:30, 13:00–16:30')) }],
    ['C', { ...national, weeks: weeks(weekOf(usual, '07:00–11:00')), entries: withoutWorked(national.entries) }],
    ['D', { ...national, weeks: weeks(weekOf(usual), [summer]) }],
    ['E', { ...national, entries: national.entries.map(withOwnHours) }],
  ]);
}
