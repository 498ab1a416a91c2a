import { daysInMonth } from '#kernel/plain-date.ts';
import { type CalendarToken, dayWithin, monthsOf, resolveYear, spanRule } from './time-span.ts';
import type { Modifier, TimeRule } from './time-token.ts';

type Modifiers = ReadonlySet<Modifier>;

interface Bounds {
  latest?: true;
  from_?: true;
}

function boundsOf(modifiers: Modifiers): Bounds {
  if (modifiers.has('latest') || modifiers.has('until')) return { latest: true };
  return modifiers.has('from') ? { from_: true } : {};
}

/** "Trước tháng 6": on the last day before it at the latest. */
function dayBefore(year: number | null, month: number): TimeRule {
  const latest = true;
  if (month === 1) return { kind: 'before', year: year === null ? null : year - 1, month: 12, day: 31, latest };
  return { kind: 'before', year, month: month - 1, day: daysInMonth(year ?? 2024, month - 1), latest };
}

function dayRule(token: CalendarToken & { kind: 'day' }, modifiers: Modifiers, planYear: number | null): TimeRule {
  const year = resolveYear(token, planYear);
  const { month } = token;
  const place = { year, month, ...dayWithin(year, month, token.day) };
  const isLimit = modifiers.has('before') || modifiers.has('latest') || modifiers.has('until');
  const isIncluded = modifiers.has('latest') || (modifiers.has('until') && !modifiers.has('before'));
  const latest = isIncluded ? ({ latest: true } as const) : {};
  if (isLimit) return { kind: 'before', ...place, ...latest };
  return { kind: 'date', ...place, ...(modifiers.has('from') ? ({ from_: true } as const) : {}) };
}

function listRules(
  token: CalendarToken & { kind: 'month' | 'quarter' },
  modifiers: Modifiers,
  planYear: number | null,
): TimeRule[] {
  const more = {
    ...(token.part ? { part: token.part } : {}),
    ...(token.isRange ? {} : boundsOf(modifiers)),
  };
  const week = token.week === undefined ? {} : { week: token.week };
  if (token.isRange) return [{ ...spanRule(token, { ...token, items: token.items.slice(1) }, planYear), ...more }];
  return token.items.map((item): TimeRule => {
    const year = resolveYear(item, planYear);
    if (modifiers.has('before')) return dayBefore(year, token.kind === 'month' ? item.value : item.value * 3 - 2);
    if (token.kind === 'month') return { kind: 'month', year, month: item.value, ...week, ...more };
    return { kind: 'quarter', year, quarter: item.value, ...more };
  });
}

/** The rules that a time of the calendar stands for, bound by the words before it. */
export function calendarRules(token: CalendarToken, modifiers: Modifiers, planYear: number | null): TimeRule[] {
  switch (token.kind) {
    case 'day':
      return [dayRule(token, modifiers, planYear)];
    case 'month':
    case 'quarter':
      return listRules(token, modifiers, planYear);
    case 'half': {
      const year = resolveYear(token, planYear);
      if (modifiers.has('before')) return [dayBefore(year, monthsOf(token)[0])];
      return [{ kind: 'halfyear', year, half: token.half, ...boundsOf(modifiers) }];
    }
    case 'year': {
      const year = resolveYear(token, planYear);
      if (modifiers.has('before') && token.part === 'end') {
        return [{ kind: 'before', year, month: 12, day: 31 }];
      }
      if (modifiers.has('before')) return [dayBefore(year, 1)];
      const part = token.part ? { part: token.part } : {};
      const toYear = token.toYear === undefined ? {} : { toYear: token.toYear };
      const latest = token.latest ? ({ latest: true } as const) : {};
      return [{ kind: 'year', year, ...part, ...toYear, ...latest, ...boundsOf(modifiers) }];
    }
  }
}
