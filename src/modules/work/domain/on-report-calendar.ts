import { formatDate } from '#kernel/plain-date.ts';
import { lastWorkingDayOnOrBefore, type WorkingCalendar } from '#kernel/working-calendar.ts';
import { daysOfReport, type ReportTerm } from '#modules/report/domain/report-term.ts';
import type { WantedObligation } from './obligation.ts';
import { findSpanOfPeriod } from './period.ts';

/** A term of the unit's calendar of reports with where it comes from. */
export interface CitedTerm extends ReportTerm {
  readonly citation: string;
}

const long = /^(\d{4})-(6M|9M|Y)$/;

/**
 * For what a periodic rule wants: moves a report on six months, nine months or the year to the day that the unit's calendar of reports names, unless the
 * plan itself names another day than the last of the period. Reports on a quarter keep the quarter's last working day.
 */
export function onReportCalendar(
  wanted: WantedObligation,
  terms: readonly CitedTerm[],
  calendar: WorkingCalendar,
): WantedObligation {
  const [, year, code] = long.exec(wanted.period) ?? [];
  const span = findSpanOfPeriod(wanted.period);
  const term = terms.find(({ period }) => period === code);
  if (!wanted.report || !term || !span) return wanted;
  if (wanted.due !== lastWorkingDayOnOrBefore(calendar, span.to)) return wanted;
  const { due } = daysOfReport(term, Number(year), calendar);
  const words = `Lịch báo cáo của đơn vị: chậm nhất ngày ${formatDate(due)}. Căn cứ: ${term.citation}`;
  return { ...wanted, due, dueSteps: [...wanted.dueSteps, { code: 'due', day: due, words }] };
}
