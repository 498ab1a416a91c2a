import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Column } from '#web/ui/table/column.ts';

interface Dated {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** "01/01/2022 – 30/06/2025", or "từ 01/01/2022" for an open end. */
export function periodText({ validFrom, validTo }: Dated): string {
  return validTo ? `${formatDate(validFrom)} – ${formatDate(validTo)}` : `từ ${formatDate(validFrom)}`;
}

/** The column of days that every dated list ends with. */
export function periodColumn<Row extends Dated>(): Column<Row> {
  return { id: 'validFrom', title: 'Hiệu lực', text: periodText, width: 11.5 };
}
