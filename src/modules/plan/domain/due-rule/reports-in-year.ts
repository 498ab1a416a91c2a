import type { Frequency } from '../due-rule.ts';

/** One report of the year: the quarter's, the half year's … and the month its period ends in (1–12). */
export interface ReportPeriod {
  readonly frequency: Frequency;
  /** 1 for quý I, the first half or January; 1 for the nine months and the year. */
  readonly number: number;
  readonly endMonth: number;
}

/** Longest period first: of two reports on periods that end together only the longer one is written. */
const byLength: readonly Frequency[] = ['year', '9months', '6months', 'quarter', 'month'];

const monthsOf: Readonly<Record<Exclude<Frequency, 'week'>, number>> = {
  year: 12,
  '9months': 9,
  '6months': 6,
  quarter: 3,
  month: 1,
};

function periodsOf(frequency: Frequency): ReportPeriod[] {
  if (frequency === 'week') {
    return Array.from({ length: 52 }, (_, week) => ({
      frequency,
      number: week + 1,
      endMonth: Math.ceil(((week + 1) * 12) / 52),
    }));
  }
  const months = monthsOf[frequency];
  const count = Math.floor(12 / months);
  return Array.from({ length: count }, (_, index) => ({
    frequency,
    number: index + 1,
    endMonth: (index + 1) * months,
  }));
}

/**
 * The reports of one year for the frequencies a document names, in order. "Quý, 6 tháng, 9 tháng, năm" is four (quý I,
 * 6 tháng, 9 tháng, năm): a report on a longer period takes the place of the shorter one that ends with it.
 * Weekly reports stand beside the others, those of a month before its other reports.
 */
export function reportsInYear(frequencies: readonly Frequency[]): ReportPeriod[] {
  const byEnd = new Map<number, ReportPeriod>();
  for (const frequency of byLength.filter((one) => frequencies.includes(one))) {
    for (const period of periodsOf(frequency)) if (!byEnd.has(period.endMonth)) byEnd.set(period.endMonth, period);
  }
  const weeks = frequencies.includes('week') ? periodsOf('week') : [];
  return [...weeks, ...byEnd.values()].sort((a, b) => a.endMonth - b.endMonth);
}
