import { type PlainDate, partsOf } from '#kernel/plain-date.ts';

/** An electronic identification code of a unit (Decision 20/2020/QĐ-TTg) and the first day on which it is used. */
export interface AgencyCode {
  readonly from: PlainDate;
  readonly code: string;
}

/**
 * The code a unit bears on a day: the one that began last. Before 15/09/2020 codes named the smallest unit first
 * (`000.17.22.H56`), since then the largest (`H56.22.17`); both are data. Undefined before the first.
 */
export function findAgencyCode(codes: readonly AgencyCode[], day: PlainDate): string | undefined {
  return codes
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .at(0)?.code;
}

const two = (value: number) => String(value % 100).padStart(2, '0');

/**
 * The code of a dossier (mã hồ sơ): agency, day of receipt and running number of that day, at least four digits and as
 * long as needed (Circular 01/2018/TT-VPCP art. 19, 04/2025/TT-VPCP). An opaque key from then on: nothing reads it back.
 */
export function dossierCode(agency: string, day: PlainDate, number: number): string {
  const { year, month, day: ofMonth } = partsOf(day);
  return `${agency}-${two(year)}${two(month)}${two(ofMonth)}-${String(number).padStart(4, '0')}`;
}
