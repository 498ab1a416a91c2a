/**
 * Minutes that further tries must wait after this many wrong passwords in a row for one name at one address: none up to
 * the fourth, then 1, 2, 4 … and never more than an hour, so that guessing is hopeless and a forgetful person is not
 * sent home. Other addresses are not touched: nobody locks a colleague out.
 */
export function waitMinutes(failures: number): number {
  if (failures < mostTries) return 0;
  return Math.min(60, 2 ** (failures - mostTries));
}

/** Wrong passwords in a row after which the first wait begins. */
export const mostTries = 5;

/** Wrong passwords are forgotten this many hours after the last one. */
export const forgottenAfterHours = 24;

/** `waitMinutes` of 1, 2, 3 … failures, up to the longest wait; more failures wait as long as the last. */
export const waits: readonly number[] = Array.from({ length: mostTries + 6 }, (_, index) => waitMinutes(index + 1));
