import { explainLedger } from './explain-ledger.ts';
import { figuresFrom } from './figures-of.ts';
import { findDues } from './find-dues.ts';
import { readLedger } from './read-ledger.ts';
import type { Deadline, DeadlineInput } from './types.ts';

/**
 * Everything about a dossier's time at a moment: the first due date, that by law and the current one, what was paused,
 * what Decision 766 says, how much is left, and how all of it came about. Nothing of it is stored: it follows from the
 * term, the ledger, the calendar and the rules of the version that the dossier began under. Throws RangeError when the
 * ledger has no receipt.
 */
export function deadlineOf(input: DeadlineInput): Deadline {
  const ledger = readLedger(input.ledger, input.now);
  const dues = findDues(input, ledger);
  const figures = figuresFrom(input, ledger, dues);
  return { ...figures, explanation: explainLedger(input, ledger, dues, figures) };
}
