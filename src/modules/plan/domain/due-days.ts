import { daysInMonth, endOfMonth, type PlainDate, partsOf, plainDate } from '#kernel/plain-date.ts';
import { reportsInYear } from './due-rule/reports-in-year.ts';
import { spanOf } from './due-rule/span-of.ts';
import type { DueRule, PeriodicRule } from './due-rule.ts';

/** The day in a month, or its last one when the month is shorter. */
function dayIn(year: number, month: number, day: number): PlainDate {
  const later = month > 12 ? { year: year + 1, month: month - 12 } : { year, month };
  return plainDate(later.year, later.month, Math.min(day, daysInMonth(later.year, later.month)));
}

function periodicDays(rule: PeriodicRule, year: number): PlainDate[] {
  return reportsInYear(rule.frequency.filter((one) => one !== 'week')).map(({ endMonth }) => {
    if (rule.dueDay === undefined) return endOfMonth(year, endMonth);
    return dayIn(year, rule.dueInNextMonth ? endMonth + 1 : endMonth, rule.dueDay);
  });
}

/**
 * The calendar days on which a rule wants something in its year, as the words give them: the end of a span, or for a
 * periodic rule one day for each report (the last day of the period unless the words name a day). Weekly reports give
 * none, for they are work of every week; nor do rules that wait for somebody or something. Days off are not looked at.
 */
export function dueDaysOf(rule: DueRule, planYear: number): readonly PlainDate[] {
  if (rule.kind === 'periodic') return periodicDays(rule, rule.year ?? planYear);
  if (rule.kind === 'standing') return [];
  const { to } = spanOf(rule, planYear);
  return to ? [to] : [];
}

/** What a list of tasks asks of their due rules: months of the plan's year as bits 0–11, first and last due day. */
export interface DueSummary {
  readonly months: number;
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
}

/** Sums up the due days of rules; days of other years count for first and last only. */
export function dueSummary(rules: readonly DueRule[], planYear: number): DueSummary {
  const days = rules.flatMap((rule) => [...dueDaysOf(rule, planYear)]).sort();
  let months = 0;
  for (const day of days) {
    const { year, month } = partsOf(day);
    if (year === planYear) months |= 1 << (month - 1);
  }
  return { months, first: days[0] ?? null, last: days.at(-1) ?? null };
}
