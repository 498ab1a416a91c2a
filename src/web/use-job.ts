import type { AnswerOf, AnyRoute, CallInput } from '#kernel/route.ts';
import { useCall } from './use-call.ts';

/** How far a long job is. */
export interface JobState {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** 0–1; undefined when it cannot be told. */
  readonly share?: number | undefined;
  /** What is being done now, or why it failed. */
  readonly words?: string | undefined;
}

const everyMs = 1_000;

function isOver(job: JobState): boolean {
  return job.state === 'done' || job.state === 'failed';
}

/** Follows a job by asking its route each second until it is over; `pick` reads its state from the answer. */
export function useJob<R extends AnyRoute>(route: R, input: CallInput<R>, pick: (answer: AnswerOf<R>) => JobState) {
  const answer = useCall(route, input, {
    refetchInterval: (query) => (query.state.data !== undefined && isOver(pick(query.state.data)) ? false : everyMs),
  });
  return { answer: answer.data, job: answer.data === undefined ? undefined : pick(answer.data), error: answer.error };
}
