import type { StatusTone } from '#web/ui/status-badge.tsx';
import type { WorkState } from '../../domain/states.ts';

/** How each state is shown; red only for what is late. */
export const stateTones: Readonly<Record<WorkState, StatusTone>> = {
  overdue: 'overdue',
  'due-soon': 'soon',
  doing: 'active',
  'in-time': 'none',
  submitted: 'doubt',
  'awaiting-guidance': 'paused',
  'awaiting-authority': 'paused',
  paused: 'paused',
  'done-in-time': 'done',
  'done-late': 'done',
  'not-arising': 'none',
  void: 'none',
  'higher-level': 'none',
};

/** States after which nothing is to be done. */
const closedStates: ReadonlySet<WorkState> = new Set([
  'done-in-time',
  'done-late',
  'not-arising',
  'void',
  'higher-level',
]);

/** True when nothing is to be done any more. */
export function isClosed(state: WorkState): boolean {
  return closedStates.has(state);
}
