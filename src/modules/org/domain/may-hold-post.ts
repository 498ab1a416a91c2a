import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { isValidOn, isWithin, mayHaveDates, overlaps, type Validity } from './validity.ts';

export const holdingModes = ['holder', 'acting', 'concurrent'] as const;
/** holder: giữ chức danh; acting: quyền, phụ trách; concurrent: kiêm nhiệm beside the own post. */
export type HoldingMode = (typeof holdingModes)[number];

/** A person in a post. */
export interface Holding extends Validity {
  readonly id: string;
  readonly positionId: string;
  readonly personId: string;
  readonly mode: HoldingMode;
}

/**
 * Whether a person may hold a post for a time: inside the days of both, not twice at once (`org-holder-twice`), not
 * beyond the seats of the post (`org-post-full`, with the first such day), and with one own post at a time
 * (`org-holder-has-post`; further ones are held as acting or concurrent).
 * `others` are the holdings of this post and of this person; one with the same id is the former state and ignored.
 */
export function mayHoldPost(
  asked: Holding,
  post: Validity & { readonly seats: number },
  person: Validity,
  others: readonly Holding[],
): Verdict {
  const order = mayHaveDates(asked);
  if (!order.ok) return order;
  if (!isWithin(asked, post)) return refused('org-outside-post-dates', datesOf(post));
  if (!isWithin(asked, person)) return refused('org-outside-person-dates', datesOf(person));
  const rest = others.filter((other) => other.id !== asked.id && overlaps(other, asked));
  const inPost = rest.filter((other) => other.positionId === asked.positionId);
  if (inPost.some((other) => other.personId === asked.personId)) return refused('org-holder-twice');
  const full = findFullDay(asked, inPost, post.seats);
  if (full) return refused('org-post-full', { seats: post.seats, day: full });
  const hasOwn = rest.some((other) => other.personId === asked.personId && other.mode === 'holder');
  return asked.mode === 'holder' && hasOwn ? refused('org-holder-has-post') : allowed;
}

/** The first day on which all seats are taken by others; only beginnings need be looked at. */
function findFullDay(asked: Holding, inPost: readonly Holding[], seats: number): PlainDate | undefined {
  const beginnings = [asked.validFrom, ...inPost.map((other) => other.validFrom)].sort();
  return beginnings.find(
    (day) => isValidOn(asked, day) && inPost.filter((other) => isValidOn(other, day)).length >= seats,
  );
}

function datesOf(validity: Validity): { from: string; to: string } {
  return { from: validity.validFrom, to: validity.validTo ?? '' };
}
