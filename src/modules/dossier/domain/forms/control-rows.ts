import { dayOf, type Moment } from '#kernel/moment.ts';
import type { JournalAct } from '../transitions.ts';

/** An act of the journal, as the control slip needs it. */
export interface HandOverAct {
  readonly act: JournalAct;
  readonly at: Moment;
  readonly byName: string;
  readonly toName: string;
  /** Whom it goes to by post, or by person; null when the act gave it to nobody. */
  readonly toStepName: string;
  /** When the receiver confirmed, for what went on paper. */
  readonly takenAt: Moment | null;
  /** Until when the step that began here is to be done; null when it is not counted. */
  readonly stepDueAt: Moment | null;
  readonly reason: string | null;
}

/** One row: who gave, who took, when, and how the step before was done. */
export interface ControlRow {
  readonly from: string;
  readonly to: string;
  readonly at: Moment;
  readonly giver: string;
  readonly taker: string;
  readonly result: 'early' | 'in-time' | 'late' | null;
  readonly note: string;
}

const handsOver: readonly JournalAct[] = [
  'receive',
  'transfer',
  'forward',
  'assign',
  'step-back',
  'recall',
  'receive-supplement',
  'sign-result',
  'refuse',
  'reopen',
  'hand-over',
];

/** Before the day of its norm: early; until the norm: in time; after: late. Null for a step without a norm. */
export function stepResult(doneAt: Moment, dueAt: Moment | null): ControlRow['result'] {
  if (dueAt === null) return null;
  if (doneAt > dueAt) return 'late';
  return dayOf(doneAt) < dayOf(dueAt) ? 'early' : 'in-time';
}

/**
 * The rows of the control slip (Phiếu kiểm soát quá trình giải quyết hồ sơ) from the journal in its order: one for each
 * hand-over, whose result says how the step that ended with it was done against its norm. `desk` names the counter.
 */
export function controlRows(acts: readonly HandOverAct[], desk: string): ControlRow[] {
  const rows: ControlRow[] = [];
  let holder = 'Người nộp hồ sơ';
  let dueAt: Moment | null = null;
  for (const act of acts) {
    if (!handsOver.includes(act.act)) continue;
    const to = act.act === 'receive' ? desk : act.act === 'hand-over' ? 'Người nhận kết quả' : act.toName || desk;
    rows.push({
      from: holder,
      to,
      at: act.at,
      giver: act.act === 'receive' ? '' : act.byName,
      taker: act.act === 'receive' ? act.byName : act.takenAt === null ? '' : act.toName,
      result: stepResult(act.at, dueAt),
      note: [act.toStepName, act.reason ?? ''].filter((part) => part !== '').join(': '),
    });
    holder = to;
    dueAt = act.stepDueAt;
  }
  return rows;
}
