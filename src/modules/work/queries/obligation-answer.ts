import type { StaffedDay } from '#modules/org/queries.ts';
import { periodWords } from '../domain/period.ts';
import { bearerOf } from './bearer-of.ts';
import type { ObligationRecord, ObligationRow } from './obligation-record.ts';

/** An obligation as the contract answers it, with who does it today. */
export function obligationAnswer(record: ObligationRecord, staffed: StaffedDay): ObligationRow {
  const { taskPlace, taskNumber, holderName, positionId, personId, ...rest } = record;
  return {
    ...rest,
    place: [taskPlace, taskNumber].filter(Boolean).join(' · '),
    periodWords: periodWords(record.period),
    bearer: bearerOf(staffed, { positionId, personId, words: holderName, ours: record.ours }),
  };
}
