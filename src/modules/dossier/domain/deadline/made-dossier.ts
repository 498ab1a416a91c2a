import { type Moment, parseMoment, toIso } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { readTerm } from '#kernel/term.ts';
import { type CalendarParts, type DayOff, makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { rulesOn } from './rules.ts';
import type { DeadlineInput, LedgerEvent, PauseKind } from './types.ts';

/** For tests: August and September 2026 with their days off, 07:00–11:30 and 13:30–17:00. */
const usual = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const off = (day: string, kind: DayOff['kind'], name: string): DayOff => ({
  day: day as PlainDate,
  kind,
  name,
  citation: 'TB 9441',
});

export const madeParts: CalendarParts = {
  patterns: [{ effectiveFrom: '2000-01-01' as PlainDate, week: { 1: usual, 2: usual, 3: usual, 4: usual, 5: usual } }],
  daysOff: [
    off('2026-08-31', 'swapped', 'Nghỉ hoán đổi'),
    off('2026-09-01', 'holiday', 'Quốc khánh'),
    off('2026-09-02', 'holiday', 'Quốc khánh'),
  ],
  workedDays: [{ day: '2026-08-22' as PlainDate, name: 'Làm bù', citation: 'CV 12729' }],
  years: [{ year: 2026, announced: true, citation: 'TB 9441' }],
};
export const madeCalendar = makeWorkingCalendar(madeParts);
export const madeRules = rulesOn('2026-08-01' as PlainDate);

/** `19/08 09:00` of 2026. */
export function at(text: string): Moment {
  const read = parseMoment(`2026-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(6)}`);
  if (read === undefined) throw new RangeError(text);
  return read;
}

/** The inverse of `at`. */
export function shown(moment: Moment): string {
  const text = toIso(moment);
  return `${text.slice(8, 10)}/${text.slice(5, 7)} ${text.slice(11, 16)}`;
}

export const paused = (kind: PauseKind, from: string, to?: string, excluded = true): LedgerEvent => ({
  type: 'paused',
  kind,
  from: at(from),
  ...(to !== undefined && { to: at(to) }),
  basis: 'Luật thử',
  excluded,
});
export const supplied = (when: string): LedgerEvent => ({ type: 'supplement-received', at: at(when) });
export const ended = (when: string): LedgerEvent => ({ type: 'ended', at: at(when) });
export const extended = (decidedAt: string, newDue: string, apology = '04/PXL'): LedgerEvent => ({
  type: 'extended',
  decidedAt: at(decidedAt),
  newDue: at(newDue),
  apology,
});

/** A dossier received then, as seen at `now`. */
export function dossier(
  received: string,
  termText: string,
  now: string,
  events: readonly LedgerEvent[] = [],
  more: Partial<DeadlineInput> = {},
): DeadlineInput {
  const term = readTerm(termText);
  if (!term) throw new RangeError(termText);
  const ledger: LedgerEvent[] = [{ type: 'received', at: at(received) }, ...events];
  return { term, counting: 'day-based', rules: madeRules, calendar: madeCalendar, ledger, now: at(now), ...more };
}
