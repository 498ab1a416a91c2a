import type { Moment } from '#kernel/moment.ts';
import { fromEpochDay } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';
import type { CalendarParts, Session, Weekday, WeekPattern } from '#kernel/working-calendar.ts';
import type { Counting } from '#modules/dossier/domain/deadline/types.ts';

/**
 * Due dates a second time, by counting: no sums, no search, no code of the engine. A day is 1,440 minutes that are
 * worked or not; days are walked one by one and the minutes of the day that matters one by one. For comparing only.
 */
const minute = 60_000;
const offset = 7 * 3_600_000;
const minutesOfDay = 1_440;

type Minutes = { readonly worked: readonly boolean[]; readonly count: number };

const noMinutes: Minutes = { worked: [], count: 0 };

function clockMinutes(text: string): number {
  const [hours = '', minutes = ''] = text.split(':');
  return Number.parseInt(hours, 10) * 60 + Number.parseInt(minutes, 10);
}

function minutesIn(sessions: readonly Session[]): Minutes {
  const worked: boolean[] = [];
  let count = 0;
  for (let at = 0; at < minutesOfDay; at += 1) {
    const isWorked = sessions.some(({ from, to }) => clockMinutes(from) <= at && at < clockMinutes(to));
    worked.push(isWorked);
    if (isWorked) count += 1;
  }
  return { worked, count };
}

const weekdayOf = (day: number) => ((((day % 7) + 7 + 3) % 7) + 1) as Weekday;

/** One office, whose days are looked up in its parts each time they are met first. */
export class NaiveOffice {
  readonly #parts: CalendarParts;
  readonly #days = new Map<number, Minutes>();
  readonly #bySessions = new Map<string, Minutes>();

  constructor(parts: CalendarParts) {
    this.#parts = parts;
  }

  #patternOn(date: string): WeekPattern | undefined {
    const sorted = [...this.#parts.patterns].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
    let found = sorted[0];
    for (const pattern of sorted) if (pattern.effectiveFrom <= date) found = pattern;
    return found;
  }

