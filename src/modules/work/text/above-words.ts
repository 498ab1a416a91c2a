import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { targetWords } from '#modules/plan/domain/target-words.ts';
import type { Figure, Gap } from '../domain/above-gap.ts';
import type { Comparison } from '../domain/compare-above.ts';

/** How ours stands against what a higher plan asks. */
export const comparisonWords: Readonly<Record<Comparison, string>> = {
  unexplained: 'Khác, chưa có lý do',
  missing: 'Chưa có trong kế hoạch của ta',
  explained: 'Khác, có lý do',
  met: 'Đáp ứng',
  gone: 'Cấp trên đã bỏ',
};

/** A figure with what kind of promise it is. */
export function figureWords(figure: Figure): string {
  return `${targetWords(figure)}${figure.aspiration ? ' (phấn đấu)' : ''}`.trim();
}

interface Compared {
  readonly figure: Figure | null;
  readonly due: PlainDate | null;
}

/** A gap in a sentence: what is asked, and what ours says. */
export function gapWords(gap: Gap, asked: Compared, ours: Compared): string {
  const figures = `cấp trên giao ${asked.figure ? figureWords(asked.figure) : ''}, ta đặt ${ours.figure ? figureWords(ours.figure) : ''}`;
  const due = asked.due === null ? '' : formatDate(asked.due);
  switch (gap) {
    case 'weaker':
      return `Mức thấp hơn: ${figures}.`;
    case 'other-figure':
      return `Không so được mức: ${figures}.`;
    case 'aspiration':
      return `Ta chỉ đặt mức phấn đấu: ${figures}.`;
    case 'later':
      return `Muộn hơn: cấp trên giao ${due}, hạn của ta ${ours.due === null ? '' : formatDate(ours.due)}.`;
    case 'undated':
      return `Cấp trên giao hạn ${due}, việc của ta chưa có hạn.`;
  }
}
