import { type Contradiction, type ContradictionChoice, contradictionWeights } from '../contradictions/contradiction.ts';
import { movePath, type ReadingEdit } from './edit-reading.ts';

/** A decision on a contradiction, as far as the rules know it. */
export interface Decision {
  /** Key of the contradiction. */
  readonly key: string;
  readonly code: string;
  readonly choice: ContradictionChoice;
  /** JSON pointers of its places. */
  readonly places: readonly string[];
}

/**
 * The key and places of a decision after a correction moved the rows it is about. When one of them was removed the
 * decision is kept as history, under a key that no contradiction has.
 */
export function moveDecision<D extends Decision>(decision: D, edit: Pick<ReadingEdit, 'op' | 'path'>): D {
  if (isHistory(decision)) return decision;
  const places = decision.places.map((path) => movePath(edit, path));
  if (places.includes(undefined)) return { ...decision, key: `${decision.key}#` };
  return { ...decision, key: `${decision.code}:${places.join('+')}`, places: places as string[] };
}

/** True for a decision or contradiction whose rows are gone. */
export function isHistory({ key }: { readonly key: string }): boolean {
  return key.includes('#');
}

/** As `moveDecision`, for a contradiction found before the correction. */
export function moveContradiction(found: Contradiction, edit: Pick<ReadingEdit, 'op' | 'path'>): Contradiction {
  const moved = moveDecision(
    { key: found.key, code: found.code, choice: found.proposal, places: found.places.map(({ path }) => path) },
    edit,
  );
  return {
    ...found,
    key: moved.key,
    places: found.places.map((place, at) => ({ ...place, path: moved.places[at] ?? place.path })),
  };
}

/** How many contradictions wait for a decision: all of them, and those that keep the plan from being accepted. */
export function openCounts(
  contradictions: readonly Contradiction[],
  decided: ReadonlySet<string>,
): { readonly all: number; readonly blocking: number } {
  const open = contradictions.filter((one) => !decided.has(one.key));
  return { all: open.length, blocking: open.filter((one) => contradictionWeights[one.code] === 'decide').length };
}
