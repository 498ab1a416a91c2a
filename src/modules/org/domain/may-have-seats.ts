import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { isValidOn, type Validity } from './validity.ts';

/** Refuses fewer seats of a post than it has holders on some day (`org-seats-taken`, with their number and the day). */
export function mayHaveSeats(seats: number, holdings: readonly Validity[]): Verdict {
  for (const { validFrom } of holdings) {
    const held = holdings.filter((each) => isValidOn(each, validFrom)).length;
    if (held > seats) return refused('org-seats-taken', { held, day: validFrom });
  }
  return allowed;
}
