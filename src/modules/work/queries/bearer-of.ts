import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { bearer } from '../contract/parts.ts';

export type BearerAnswer = z.output<typeof bearer>;

/** To whom something was given, as records keep it. */
export interface Given {
  readonly positionId: Id | null;
  readonly personId: Id | null;
  /** Who it is in the words of the plan or of the assignment, for when nobody of today answers to it. */
  readonly words: string;
  /** False: work of a higher level, for which the unit names nobody. */
  readonly ours?: boolean;
}

/** Who does today what was given, or why nobody does. */
export function bearerOf(staffed: StaffedDay, { positionId, personId, words, ours = true }: Given): BearerAnswer {
  if (personId !== null) {
    const name = staffed.names.get(personId) ?? words;
    return { positionId: null, personId, title: name, people: [{ id: personId, name, insteadOf: null }], empty: null };
  }
  if (positionId === null) return { ...nobody, title: words, empty: ours ? 'no-post' : null };
  const found = staffed.bearers.get(positionId);
  if (!found) return { ...nobody, positionId, title: words, empty: 'post-not-valid' };
  return {
    positionId,
    personId: null,
    title: found.position?.title ?? words,
    people: found.people.map((one) => ({ id: one.personId, name: one.name, insteadOf: one.insteadOf })),
    empty: found.empty,
  };
}

const nobody = { positionId: null, personId: null, people: [] };
