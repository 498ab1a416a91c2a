import { daysInMonth } from '#kernel/plain-date.ts';
import type { BeforeRule, DueRule } from '../due-rule.ts';
import { type CalendarToken, dayWithin, monthsOf, resolveYear } from './time-span.ts';
import type { Modifier, Numbered } from './time-token.ts';

type Modifiers = ReadonlySet<Modifier>;

interface Bounds {
  latest?: true;
  from_?: true;
}

function boundsOf(modifiers: Modifiers): Bounds {
  if (modifiers.has('latest') || modifiers.has('until')) return { latest: true };
  return modifiers.has('from') ? { from_: true } : {};
}

/** "Trước tháng 6": the last day before it. */
function dayBefore(year: number | null, month: number): BeforeRule {
  if (month === 1) return { kind: 'before', year: year === null ? null : year - 1, month: 12, day: 31, appliesTo: '' };
  return { kind: 'before', year, month: month - 1, day: daysInMonth(year ?? 2024, month - 1), appliesTo: '' };
}

function dayRule(token: CalendarToken & { kind: 'day' }, modifiers: Modifiers, planYear: number | null): DueRule {
  const year = resolveYear(token, planYear);
  const { month } = token;
  const place = { year, month, ...dayWithin(year, month, token.day) };
  const isLimit = modifiers.has('before') || modifiers.has('latest') || modifiers.has('until');
  const latest = modifiers.has('latest') ? ({ latest: true } as const) : {};
  if (isLimit) return { kind: 'before', ...place, ...latest, appliesTo: '' };
  return { kind: 'date', ...place, ...(modifiers.has('from') ? ({ from_: true } as const) : {}), appliesTo: '' };
}

function listRules(
  token: CalendarToken & { kind: 'month' | 'quarter' },
  modifiers: Modifiers,
  planYear: number | null,
): DueRule[] {
  const more = {
    ...(token.part ? { part: token.part } : {}),
    ...(token.isRange ? {} : boundsOf(modifiers)),
    appliesTo: '',
  };
  const week = token.week === undefined ? {} : { week: token.week };
  const yearOf = (item: Numbered) => resolveYear(item, planYear);
  const [first, last] = [token.items[0], token.items.at(-1)];
  if (token.isRange && first && last) {
    const [year, end] = [yearOf(first), yearOf(last)];
    const other = end !== null && end !== year ? { toYear: end } : {};
    if (token.kind === 'month')
      return [{ kind: 'month', year, month: first.value, toMonth: last.value, ...other, ...more }];
    return [{ kind: 'quarter', year, quarter: first.value, toQuarter: last.value, ...other, ...more }];
  }
  return token.items.map((item): DueRule => {
    const year = yearOf(item);
    if (modifiers.has('before')) return dayBefore(year, token.kind === 'month' ? item.value : item.value * 3 - 2);
    if (token.kind === 'month') return { kind: 'month', year, month: item.value, ...week, ...more };
    return { kind: 'quarter', year, quarter: item.value, ...more };
  });
}

/** The rules that a time of the calendar stands for, bound by the words before it. */
export function calendarRules(token: CalendarToken, modifiers: Modifiers, planYear: number | null): DueRule[] {
  switch (token.kind) {
    case 'day':
      return [dayRule(token, modifiers, planYear)];
    case 'month':
    case 'quarter':
      return listRules(token, modifiers, planYear);
    case 'half': {
      const year = resolveYear(token, planYear);
      if (modifiers.has('before')) return [dayBefore(year, monthsOf(token)[0])];
      return [{ kind: 'halfyear', year, half: token.half, ...boundsOf(modifiers), appliesTo: '' }];
    }
    case 'year': {
      const year = resolveYear(token, planYear);
      if (modifiers.has('before') && token.part === 'end') {
        return [{ kind: 'before', year, month: 12, day: 31, appliesTo: '' }];
      }
      if (modifiers.has('before')) return [dayBefore(year, 1)];
      const part = token.part ? { part: token.part } : {};
      const toYear = token.toYear === undefined ? {} : { toYear: token.toYear };
      const latest = token.latest ? ({ latest: true } as const) : {};
      return [{ kind: 'year', year, ...part, ...toYear, ...latest, ...boundsOf(modifiers), appliesTo: '' }];
    }
  }
}
