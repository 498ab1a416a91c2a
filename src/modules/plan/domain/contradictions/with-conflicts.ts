import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction } from './contradiction.ts';

/** The reading with each target's `conflictsWith` filled in: ids of targets and places of tasks with another figure. */
export function withConflicts(reading: PlanReading, contradictions: readonly Contradiction[]): PlanReading {
  const conflicts = new Map<string, string[]>();
  const note = (of: string, other: string) => conflicts.set(of, [...(conflicts.get(of) ?? []), other]);
  for (const { code, places } of contradictions) {
    const [first, second] = places;
    if (code !== 'conflictingTargets' || !first || !second) continue;
    note(first.ref, second.ref);
    note(second.ref, first.ref);
  }
  const targets = reading.targets.map((target) => {
    const conflictsWith = conflicts.get(target.id);
    return conflictsWith ? { ...target, conflictsWith } : target;
  });
  return { ...reading, targets };
}
