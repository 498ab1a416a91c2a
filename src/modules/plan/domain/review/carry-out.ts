import type { Contradiction, ContradictionChoice } from '../contradictions/contradiction.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import type { ReadingEdit } from './edit-reading.ts';
import { stepsOf, valueAt } from './json-pointer.ts';
import { mergeTargets, taskFromText } from './settle-reading.ts';

/** A choice with what it needs beside. */
export interface Settling {
  readonly choice: ContradictionChoice;
  readonly reason?: string | undefined;
  /** For `correct`: the field and its new value. */
  readonly path?: string | undefined;
  readonly value?: unknown;
}

export type CarriedOut =
  | { readonly ok: true; readonly edits: readonly ReadingEdit[] }
  | { readonly ok: false; readonly code: 'doubt-choice' | 'doubt-reason' | 'doubt-correction' | 'doubt-not-possible' };

const none: CarriedOut = { ok: true, edits: [] };

/** True when a choice asks for a reason: two figures become one, or work is said not to be ours or ours after all. */
export function needsReason({ code }: Pick<Contradiction, 'code'>, choice: ContradictionChoice): boolean {
  return code === 'conflictingTargets' && choice === 'merge';
}

/**
 * What a choice changes in the reading. `keep` and `ignore` change nothing, but that repeats kept become targets of their
 * own; `correct` makes the correction given or the one proposed; `merge` joins two into one; `createTask` makes a row.
 * `corrected` says whether a field of the contradiction was corrected before, so that `correct` needs no value.
 */
export function carryOut(
  reading: PlanReading,
  contradiction: Contradiction,
  settling: Settling,
  sameField: (heading: string, other: string) => boolean,
  corrected: boolean,
): CarriedOut {
  const { choice } = settling;
  if (!contradiction.choices.includes(choice)) return { ok: false, code: 'doubt-choice' };
  if (needsReason(contradiction, choice) && (settling.reason ?? '').trim() === '')
    return { ok: false, code: 'doubt-reason' };
  if (choice === 'correct') return correct(reading, contradiction, settling, corrected);
  const edits =
    choice === 'merge'
      ? merged(reading, contradiction)
      : choice === 'createTask'
        ? one(taskFromText(reading, contradiction.places[0]?.path ?? '', sameField))
        : choice === 'keep' && contradiction.code === 'repeatedTarget'
          ? keptApart(reading, contradiction)
          : [];
  return edits ? { ok: true, edits } : { ok: false, code: 'doubt-not-possible' };
}

function one(edit: ReadingEdit | undefined): readonly ReadingEdit[] | undefined {
  return edit ? [edit] : undefined;
}

function correct(
  reading: PlanReading,
  contradiction: Contradiction,
  settling: Settling,
  corrected: boolean,
): CarriedOut {
  if (settling.path !== undefined && settling.value !== undefined) {
    return { ok: true, edits: [{ op: 'set', path: settling.path, value: settling.value }] };
  }
  const edits = proposedCorrection(reading, contradiction);
  if (edits) return { ok: true, edits };
  return corrected ? none : { ok: false, code: 'doubt-correction' };
}

/** The correction a contradiction itself names, where it names one. */
export function proposedCorrection(
  reading: PlanReading,
  { code, places, params }: Contradiction,
): readonly ReadingEdit[] | undefined {
  const last = places.at(-1)?.path;
  if (last === undefined) return undefined;
  if (code === 'repeatedLetter' && typeof params.should === 'string' && params.should !== '') {
    return [{ op: 'set', path: `${last}/letter`, value: params.should }];
  }
  if (code === 'leadIsCoordinator' && valueAt(reading, last) !== undefined) return [{ op: 'remove', path: last }];
  return undefined;
}

function merged(reading: PlanReading, { code, places }: Contradiction): readonly ReadingEdit[] | undefined {
  if (code === 'repeatedTarget') return [];
  const [first, second] = places;
  if (!first || !second) return undefined;
  if (code === 'repeatedTask') return [{ op: 'remove', path: second.path }];
  const joined = mergeTargets(reading, first.path, second.path);
  return joined ?? withPlace(reading, first.path, second.ref);
}

/** A figure that stands in a task: the task's place is added to the target. */
function withPlace(reading: PlanReading, path: string, ref: string): readonly ReadingEdit[] | undefined {
  const [part, index] = stepsOf(path);
  const target = part === 'targets' ? reading.targets[Number(index)] : undefined;
  if (!target) return undefined;
  return [{ op: 'set', path, value: { ...target, alsoIn: [...new Set([...(target.alsoIn ?? []), ref])] } }];
}

function keptApart(reading: PlanReading, { places }: Contradiction): readonly ReadingEdit[] {
  return places.flatMap(({ path }) => {
    const [part, index] = stepsOf(path);
    const target = part === 'targets' ? reading.targets[Number(index)] : undefined;
    if (target?.duplicateOf === undefined) return [];
    const { duplicateOf: _, ...own } = target;
    return [{ op: 'set' as const, path, value: own }];
  });
}
