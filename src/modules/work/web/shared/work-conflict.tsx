import { formatDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { CallError } from '#web/call.ts';
import { ConflictDialog } from '#web/ui/conflict-dialog.tsx';
import type { decideMany } from '../../contract/acts.ts';
import type { Stage } from '../../domain/states.ts';
import { stageWords, stateWords } from '../../text/state-words.ts';
import { actWords } from '../obligation/use-stale.ts';
import { bearerText } from './bearer-text.ts';
import type { ObligationRow } from './rows.ts';

/** An obligation as it is now, with what another did last. */
export type CurrentRow = NonNullable<AnswerOf<typeof decideMany>['refused'][number]['current']>;

/** What somebody acted on, as it was shown. */
export type SeenRow = Pick<ObligationRow, 'id' | 'version' | 'title' | 'stage' | 'state' | 'due' | 'bearer'>;

/** What an obligation is now, out of the refusal of an act; undefined when it was refused for another reason. */
export function currentIn(error: unknown): CurrentRow | undefined {
  if (!(error instanceof CallError) || error.code !== 'stale-version') return undefined;
  return (error.details as { current?: CurrentRow } | undefined)?.current;
}

interface WorkConflictProps {
  readonly seen: SeenRow;
  readonly current: CurrentRow;
  /** The act in words, to be done all the same, and the stages in which that is still possible. */
  readonly keep: string;
  readonly stages: readonly Stage[];
  readonly isPending: boolean;
  readonly onKeep: () => void;
  /** Shows it as it is now. */
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** Another acted first: what was shown beside what is now, and whether to act all the same. */
export function WorkConflict({ seen, current, keep, stages, isPending, onKeep, onTake, onClose }: WorkConflictProps) {
  const others = current.lastAct ? `${actWords(current.lastAct)} ` : '';
  const pairs = [
    { label: 'Tình trạng', words: (row: SeenRow) => stageWords[row.stage] },
    { label: 'Trạng thái', words: (row: SeenRow) => stateWords[row.state] },
    { label: 'Hạn', words: (row: SeenRow) => (row.due ? formatDate(row.due) : '') },
    { label: 'Chịu trách nhiệm', words: (row: SeenRow) => bearerText(row.bearer) },
  ];
  return (
    <ConflictDialog
      isOpen
      isPending={isPending}
      note={`“${seen.title}”: ${others}Việc của bạn chưa được ghi; xin so sánh rồi chọn.`}
      fields={pairs.map(({ label, words }) => ({ label, mine: words(seen), theirs: words(current) }))}
      keep={stages.includes(current.stage) ? keep : null}
      heads={['Bạn đã thấy', 'Bây giờ']}
      take="Xem bản mới"
      onKeepMine={onKeep}
      onTakeTheirs={onTake}
      onClose={onClose}
    />
  );
}
