import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { isWithin, mayHaveDates, overlaps, type Validity } from './validity.ts';

/** A duty borne by a post for a time. */
export interface DutyBearing extends Validity {
  readonly id: string;
  readonly dutyId: string;
  readonly positionId: string;
}

/**
 * Whether a post may bear a duty for a time: inside the days of both, and no other post at the same time
 * (`org-duty-taken`). A bearing with the same id is the former state and ignored.
 */
export function mayBearDuty(
  asked: DutyBearing,
  duty: Validity,
  post: Validity,
  others: readonly DutyBearing[],
): Verdict {
  const order = mayHaveDates(asked);
  if (!order.ok) return order;
  if (!isWithin(asked, duty)) {
    return refused('org-outside-duty-dates', { from: duty.validFrom, to: duty.validTo ?? '' });
  }
  if (!isWithin(asked, post)) {
    return refused('org-outside-post-dates', { from: post.validFrom, to: post.validTo ?? '' });
  }
  const taken = others.find(
    (other) => other.id !== asked.id && other.dutyId === asked.dutyId && overlaps(other, asked),
  );
  return taken ? refused('org-duty-taken', { from: taken.validFrom, to: taken.validTo ?? '' }) : allowed;
}
