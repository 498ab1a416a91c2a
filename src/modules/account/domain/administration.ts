import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

/** What must be known of an account before its administrator's powers are taken away. */
export interface Standing {
  /** The one who acts is the one acted upon. */
  readonly isSelf: boolean;
  /** The account may manage accounts today. */
  readonly administers: boolean;
  /** Other accounts that may manage accounts today. */
  readonly otherAdministrators: number;
}

/** Whether an account may be disabled: not one's own, and not the last one that can make others. */
export function judgeDisabling({ isSelf, administers, otherAdministrators }: Standing): Verdict {
  if (isSelf) return refused('own-account');
  if (administers && otherAdministrators === 0) return refused('last-administrator');
  return allowed;
}

/**
 * Whether a role may end: when somebody could manage accounts on the day after its last, somebody still must.
 * Takes the number of administrators on that day with the role and without it.
 */
export function judgeEndingRole(withRole: number, withoutRole: number): Verdict {
  return withRole > 0 && withoutRole === 0 ? refused('last-administrator') : allowed;
}

/** Whether a role may hold from one day to another; both days included, no end when `to` is null. */
export function judgeRoleDays(from: PlainDate, to: PlainDate | null): Verdict {
  return to !== null && to < from ? refused('role-dates') : allowed;
}
