import type { PlanReading } from '../reading/plan-reading.ts';
import { editReading, type ReadingEdit } from './edit-reading.ts';
import { valueAt } from './json-pointer.ts';

/** A correction that was made, with what it found. */
export interface MadeEdit {
  readonly id: string;
  readonly op: ReadingEdit['op'];
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Makes earlier corrections again on a new reading of the same document, in their order. One is made only where the new
 * reading has what it found then; the others are named, so that none is lost unseen.
 */
export function rebaseEdits(
  reading: PlanReading,
  edits: readonly MadeEdit[],
): { readonly reading: PlanReading; readonly left: ReadonlySet<string> } {
  const left = new Set<string>();
  let current = reading;
  for (const edit of edits) {
    if (edit.op === 'set' && sameValue(valueAt(current, edit.path), edit.after)) continue;
    const fits = edit.op === 'insert' || sameValue(valueAt(current, edit.path), edit.before);
    const made = fits ? editReading(current, { op: edit.op, path: edit.path, value: edit.after }) : undefined;
    if (made) current = made.reading;
    else left.add(edit.id);
  }
  return { reading: current, left };
}

/** True for values that are written the same, whatever the order of their fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, ordered(one)]),
  );
}
