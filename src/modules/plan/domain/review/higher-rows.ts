import type { ContradictionChoice, ContradictionCode } from '../contradictions/contradiction.ts';

/** A decision as far as it says whose work a row is. */
export interface WhoseDecision {
  readonly code: string;
  readonly choice: ContradictionChoice;
  readonly places: readonly string[];
}

const aboutWhose: ReadonlySet<string> = new Set<ContradictionCode>(['higherLevelWork', 'targetScope']);
/** A row or its own words; an output of a higher level leaves the task ours. */
const row = /^(\/(?:appendices\/\d+\/tasks\/\d+|tasksNarrative\/\d+|targets\/\d+))(?:\/(?:content|text))?$/;

/** Paths of rows and targets that were decided to be work of a higher level: shown, and not counted as ours. */
export function higherRows(decisions: readonly WhoseDecision[]): ReadonlySet<string> {
  const paths = decisions
    .filter((decision) => aboutWhose.has(decision.code) && decision.choice === 'ignore')
    .flatMap((decision) => decision.places.map((place) => row.exec(place)?.[1]));
  return new Set(paths.filter((path) => path !== undefined));
}
