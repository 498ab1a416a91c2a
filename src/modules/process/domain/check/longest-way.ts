import { hourMillis, roundingOf } from '../amount.ts';
import type { ProcessBody, ProcessStep } from '../process.ts';

/** The time of a process by kind of unit, in thousandths of an hour, and how far rounding may be off. */
export interface WayTime {
  readonly working: number;
  readonly clock: number;
  readonly rounding: number;
}

const none: WayTime = { working: 0, clock: 0, rounding: 0 };

/**
 * The time of the longest way from the first step to an end: of branches the longer counts, of steps done beside each
 * other the one that takes longer. Ways back are not counted. Undefined when the ways run in a circle.
 */
export function findLongestWay({ steps, links }: ProcessBody): WayTime | undefined {
  const byNo = new Map(steps.map((step) => [step.no, step]));
  const ways = new Map<number, number[]>();
  for (const { kind, from, to } of links) {
    if (kind === 'next' && byNo.has(to)) ways.set(from, [...(ways.get(from) ?? []), to]);
  }
  const known = new Map<number, WayTime | 'open'>();
  let isCircle = false;
  const timeFrom = (step: ProcessStep): WayTime => {
    const before = known.get(step.no);
    if (before === 'open') isCircle = true;
    if (before !== undefined) return before === 'open' ? none : before;
    known.set(step.no, 'open');
    const rest = (ways.get(step.no) ?? []).flatMap((no) => byNo.get(no) ?? []).map(timeFrom);
    const time = plus(timeOf(step), rest.reduce(longer, none));
    known.set(step.no, time);
    return time;
  };
  const time = steps[0] ? timeFrom(steps[0]) : none;
  return isCircle ? undefined : time;
}

function timeOf({ norm, counted }: ProcessStep): WayTime {
  if (!counted || norm === null || norm.unit === 'immediate') return none;
  const isWorking = norm.unit === 'working-day' || norm.unit === 'working-hour';
  const millis = hourMillis(norm);
  return { working: isWorking ? millis : 0, clock: isWorking ? 0 : millis, rounding: roundingOf(norm) };
}

function plus(a: WayTime, b: WayTime): WayTime {
  return { working: a.working + b.working, clock: a.clock + b.clock, rounding: a.rounding + b.rounding };
}

/** Times of both kinds cannot be compared exactly; an office hour is taken for three of the clock. */
function longer(a: WayTime, b: WayTime): WayTime {
  return b.working * 3 + b.clock > a.working * 3 + a.clock ? b : a;
}
