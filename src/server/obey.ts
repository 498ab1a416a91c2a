import type { Verdict } from '#kernel/verdict.ts';
import { fail } from './errors.ts';

/** Goes on when a rule allows; otherwise refuses with the rule's own code (409 unless another status is named). */
export function obey(verdict: Verdict, status = 409): void {
  if (!verdict.ok) fail(verdict.code, verdict.params, status);
}
