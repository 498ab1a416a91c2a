const minute = 60_000;
const waits = [1, 2, 5, 15, 30, 60, 120, 240];

/** How long a letter is tried: five days, as RFC 5321 §4.5.4.1 advises. */
export const triedForMs = 5 * 24 * 60 * minute;

/**
 * When the next attempt is due after `attempts` that did not succeed, the last of them at `at`; undefined when the
 * letter has been on its way for five days since `since`. Milliseconds since 1970. The wait grows from one minute to
 * four hours.
 */
export function findNextAttempt(attempts: number, at: number, since: number): number | undefined {
  if (at - since >= triedForMs) return undefined;
  const wait = waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? 240;
  return at + wait * minute;
}

/** How long all sending rests after the mail server could not be used so many times in a row: from 5 s to 5 minutes. */
export function restAfter(failures: number): number {
  return failures <= 0 ? 0 : Math.min(5_000 * 2 ** Math.min(failures - 1, 10), 5 * minute);
}
