import { addDays, daysInMonth, formatDate, type PlainDate, partsOf, plainDate } from '#kernel/plain-date.ts';
import { lastWorkingDayOnOrBefore, type WorkingCalendar } from '#kernel/working-calendar.ts';
import { describeDueRule } from '#modules/plan/domain/due-rule/describe-due-rule.ts';
import { reportsInYear } from '#modules/plan/domain/due-rule/reports-in-year.ts';
import { spanOf } from '#modules/plan/domain/due-rule/span-of.ts';
import type { DueRule, PeriodicRule } from '#modules/plan/domain/due-rule.ts';
import { dayWords, rollBack } from './due-steps.ts';
import type { DueStep, ObligationKind } from './obligation.ts';
import { findSpanOfPeriod, type Period, periodOfReport, periodOfSpan, periodWords } from './period.ts';

/** When something is to be brought forth, with how the day came about. */
export interface DueDay {
  readonly kind: ObligationKind;
  readonly period: Period;
  readonly startsOn: PlainDate | null;
  readonly due: PlainDate | null;
  readonly dueWords: string;
  readonly steps: readonly DueStep[];
}

function step(code: DueStep['code'], words: string, day: PlainDate | null = null): DueStep {
  return { code, day, words };
}

function inWords(rule: DueRule): DueStep {
  return step('words', `Thời hạn theo văn bản: “${describeDueRule(rule)}”.`);
}

/** Nothing says when: a step tells what has to happen first. */
function withoutDay(rule: DueRule, kind: ObligationKind, words: string, startsOn: PlainDate | null = null): DueDay {
  const code = kind === 'undated' ? 'open' : 'waits';
  return {
    kind,
    period: '',
    startsOn,
    due: null,
    dueWords: describeDueRule(rule),
    steps: [inWords(rule), step(code, words)],
  };
}

/** "Trước ngày 10/12": the day before it; every other limit is the named day itself. */
function namedDay(limit: PlainDate, isBefore: boolean, what: string): { named: PlainDate; step: DueStep } {
  if (!isBefore) return { named: limit, step: step('calendar-day', `${what} là ${dayWords(limit)}.`, limit) };
  const named = addDays(limit, -1);
  return {
    named,
    step: step('day-before', `Trước ngày ${formatDate(limit)} nghĩa là chậm nhất ${dayWords(named)}.`, named),
  };
}

function whatEnds(rule: DueRule): string {
  if (rule.kind === 'before' || (rule.kind === 'date' && rule.toDay === undefined)) return 'Ngày văn bản nêu';
  return 'Ngày cuối của khoảng thời gian văn bản nêu';
}

/** The days that words name by a limit or a span. */
function dated(rule: DueRule, planYear: number, calendar: WorkingCalendar): DueDay {
  const { from, to } = spanOf(rule, planYear);
  if (!to) {
    const words = 'Văn bản chỉ nêu khi nào bắt đầu, chưa nêu hạn. Đầu mối xem lại và đặt hạn.';
    return withoutDay(rule, 'undated', words, from ?? null);
  }
  const { named, step: naming } = namedDay(to, rule.kind === 'before' && rule.latest !== true, whatEnds(rule));
  const { due, steps } = rollBack(calendar, named);
  const isOneDay = from === to;
  return {
    kind: 'dated',
    period: periodOfSpan(rule, planYear),
    startsOn: isOneDay || from === undefined || from > due ? null : from,
    due,
    dueWords: describeDueRule(rule),
    steps: [inWords(rule), naming, ...steps],
  };
}

/** The day of a month, or of the month after; its last one when the month is shorter. */
function dayOfMonth(year: number, month: number, day: number): PlainDate {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  return plainDate(y, m, Math.min(day, daysInMonth(y, m)));
}

