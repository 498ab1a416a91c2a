import { addDays, type PlainDate, weekdayOf } from '#kernel/plain-date.ts';

/** Days before its day at which an output is told of; on the day; and days after it. */
const ahead = [0, 1, 3, 7] as const;
const behind = [7, 3, 1] as const;
const everyAfter = 7;

/** From how many days before its day an output is told of at all. */
export const farthestStep = 7;

/**
 * The step that an output with so many days left has reached: 7, 3, 1 or 0 before its day; after it −1, −3, −7, and then
 * every seven days (−14, −21 …). Undefined while it is farther off. Whoever was not told at a step, because nothing ran
 * that day, is told at the next run: the step stays reached until the next one is.
 */
export function stepReached(daysLeft: number): number | undefined {
  if (daysLeft >= 0) return ahead.find((step) => daysLeft <= step);
  const late = -daysLeft;
  if (late > everyAfter) return -(Math.floor(late / everyAfter) * everyAfter);
  return -(behind.find((step) => late >= step) ?? 1);
}

/** The Monday of a day's week. */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekdayOf(day));
}
