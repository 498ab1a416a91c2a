import type { Moment } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { addWorkingTime, workingTimeBetween } from '#kernel/working-hours.ts';

/** A stretch of time from a moment until another, which is not earlier. */
export type Stretch = { readonly from: Moment; readonly to: Moment };

/** The stretches after a moment, those that touch or overlap joined into one, in the order of time. */
export function joined(stretches: readonly Stretch[], after: Moment): Stretch[] {
  const sorted = stretches
    .filter(({ to }) => to > after)
    .map(({ from, to }) => ({ from: from > after ? from : after, to }))
    .sort((a, b) => a.from - b.from);
  const result: Stretch[] = [];
  for (const stretch of sorted) {
    const last = result.at(-1);
    if (last && stretch.from <= last.to)
      result[result.length - 1] = { from: last.from, to: later(last.to, stretch.to) };
    else result.push(stretch);
  }
  return result;
}

/** The later of two moments. */
export function later(a: Moment, b: Moment): Moment {
  return a > b ? a : b;
}

/** How long it is between two moments: worked time, or clock time for terms counted by the clock. */
export function lengthOf(calendar: WorkingCalendar, byClock: boolean, { from, to }: Stretch): number {
  return byClock ? to - from : workingTimeBetween(calendar, from, to);
}

/** The length of all stretches after a moment, counted once where they overlap. */
export function lengthOfAll(
  calendar: WorkingCalendar,
  byClock: boolean,
  stretches: readonly Stretch[],
  after: Moment,
): number {
  return joined(stretches, after).reduce((sum, stretch) => sum + lengthOf(calendar, byClock, stretch), 0);
}

/**
 * A due date moved by the stretches in which the clock stood still since a moment. A stretch that begins at the due date
 * or later moves nothing: the term was over.
 */
export function movedBy(
  calendar: WorkingCalendar,
  byClock: boolean,
  due: Moment,
  stretches: readonly Stretch[],
  since: Moment,
): Moment {
  let moved = due;
  for (const stretch of joined(stretches, since)) {
    if (stretch.from >= moved) continue;
    const length = lengthOf(calendar, byClock, stretch);
    moved = byClock ? ((moved + length) as Moment) : addWorkingTime(calendar, moved, length);
  }
  return moved;
}
