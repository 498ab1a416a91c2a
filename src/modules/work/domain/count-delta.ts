import type { Id } from '#kernel/brands.ts';
import { type PlainDate, partsOf, plainDate } from '#kernel/plain-date.ts';
import type { WorkState } from './states.ts';

/** What overviews count an obligation by. */
export interface Counted {
  readonly planId: Id | null;
  readonly fieldCode: string | null;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly departmentId: Id | null;
  readonly due: PlainDate | null;
  readonly state: WorkState;
}

/** A row of `work_count`: so many more (or fewer) obligations of one kind. */
export interface CountChange extends Omit<Counted, 'due'> {
  /** First day of the month of the due day. */
  readonly month: PlainDate | null;
  readonly n: number;
}

function placeOf({
  planId,
  fieldCode,
  positionId,
  personId,
  departmentId,
  due,
  state,
}: Counted): Omit<CountChange, 'n'> {
  const month = due === null ? null : plainDate(partsOf(due).year, partsOf(due).month, 1);
  return { planId, fieldCode, positionId, personId, departmentId, month, state };
}

function keyOf(place: Omit<CountChange, 'n'>): string {
  const { planId, fieldCode, positionId, personId, departmentId, month, state } = place;
  return JSON.stringify([planId, fieldCode, positionId, personId, departmentId, month, state]);
}

/**
 * What obligations that came, changed or went add to the counts: at most one row for each place, none where nothing
 * changed. `before` must be the row as it is locked by the act, so that a nightly derivation in between is not missed.
 */
export function countChanges(
  changes: readonly { readonly before: Counted | null; readonly after: Counted | null }[],
): readonly CountChange[] {
  const sums = new Map<string, CountChange>();
  const add = (one: Counted | null, n: number) => {
    if (!one) return;
    const place = placeOf(one);
    const key = keyOf(place);
    sums.set(key, { ...place, n: (sums.get(key)?.n ?? 0) + n });
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...sums.values()].filter(({ n }) => n !== 0);
}

/** What one act on one obligation adds to the counts: none, or one row less and one more. */
export function deltaOf(before: Counted | null, after: Counted | null): readonly CountChange[] {
  return countChanges([{ before, after }]);
}
