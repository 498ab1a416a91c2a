import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { findShared, isWithin, mayHaveDates, overlaps, type Validity } from './validity.ts';

/** Somebody away and who does their work meanwhile. */
export interface Substitution extends Validity {
  readonly id: string;
  readonly awayId: string;
  readonly substituteId: string;
}

/**
 * Whether somebody may do the work of somebody away for a time: two people, both in service then, one substitute at a
 * time (`org-already-substituted`), and no circle in which nobody is left to do the work (`org-substitution-cycle`).
 * A substitution with the same id is the former state and ignored.
 */
export function maySubstitute(
  asked: Substitution,
  away: Validity,
  substitute: Validity,
  all: readonly Substitution[],
): Verdict {
  const order = mayHaveDates(asked);
  if (!order.ok) return order;
  if (asked.awayId === asked.substituteId) return refused('org-substitutes-self');
  for (const person of [away, substitute]) {
    if (!isWithin(asked, person)) {
      return refused('org-outside-person-dates', { from: person.validFrom, to: person.validTo ?? '' });
    }
  }
  const others = all.filter((other) => other.id !== asked.id);
  const same = others.find((other) => other.awayId === asked.awayId && overlaps(other, asked));
  if (same) return refused('org-already-substituted', { from: same.validFrom, to: same.validTo ?? '' });
  return leadsTo(asked.substituteId, asked.awayId, asked, others) ? refused('org-substitution-cycle') : allowed;
}

/** True when the work of `from` comes to `target` on some day of the period; each step only narrows the period. */
function leadsTo(
  from: string,
  target: string,
  period: Validity,
  all: readonly Substitution[],
  passed: readonly string[] = [],
): boolean {
  return all.some((link) => {
    const shared = link.awayId === from && !passed.includes(link.id) ? findShared(link, period) : undefined;
    if (!shared) return false;
    return link.substituteId === target || leadsTo(link.substituteId, target, shared, all, [...passed, link.id]);
  });
}
