import { daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import type { StatusTone } from './status-badge.tsx';

const soonDays = 7;

/** How a due day stands today, in calendar days: words and tone. Working time is told by the rule that counts it. */
export function dueWords(due: PlainDate, today: PlainDate, isDone: boolean): { tone: StatusTone; words: string } {
  const left = daysBetween(today, due);
  if (isDone) return { tone: 'done', words: 'đã xong' };
  if (left < 0) return { tone: 'overdue', words: `quá hạn ${-left} ngày` };
  if (left === 0) return { tone: 'soon', words: 'hạn hôm nay' };
  return { tone: left <= soonDays ? 'soon' : 'none', words: `còn ${left} ngày` };
}
