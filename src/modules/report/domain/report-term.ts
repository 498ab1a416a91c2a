import { daysInMonth, type PlainDate, plainDate } from '#kernel/plain-date.ts';
import { addWorkingDays, lastWorkingDayOnOrBefore, type WorkingCalendar } from '#kernel/working-calendar.ts';

export const reportPeriods = ['Q1', '6M', '9M', 'Y'] as const;
export type ReportPeriodCode = (typeof reportPeriods)[number];

/** When one periodic report of every year is cut off and due; from the unit's calendar of reports. */
export interface ReportTerm {
  readonly period: ReportPeriodCode;
  readonly cutMonth: number;
  readonly cutDay: number;
  readonly dueMonth: number;
  readonly dueDay: number;
  /** The due day lies in the year after. */
  readonly nextYear: boolean;
  /** Working days before the due day by which sections are handed in. */
  readonly innerDays: number;
}

/**
 * What a unit that set nothing begins with: figures to the 14th of the period's last month (Nghị định số 09/2019/NĐ-CP,
 * Điều 12) and the report by the 20th of it. The days of a commune are set by its superior and were not verified, so
 * they are data of the unit.
 */
export const usualTerms: readonly ReportTerm[] = [3, 6, 9, 12].map((month, index) => ({
  period: reportPeriods[index] ?? 'Y',
  cutMonth: month,
  cutDay: 14,
  dueMonth: month,
  dueDay: 20,
  nextYear: false,
  innerDays: 3,
}));

export const usualCitation =
  'Mặc định: chốt số liệu ngày 14 (Nghị định số 09/2019/NĐ-CP, Điều 12), gửi ngày 20; ngày của cấp xã chưa kiểm chứng, xin sửa theo văn bản của cấp trên.';

/** The days of one report. */
export interface ReportDays {
  readonly cutOff: PlainDate;
  readonly due: PlainDate;
  /** By which sections are handed in. */
  readonly innerDue: PlainDate;
  /** The report is due less than one working day after the cut-off: figures can only be estimates. */
  readonly estimated: boolean;
}

function dayOf(year: number, month: number, day: number): PlainDate {
  return plainDate(year, month, Math.min(day, daysInMonth(year, month)));
}

/**
 * The days of a report of a year: due and inner day roll back to working days, as days of plans do. A due day less than
 * one working day after the cut-off marks the figures as estimates (Nghị định số 09/2019/NĐ-CP, Điều 8).
 */
export function daysOfReport(term: ReportTerm, year: number, calendar: WorkingCalendar): ReportDays {
  const cutOff = dayOf(year, term.cutMonth, term.cutDay);
  const named = dayOf(term.nextYear ? year + 1 : year, term.dueMonth, term.dueDay);
  const due = lastWorkingDayOnOrBefore(calendar, named);
  const innerDue = addWorkingDays(calendar, due, -term.innerDays);
  return { cutOff, due, innerDue, estimated: due < addWorkingDays(calendar, cutOff, 1) };
}

/** `2022-Q1` of a year and the code of a period. */
export function periodOf(year: number, code: ReportPeriodCode): string {
  return `${year}-${code}`;
}
