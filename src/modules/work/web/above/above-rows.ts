import { formatDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import type { StatusTone } from '#web/ui/status-badge.tsx';
import type { listAbove, listAbovePlans } from '../../contract/above.ts';
import type { Comparison } from '../../domain/compare-above.ts';
import { figureWords } from '../../text/above-words.ts';

export type AboveRow = AnswerOf<typeof listAbove>['rows'][number];
export type AbovePlanRow = AnswerOf<typeof listAbovePlans>['rows'][number];

export const comparisonTones: Readonly<Record<Comparison, StatusTone>> = {
  unexplained: 'overdue',
  missing: 'soon',
  explained: 'active',
  met: 'done',
  gone: 'none',
};

/** "Kế hoạch số 11/KH-UBND ngày 05/01/2022 của UBND huyện …". */
export function planWords({
  title,
  number,
  day,
  issuer,
}: Pick<AbovePlanRow, 'title' | 'number' | 'day' | 'issuer'>): string {
  const decision = [number && `số ${number}`, day && `ngày ${formatDate(day)}`].filter(Boolean).join(' ');
  return [title, decision, issuer].filter(Boolean).join(', ');
}

/** The figure or the day that is asked for, or that ours has. */
export function measureWords({
  figure,
  due,
  dueText,
}: Pick<AboveRow, 'figure' | 'due'> & { dueText?: string }): string {
  if (figure) return figureWords(figure);
  return due ? `hạn ${formatDate(due)}` : (dueText ?? '');
}

/** What of ours carries it out, in one line. */
export function oursWords({ ours, absentReason }: Pick<AboveRow, 'ours' | 'absentReason'>): string {
  if (ours.length === 0) return absentReason === null ? '' : `Không thực hiện: ${absentReason}`;
  return ours.map((one) => [one.content, measureWords(one)].filter(Boolean).join(' – ')).join('; ');
}
