import { daysBetween, formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { WorkState } from './states.ts';

/** What a message says of an obligation. */
export interface ZaloRow {
  readonly title: string;
  readonly place: string;
  readonly due: PlainDate | null;
  readonly state: WorkState;
  /** Who does it, in words; empty: nobody. */
  readonly who: string;
}

const groups: readonly { readonly name: string; readonly states: readonly WorkState[] }[] = [
  { name: 'QUÁ HẠN', states: ['overdue'] },
  { name: 'SẮP ĐẾN HẠN', states: ['due-soon'] },
  { name: 'ĐANG THỰC HIỆN', states: ['doing', 'in-time'] },
  { name: 'CHỜ DUYỆT', states: ['submitted'] },
  { name: 'ĐANG CHỜ', states: ['awaiting-guidance', 'awaiting-authority', 'paused'] },
  { name: 'ĐÃ XONG', states: ['done-in-time', 'done-late', 'not-arising'] },
  { name: 'KHÁC', states: ['void', 'higher-level'] },
];

function dueWords({ due, state }: ZaloRow, today: PlainDate): string {
  if (due === null) return 'chưa có hạn';
  const days = daysBetween(today, due);
  if (state === 'overdue') return `hạn ${formatDate(due)}, trễ ${-days} ngày`;
  if (state !== 'due-soon') return `hạn ${formatDate(due)}`;
  return days === 0 ? `hạn hôm nay ${formatDate(due)}` : `hạn ${formatDate(due)}, còn ${days} ngày`;
}

/**
 * A list of obligations as plain text for a chat group: what is late first, each with its day, how late, and who does it.
 * Rows keep their order within a group.
 */
export function zaloText(title: string, today: PlainDate, rows: readonly ZaloRow[]): string {
  const parts = groups.flatMap(({ name, states }) => {
    const found = rows.filter((row) => states.includes(row.state));
    if (found.length === 0) return [];
    const lines = found.map((row, index) => {
      const place = row.place === '' ? '' : ` (${row.place})`;
      return `${index + 1}. ${row.title}${place}\n   ${dueWords(row, today)} – ${row.who === '' ? 'CHƯA CÓ NGƯỜI' : row.who}`;
    });
    return [`${name} (${found.length})`, ...lines, ''];
  });
  const head = `${title.toUpperCase()}\nNgày ${formatDate(today)}, ${rows.length} mục`;
  return [head, '', ...(parts.length > 0 ? parts : ['Không có mục nào.'])].join('\n').trimEnd();
}