  #usual(date: string, weekday: Weekday): readonly Session[] {
    const pattern = this.#patternOn(date);
    const inYear = date.slice(5);
    for (const { from, to, week } of pattern?.seasons ?? []) {
      const isIn = from > to ? inYear >= from || inYear <= to : inYear >= from && inYear <= to;
      if (isIn) return week[weekday] ?? [];
    }
    return pattern?.week[weekday] ?? [];
  }

  #sessionsOn(day: number): readonly Session[] {
    const date = fromEpochDay(day);
    if (this.#parts.daysOff.some((off) => off.day === date)) return [];
    const usual = this.#usual(date, weekdayOf(day));
    const worked = this.#parts.workedDays.findLast((one) => one.day === date);
    if (!worked) return usual;
    if (worked.sessions && worked.sessions.length > 0) return worked.sessions;
    if (usual.length > 0) return usual;
    const swapped = this.#parts.daysOff
      .filter(({ kind }) => kind === 'swapped')
      .map((off) => Date.parse(off.day) / 86_400_000)
      .sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b);
    const candidates = [...swapped.slice(0, 1).map(weekdayOf), 1, 2, 3, 4, 5, 6, 7] as Weekday[];
    for (const weekday of candidates) {
      const sessions = this.#usual(date, weekday);
      if (sessions.length > 0) return sessions;
    }
    return [];
  }

  #minutesOn(day: number): Minutes {
    const known = this.#days.get(day);
    if (known) return known;
    const sessions = this.#sessionsOn(day);
    const key = sessions.map(({ from, to }) => `${from}-${to}`).join();
    const minutes = this.#bySessions.get(key) ?? (sessions.length === 0 ? noMinutes : minutesIn(sessions));
    this.#bySessions.set(key, minutes);
    this.#days.set(day, minutes);
    return minutes;
  }

  works(day: number): boolean {
    return this.#minutesOn(day).count > 0;
  }

  /** The moment after the last worked minute of a day. */
  endOf(day: number): number {
    const { worked } = this.#minutesOn(day);
    let last = minutesOfDay - 1;
    while (last >= 0 && worked[last] !== true) last -= 1;
    return day * minutesOfDay * minute + (last + 1) * minute - offset;
  }

  /** The first worked minute of a day. */
  startOf(day: number): number {
    const { worked } = this.#minutesOn(day);
    return day * minutesOfDay * minute + worked.indexOf(true) * minute - offset;
  }

  nextWorkingDay(day: number): number {
    let next = day + 1;
    while (!this.works(next)) next += 1;
    return next;
  }

  #isWorked(local: number): boolean {
    const day = Math.floor(local / minute / minutesOfDay);
    return this.#minutesOn(day).worked[Math.floor(local / minute) - day * minutesOfDay] === true;
  }

  /** Walks until so many milliseconds were worked. */
  walk(at: number, milliseconds: number): number {
    let local = at + offset;
    let left = milliseconds;
    while (left > 0) {
      const isMidnight = local % (minutesOfDay * minute) === 0;
      const whole = isMidnight ? this.#minutesOn(local / minute / minutesOfDay).count * minute : Infinity;
      if (whole < left) {
        left -= whole;
        local += minutesOfDay * minute;
        continue;
      }
      const step = minute - (local % minute);
      if (!this.#isWorked(local)) local += step;
      else {
        const used = Math.min(step, left);
        left -= used;
        local += used;
      }
    }
    return local - offset;
  }

  /** Counts the milliseconds worked from one moment to a later one. */
  count(from: number, to: number): number {
    let local = from + offset;
    const end = to + offset;
    let counted = 0;
    while (local < end) {
      const isMidnight = local % (minutesOfDay * minute) === 0;
      if (isMidnight && local + minutesOfDay * minute <= end) {
        counted += this.#minutesOn(local / minute / minutesOfDay).count * minute;
        local += minutesOfDay * minute;
        continue;
      }
      const step = Math.min(minute - (local % minute), end - local);
      if (this.#isWorked(local)) counted += step;
      local += step;
    }
    return counted;
  }
}

export const naiveDay = (at: number) => Math.floor((at + offset) / minute / minutesOfDay);

/** Of a term of rules with a cutoff at 15:00 and days of 8 hours. */
export function naiveDue(office: NaiveOffice, { unit, milli }: Term, counting: Counting, at: number): number {
  const day = naiveDay(at);
  const isWhole = Number.isInteger(milli / 1_000);
  if (unit === 'immediate') {
    const isEarly = at + offset - day * minutesOfDay * minute < 15 * 60 * minute;
    if (office.works(day) && isEarly && at < office.endOf(day)) return office.endOf(day);
    return office.endOf(office.nextWorkingDay(day));
  }
  if (unit === 'hour') return at + milli * 3_600;
  if (unit === 'working-hour') return office.walk(at, milli * 3_600);
  if (unit === 'day') {
    if (!isWhole) return at + milli * 24 * 3_600;
    let last = day + milli / 1_000;
    while (!office.works(last)) last += 1;
    return office.endOf(last);
  }
  if (!isWhole || counting === 'hour-based') return office.walk(at, milli * 8 * 3_600);
  let last = day;
  for (let counted = 0; counted < milli / 1_000; ) {
    last += 1;
    if (office.works(last)) counted += 1;
  }
  return office.endOf(last);
}

/** By when something is handed on: the end of its day, or the first hour of the next working day. */
export function naiveTransfer(office: NaiveOffice, at: number): number {
  const day = naiveDay(at);
  const sameDay = naiveDue(office, { unit: 'immediate', milli: 0 }, 'day-based', at);
  if (naiveDay(sameDay) === day) return sameDay;
  return office.walk(office.startOf(office.nextWorkingDay(day)), 60 * minute);
}

/** Moves a due date by stretches in which the clock stood still, each minute of them marked once. */
export function naiveMoved(
  office: NaiveOffice,
  due: number,
  stretches: readonly { readonly from: Moment; readonly to: Moment }[],
  since: number,
  byClock: boolean,
): number {
  let moved = due;
  let at = since;
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  for (let index = 0; index < sorted.length; ) {
    const from = Math.max(sorted[index]?.from ?? 0, at);
    let to = Math.max(sorted[index]?.to ?? 0, from);
    index += 1;
    while (index < sorted.length && (sorted[index]?.from ?? 0) <= to) {
      to = Math.max(to, sorted[index]?.to ?? 0);
      index += 1;
    }
    at = to;
    if (from >= moved || from === to) continue;
    moved = byClock ? moved + (to - from) : office.walk(moved, office.count(from, to));
  }
  return moved;
}
