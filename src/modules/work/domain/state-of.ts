import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import type { StateFacts, WorkState } from './states.ts';

/** From how many days before its due day an obligation is "sắp đến hạn" when a unit set nothing. */
export const usualSoonDays = 7;

/**
 * The state people see on a day, from what was done and the days. What waits for a decision, a level above or nobody
 * is not late; what was handed in and accepted is judged by the day it was handed in. The same rule stands in the
 * database as `obligation_state` (migrations/0009_work.sql).
 */
export function stateOf({ stage, ours, due, doneOn }: StateFacts, today: PlainDate, soonDays: number): WorkState {
  if (!ours) return 'higher-level';
  switch (stage) {
    case 'accepted':
      return due === null || (doneOn !== null && doneOn <= due) ? 'done-in-time' : 'done-late';
    case 'open':
    case 'started':
    case 'returned':
      return openState(stage, due, today, soonDays);
    default:
      return stage;
  }
}

function openState(
  stage: 'open' | 'started' | 'returned',
  due: PlainDate | null,
  today: PlainDate,
  soonDays: number,
): WorkState {
  if (due !== null && due < today) return 'overdue';
  if (due !== null && due <= addDays(today, soonDays)) return 'due-soon';
  return stage === 'open' ? 'in-time' : 'doing';
}