/** The limit of one report: the day that words name, or the last of its period. The 31st stands for the last day. */
function limitOf(rule: PeriodicRule, to: PlainDate): { limit: PlainDate; isBefore: boolean; what: string } {
  if (rule.dueDay === undefined || rule.dueDay === 31) {
    const { year, month } = partsOf(to);
    const limit = rule.dueDay !== undefined && rule.dueInNextMonth ? dayOfMonth(year, month + 1, 31) : to;
    return { limit, isBefore: false, what: limit === to ? 'Ngày cuối của kỳ' : 'Ngày cuối của tháng sau kỳ' };
  }
  const { year, month } = partsOf(to);
  const limit = dayOfMonth(year, rule.dueInNextMonth ? month + 1 : month, rule.dueDay);
  return { limit, isBefore: true, what: '' };
}

function periodic(rule: PeriodicRule, planYear: number, calendar: WorkingCalendar): readonly DueDay[] {
  const year = rule.year ?? planYear;
  return reportsInYear(rule.frequency).flatMap((report): DueDay[] => {
    const period = periodOfReport(report, year);
    const span = findSpanOfPeriod(period);
    if (!span) return [];
    const weekly = report.frequency === 'week';
    const { limit, isBefore, what } = weekly
      ? { limit: span.to, isBefore: false, what: 'Ngày cuối của tuần' }
      : limitOf(rule, span.to);
    const { named, step: naming } = namedDay(limit, isBefore, what);
    const { due, steps } = rollBack(calendar, named);
    const ofPeriod = step('words', `Kỳ báo cáo: ${periodWords(period)}.`);
    return [
      {
        kind: 'dated',
        period,
        startsOn: span.from > due ? null : span.from,
        due,
        dueWords: describeDueRule(rule),
        steps: [inWords(rule), ofPeriod, naming, ...steps],
      },
    ];
  });
}

function unstated(rule: PeriodicRule): DueDay {
  if (rule.adHoc) return withoutDay(rule, 'triggered', 'Chỉ làm khi có yêu cầu đột xuất; khi đó đầu mối đặt hạn.');
  return withoutDay(rule, 'undated', 'Văn bản nêu “định kỳ” mà chưa nêu kỳ nào. Đầu mối xem lại và đặt hạn.');
}

/**
 * The obligations that one rule makes of an output in a plan's year. Days of months, quarters and years are met by
 * their last working day, so they roll back over days off; "trước ngày …" by the last working day before it. Every
 * step says in words how the day came about, also that a year's days off are not announced yet.
 */
export function dueDaysOfRule(rule: DueRule, planYear: number, calendar: WorkingCalendar): readonly DueDay[] {
  switch (rule.kind) {
    case 'periodic':
      return rule.frequency.length > 0 ? periodic(rule, planYear, calendar) : [unstated(rule)];
    case 'standing': {
      const from = plainDate(rule.year ?? planYear, 1, 1);
      return [withoutDay(rule, 'standing', 'Việc thường xuyên, không có hạn; mỗi quý được rà soát một lần.', from)];
    }
    case 'asGuided':
      return [withoutDay(rule, 'guided', 'Chờ văn bản hướng dẫn; khi có, đầu mối đặt hạn theo văn bản đó.')];
    case 'onTrigger':
      return [withoutDay(rule, 'triggered', `Chờ sự kiện: ${rule.trigger}. Khi xảy ra, đầu mối đặt hạn.`)];
    case 'unspecified':
      return [withoutDay(rule, 'undated', 'Văn bản chưa nêu thời hạn. Đầu mối xem lại và đặt hạn.')];
    default:
      return [dated(rule, planYear, calendar)];
  }
}

/**
 * The day on which standing work of a year is looked at next: the last working day of the quarter of `from`, or of the
 * next quarter when that has passed; null after the year's last.
 */
export function firstReview(planYear: number, from: PlainDate, calendar: WorkingCalendar): PlainDate | null {
  const days = [3, 6, 9, 12].map((month) => lastWorkingDayOnOrBefore(calendar, dayOfMonth(planYear, month, 31)));
  return days.find((day) => day >= from) ?? null;
}
