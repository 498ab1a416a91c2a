import { daysInMonth, endOfMonth, endOfQuarter, type PlainDate, plainDate } from '#kernel/plain-date.ts';
import type { DueRule, MonthRule, Part } from '../due-rule.ts';

/** First and last day of a bar on the year's chart; a side that the words leave open is missing. */
export interface DueSpan {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

function day(year: number, month: number, dayOfMonth: number): PlainDate {
  return plainDate(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

/** The third of a month or quarter, or the quarter of a year, that "đầu", "giữa" or "cuối" names. */
function partOf(year: number, first: number, last: number, part: Part | undefined): DueSpan {
  const length = last - first + 1;
  if (!part) return { from: day(year, first, 1), to: endOfMonth(year, last) };
  if (length === 1) {
    const [from, to] = { start: [1, 10], middle: [11, 20], end: [21, 31] }[part] as [number, number];
    return { from: day(year, first, from), to: day(year, first, to) };
  }
  const third = length === 3 ? 1 : 3;
  const from = { start: first, middle: first + third, end: last - third + 1 }[part];
  const to = { start: first + third - 1, middle: last - third, end: last }[part];
  return { from: day(year, from, 1), to: endOfMonth(year, to) };
}

function monthSpan(rule: MonthRule, year: number): DueSpan {
  const { month, toMonth, week } = rule;
  if (toMonth !== undefined) return { from: day(year, month, 1), to: endOfMonth(rule.toYear ?? year, toMonth) };
  if (week === 5) return { from: day(year, month, daysInMonth(year, month) - 6), to: endOfMonth(year, month) };
  if (week !== undefined) return { from: day(year, month, week * 7 - 6), to: day(year, month, week * 7) };
  return partOf(year, month, month, rule.part);
}

function wholeSpan(rule: DueRule, planYear: number): DueSpan {
  switch (rule.kind) {
    case 'before':
      return { to: day(rule.year ?? planYear, rule.month, rule.day) };
    case 'date': {
      const year = rule.year ?? planYear;
      const from = day(year, rule.month, rule.day);
      const open = rule.toMonth === undefined || rule.toDay === undefined;
      return { from, to: open ? from : day(rule.toYear ?? year, rule.toMonth, rule.toDay) };
    }
    case 'month':
      return monthSpan(rule, rule.year ?? planYear);
    case 'quarter': {
      const year = rule.year ?? planYear;
      const to = rule.toQuarter;
      if (to !== undefined)
        return { from: day(year, rule.quarter * 3 - 2, 1), to: endOfQuarter(rule.toYear ?? year, to) };
      return partOf(year, rule.quarter * 3 - 2, rule.quarter * 3, rule.part);
    }
    case 'halfyear':
      return partOf(rule.year ?? planYear, rule.half * 6 - 5, rule.half * 6, undefined);
    case 'year': {
      const year = rule.year ?? planYear;
      if (rule.toYear !== undefined) return { from: day(year, 1, 1), to: day(rule.toYear, 12, 31) };
      return partOf(year, 1, 12, rule.part);
    }
    case 'periodic':
    case 'standing':
      return partOf(rule.year ?? planYear, 1, 12, undefined);
    default:
      return {};
  }
}

/**
 * The calendar days a rule covers, for a bar on the year's chart; `planYear` is taken where the rule has no year.
 * "Trước ngày …" has an end only, "từ tháng …" a beginning only, and rules that wait for somebody or something have
 * neither. Days off are not looked at.
 */
export function spanOf(rule: DueRule, planYear: number): DueSpan {
  const span = wholeSpan(rule, planYear);
  const openEnd = 'from_' in rule && rule.from_ === true;
  if (openEnd) return span.from ? { from: span.from } : {};
  const limit = 'latest' in rule && rule.latest === true;
  return limit && span.to ? { to: span.to } : span;
}
