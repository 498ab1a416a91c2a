import type { PlainDate } from '#kernel/plain-date.ts';
import type { DutyBearing } from './may-bear-duty.ts';
import type { Holding, HoldingMode } from './may-hold-post.ts';
import type { Substitution } from './may-substitute.ts';
import { isValidOn } from './validity.ts';

/** Who acts in a post on a day; `insteadOf` names the holder when a substitute does the work. */
export interface Actor {
  readonly personId: string;
  readonly mode: HoldingMode;
  readonly insteadOf: string | null;
}

/** Why nobody acts: no post bears the duty, the post does not exist then, nobody holds it, or all are away in a circle. */
export type EmptyReason = 'no-post' | 'post-not-valid' | 'no-holder' | 'all-away';

/** The answer to "who bears this on that day"; an empty post is told with its reason, never passed over. */
export type Bearer =
  | { readonly kind: 'people'; readonly positionId: string; readonly actors: readonly Actor[] }
  | { readonly kind: 'empty'; readonly positionId: string | null; readonly reason: EmptyReason };

/** What is known of a unit's posts around a day. */
export interface Staffing {
  readonly posts: readonly { readonly id: string; readonly validFrom: PlainDate; readonly validTo: PlainDate | null }[];
  readonly holdings: readonly Holding[];
  readonly substitutions: readonly Substitution[];
}

/** Who does somebody's work on a day: themselves, their substitute, or that one's; undefined when all are away. */
export function findActing(
  personId: string,
  day: PlainDate,
  substitutions: readonly Substitution[],
): string | undefined {
  const away = new Set<string>();
  let current = personId;
  for (;;) {
    const link = substitutions.find((each) => each.awayId === current && isValidOn(each, day));
    if (!link) return current;
    away.add(current);
    if (away.has(link.substituteId)) return undefined;
    current = link.substituteId;
  }
}

/** Who acts in a post on a day, holders before those acting and those beside their own post. */
export function bearerOfPost(positionId: string, day: PlainDate, staffing: Staffing): Bearer {
  const post = staffing.posts.find((each) => each.id === positionId);
  if (!post || !isValidOn(post, day)) return { kind: 'empty', positionId, reason: 'post-not-valid' };
  const holdings = staffing.holdings.filter((each) => each.positionId === positionId && isValidOn(each, day));
  if (holdings.length === 0) return { kind: 'empty', positionId, reason: 'no-holder' };
  const order: readonly HoldingMode[] = ['holder', 'acting', 'concurrent'];
  const actors = [...holdings]
    .sort((a, b) => order.indexOf(a.mode) - order.indexOf(b.mode))
    .flatMap((holding): Actor[] => {
      const acting = findActing(holding.personId, day, staffing.substitutions);
      if (acting === undefined) return [];
      const insteadOf = acting === holding.personId ? null : holding.personId;
      return [{ personId: acting, mode: holding.mode, insteadOf }];
    });
  if (actors.length === 0) return { kind: 'empty', positionId, reason: 'all-away' };
  return { kind: 'people', positionId, actors };
}

/** Who bears a duty on a day: the post that bears it then, and the people acting in that post. */
export function bearerOfDuty(
  dutyId: string,
  day: PlainDate,
  bearings: readonly DutyBearing[],
  staffing: Staffing,
): Bearer {
  const bearing = bearings.find((each) => each.dutyId === dutyId && isValidOn(each, day));
  if (!bearing) return { kind: 'empty', positionId: null, reason: 'no-post' };
  return bearerOfPost(bearing.positionId, day, staffing);
}
