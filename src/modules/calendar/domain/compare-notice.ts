import type { CalendarEntry } from './calendar-entry.ts';

/** A notice beside what the calendar says: what is new, what differs, what stands already, what it does not mention. */
export interface NoticeComparison {
  readonly added: readonly CalendarEntry[];
  readonly changed: readonly { readonly before: CalendarEntry; readonly after: CalendarEntry }[];
  readonly same: readonly CalendarEntry[];
  readonly unmentioned: readonly CalendarEntry[];
}

/** Compares the days of a notice with the entries of its year that hold now. */
export function compareNotice(days: readonly CalendarEntry[], present: readonly CalendarEntry[]): NoticeComparison {
  const byDay = new Map(present.map((entry) => [entry.day, entry]));
  const named = new Set(days.map((entry) => entry.day));
  const changed: { before: CalendarEntry; after: CalendarEntry }[] = [];
  const same: CalendarEntry[] = [];
  for (const after of days) {
    const before = byDay.get(after.day);
    if (!before) continue;
    const isSame = before.kind === after.kind && before.name === after.name && before.citation === after.citation;
    if (isSame) same.push(after);
    else changed.push({ before, after });
  }
  return {
    added: days.filter((entry) => !byDay.has(entry.day)),
    changed,
    same,
    unmentioned: present.filter((entry) => !named.has(entry.day)),
  };
}
