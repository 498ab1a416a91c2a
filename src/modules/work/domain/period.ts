import { endOfMonth, fromEpochDay, type PlainDate, plainDate, toEpochDay, weekdayOf } from '#kernel/plain-date.ts';
import type { ReportPeriod } from '#modules/plan/domain/due-rule/reports-in-year.ts';
import type { DueRule } from '#modules/plan/domain/due-rule.ts';

/**
 * A period that work or a report is of, as it is stored: `2022-Q1`, `2022-6M` (first half), `2022-H2` (second half),
 * `2022-9M`, `2022-Y`, `2022-03`, `2022-W12`; empty for what comes once.
 */
export type Period = string;

const quarters: readonly string[] = ['I', 'II', 'III', 'IV'];
const form = /^(\d{4})-(?:Q([1-4])|W(\d{2})|(6M|9M|H2|Y)|(\d{2}))$/;

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The period of one report of a year. */
export function periodOfReport({ frequency, number }: ReportPeriod, year: number): Period {
  switch (frequency) {
    case 'week':
      return `${year}-W${pad(number)}`;
    case 'month':
      return `${year}-${pad(number)}`;
    case 'quarter':
      return `${year}-Q${number}`;
    case '6months':
      return number === 1 ? `${year}-6M` : `${year}-H2`;
    case '9months':
      return `${year}-9M`;
    case 'year':
      return `${year}-Y`;
  }
}

/** The period that a single report is on, by the span its rule names; empty when the rule names none. */
export function periodOfSpan(rule: DueRule, planYear: number): Period {
  if (!('year' in rule)) return '';
  const year = rule.year ?? planYear;
  if (rule.kind === 'month')
    return rule.toMonth === undefined && rule.week === undefined ? `${year}-${pad(rule.month)}` : '';
  if (rule.kind === 'quarter') return rule.toQuarter === undefined ? `${year}-Q${rule.quarter}` : '';
  if (rule.kind === 'halfyear') return rule.half === 1 ? `${year}-6M` : `${year}-H2`;
  if (rule.kind === 'year') return rule.toYear === undefined ? `${year}-Y` : '';
  return '';
}

/** A period in words: "Quý I/2022", "6 tháng đầu năm 2022", "Tháng 03/2022"; empty for the empty period. */
export function periodWords(period: Period): string {
  const [, year, quarter, week, long, month] = form.exec(period) ?? [];
  if (year === undefined) return period;
  if (quarter !== undefined) return `Quý ${quarters[Number(quarter) - 1]}/${year}`;
  if (week !== undefined) return `Tuần ${week}/${year}`;
  if (month !== undefined) return `Tháng ${month}/${year}`;
  const words: Readonly<Record<string, string>> = {
    '6M': `6 tháng đầu năm ${year}`,
    H2: `6 tháng cuối năm ${year}`,
    '9M': `9 tháng đầu năm ${year}`,
    Y: `Năm ${year}`,
  };
  return words[long ?? ''] ?? period;
}

/** First and last calendar day of a period; undefined for the empty one. Weeks are those of ISO 8601. */
export function findSpanOfPeriod(period: Period): { readonly from: PlainDate; readonly to: PlainDate } | undefined {
  const [, yearText, quarter, week, long, month] = form.exec(period) ?? [];
  if (yearText === undefined) return undefined;
  const year = Number(yearText);
  if (week !== undefined) return weekOf(year, Number(week));
  const [first, last] = monthsOf(quarter, long, month);
  return { from: plainDate(year, first, 1), to: endOfMonth(year, last) };
}

function monthsOf(quarter: string | undefined, long: string | undefined, month: string | undefined): [number, number] {
  if (quarter !== undefined) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (month !== undefined) return [Number(month), Number(month)];
  if (long === 'H2') return [7, 12];
  return [1, long === '6M' ? 6 : long === '9M' ? 9 : 12];
}

/** Week 1 is the one with 4 January in it. */
function weekOf(year: number, week: number): { from: PlainDate; to: PlainDate } {
  const fourth = plainDate(year, 1, 4);
  const monday = toEpochDay(fourth) - (weekdayOf(fourth) - 1) + (week - 1) * 7;
  return { from: fromEpochDay(monday), to: fromEpochDay(monday + 6) };
}

/**
 * The periods that one signed report on a period closes: its own and the shorter ones that end with it, since a report
 * on the longer period takes their place (the yearly one closes quý IV and December as well).
 */
export function periodsClosedBy(period: Period): readonly Period[] {
  const span = findSpanOfPeriod(period);
  if (!span || period.includes('W')) return [period];
  const year = Number(period.slice(0, 4));
  const end = Number(span.to.slice(5, 7));
  const length = end - Number(span.from.slice(5, 7)) + 1;
  const shorter: [number, Period][] = [[1, `${year}-${pad(end)}`]];
  if (end % 3 === 0) shorter.push([3, `${year}-Q${end / 3}`]);
  if (end === 6) shorter.push([6, `${year}-6M`]);
  if (end === 9) shorter.push([9, `${year}-9M`]);
  if (end === 12) shorter.push([6, `${year}-H2`], [12, `${year}-Y`]);
  return shorter.filter(([months]) => months <= length).map(([, one]) => one);
}
