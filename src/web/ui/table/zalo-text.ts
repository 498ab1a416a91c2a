import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Column } from './column.ts';

/**
 * A list as plain text for a chat: the title with its day, then one numbered paragraph a row,
 * the naming column first and the others as "label: value"; empty values and columns for wide screens are left out.
 */
export function zaloText<Row>(
  title: string,
  today: PlainDate,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string {
  const main = columns.find((column) => column.isMain) ?? columns[0];
  const lines = rows.map((row, at) => {
    const rest = columns
      .filter((column) => column !== main && !column.isWideOnly)
      .map((column) => ({ title: column.title, text: column.text(row).trim() }))
      .filter(({ text }) => text !== '')
      .map(({ title: label, text }) => `${label}: ${text}`);
    return [`${at + 1}. ${main?.text(row).trim() ?? ''}`, ...rest.map((part) => `   - ${part}`)].join('\n');
  });
  return [`${title.toUpperCase()} (ngày ${formatDate(today)}, ${rows.length} mục)`, ...lines].join('\n');
}
