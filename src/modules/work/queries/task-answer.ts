import type { z } from 'zod';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { listWorkTasks } from '../contract/reads.ts';
import { bearerOf } from './bearer-of.ts';
import type { TaskRecord } from './work-tasks.ts';

type TaskAnswer = z.output<typeof listWorkTasks.answer>['rows'][number];

/** A task as lists answer it, with who leads it today. */
export function taskAnswer(record: TaskRecord, staffed: StaffedDay): TaskAnswer {
  const { place, number, ours, positionId, personId, holderName, counts, ...rest } = record;
  return {
    ...rest,
    place: [place, number].filter(Boolean).join(' · '),
    counts: [...counts],
    bearer: bearerOf(staffed, { positionId, personId, words: holderName, ours }),
  };
}
