import { hour, type Moment, minute, toIso } from '#kernel/moment.ts';
import { fromEpochDay } from '#kernel/plain-date.ts';
import { explainDay, unknownYears, type WorkingCalendar } from '#kernel/working-calendar.ts';
import { epochDayOf, hoursOn, nextWorkingMoment, nthWorkingDay } from '#kernel/working-hours.ts';
import {
  clockTimeOf,
  cutoffLine,
  dueOfTerm,
  type Measure,
  measureOf,
  type TermInput,
  workedTimeOf,
} from './due-of-term.ts';
import type { ExplanationLine } from './types.ts';

/** Days since 1970 that a reckoning passed over, both included. */
type Passed = { readonly from: number; readonly to: number };

function countingLines(input: TermInput, at: Moment, due: Moment): ExplanationLine[] {
  const { calendar, rules, term } = input;
  const start = epochDayOf(at);
  const count = term.milli / 1_000;
  const notCounted: ExplanationLine = { code: 'day-not-counted', day: fromEpochDay(start) };
  const lines: Readonly<Record<Measure, () => ExplanationLine[]>> = {
    'working-days': () => [
      notCounted,
      { code: 'first-day', day: fromEpochDay(nthWorkingDay(calendar, start, 1)) },
      { code: 'last-day', day: fromEpochDay(epochDayOf(due)), params: { count } },
    ],
    days: () => {
      const last: ExplanationLine = { code: 'last-day', day: fromEpochDay(start + count), params: { count } };
      const isRolled = epochDayOf(due) > start + count;
      return [notCounted, last, ...(isRolled ? [{ code: 'rolled' as const, day: fromEpochDay(epochDayOf(due)) }] : [])];
    },
    'worked-time': () => [
      ...(term.unit === 'working-day'
        ? [{ code: 'hours-per-day' as const, params: { hours: rules.workingHoursPerDay.value, days: String(count) } }]
        : []),
      { code: 'worked-time', params: { minutes: workedTimeOf(input) / minute } },
    ],
    'clock-time': () => [{ code: 'clock-time', params: { hours: clockTimeOf(input) / hour } }],
    immediate: () => [cutoffLine(calendar, rules, at)],
  };
  return lines[measureOf(input)]();
}

/** The days whose being off or worked made the due date what it is. */
function passedDays(input: TermInput, at: Moment, due: Moment): Passed | undefined {
  const [start, end] = [epochDayOf(at), epochDayOf(due)];
  switch (measureOf(input)) {
    case 'clock-time':
      return undefined;
    case 'days':
      return { from: start + input.term.milli / 1_000, to: end };
    case 'working-days':
      return { from: start + 1, to: end };
    case 'worked-time':
    case 'immediate':
      return { from: start, to: end };
  }
}

/** The days off passed over, those of one name and notice together, and the rest days that were worked. */
function dayLines(calendar: WorkingCalendar, { from, to }: Passed): ExplanationLine[] {
  const weekends: string[] = [];
  const lines: ExplanationLine[] = [];
  for (let epochDay = from; epochDay <= to; epochDay += 1) {
    if (hoursOn(calendar, epochDay).total > 0 && !calendar.workedByDay.has(epochDay)) continue;
    const day = fromEpochDay(epochDay);
    const explained = explainDay(calendar, day);
    if (explained.reason === 'weekday') continue;
    if (explained.reason === 'weekend') {
      weekends.push(day);
      continue;
    }
    const { name, citation, reason } = explained;
    if (reason === 'worked-rest-day') {
      lines.push({ code: 'worked-rest-day', day, params: { name, citation } });
      continue;
    }
    const last = lines.at(-1);
    const follows = last?.params?.['to'] === fromEpochDay(epochDay - 1) && last.params['name'] === name;
    if (last?.day && follows) lines[lines.length - 1] = { ...last, params: { ...last.params, to: day } };
    else lines.push({ code: 'skipped', day, params: { to: day, kind: reason, name, citation } });
  }
  if (weekends.length === 0) return lines;
  return [{ code: 'weekends', params: { count: weekends.length, days: weekends.join(' ') } }, ...lines];
}

function beginsLater(input: TermInput, at: Moment): ExplanationLine[] {
  if (measureOf(input) !== 'worked-time') return [];
  const begins = nextWorkingMoment(input.calendar, at);
  return begins === at ? [] : [{ code: 'outside-hours', moment: at, params: { begins: toIso(begins) } }];
}

/**
 * How a term that begins at a moment comes to its due date: what is counted, which days were passed over and why, which
 * rest days were worked, and the years whose notice is not known, so that the date may still change.
 */
export function explainTerm(input: TermInput, at: Moment): ExplanationLine[] {
  const due = dueOfTerm(input, at);
  const passed = passedDays(input, at, due);
  const [first, last] = [fromEpochDay(epochDayOf(at)), fromEpochDay(epochDayOf(due))];
  return [
    ...beginsLater(input, at),
    ...countingLines(input, at, due),
    ...(passed ? dayLines(input.calendar, passed) : []),
    ...(passed ? unknownYears(input.calendar, first, last) : []).map(
      (year): ExplanationLine => ({ code: 'unannounced', params: { year } }),
    ),
    { code: 'due', moment: due },
  ];
}
