import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { mayHaveDates, overlaps, type Validity } from './validity.ts';

/**
 * Refuses a second recipient for the same purpose at the same time (`org-recipient-taken`), so that every day has one
 * answer to who receives. One with the same id is the former state and ignored.
 */
export function mayReceive(
  asked: Validity & { readonly id: string },
  others: readonly (Validity & { readonly id: string })[],
): Verdict {
  const order = mayHaveDates(asked);
  if (!order.ok) return order;
  const taken = others.find((other) => other.id !== asked.id && overlaps(other, asked));
  return taken ? refused('org-recipient-taken', { from: taken.validFrom, to: taken.validTo ?? '' }) : allowed;
}
