import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import type { PossibleAct } from './rows.ts';

/** The server's answer for an act: its words stand under themselves, so that the grey button says the same. */
export function verdictOf(acts: readonly PossibleAct[], act: string): Verdict {
  const found = acts.find((one) => one.act === act);
  return found?.allowed === false ? refused(found.why ?? '') : allowed;
}

/** The reasons the server gave, each by itself. */
export function wordsOf(acts: readonly PossibleAct[]): Readonly<Record<string, string>> {
  return Object.fromEntries(acts.flatMap(({ why }) => (why === null ? [] : [[why, why]])));
}
