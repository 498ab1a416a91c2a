import type { PlainDate } from '#kernel/plain-date.ts';
import { DateText } from './date-text.tsx';
import { dueWords } from './due-words.ts';
import { StatusBadge } from './status-badge.tsx';

interface DueTextProps {
  readonly due: PlainDate | null | undefined;
  readonly today: PlainDate;
  readonly isDone?: boolean;
  /** Words of the rule that counts working time, e.g. `còn 1 ngày 3 giờ làm việc`; else calendar days are told. */
  readonly words?: string;
  /** The explanation of the day. */
  readonly to?: string;
}

/** A due day and how it stands: red when overdue, amber when near, green when done. */
export function DueText({ due, today, isDone = false, words, to }: DueTextProps) {
  if (!due) return <DateText date={due} />;
  const state = dueWords(due, today, isDone);
  return (
    <span className="due">
      <DateText date={due} {...(to !== undefined && { to })} />
      <StatusBadge tone={state.tone}>{words ?? state.words}</StatusBadge>
    </span>
  );
}
