import type { Term, TermUnit } from '#kernel/term.ts';

/** Units that can be added to each other: those of office time, or those of the clock. */
export type AmountKind = 'working' | 'clock';

/** 8 working hours are a working day (Thông tư 01/2018/TT-VPCP; the decisions of provinces on processes); 24 hours a day. */
const hoursPerDay = { working: 8, clock: 24 } as const;
const kindOf: Readonly<Record<TermUnit, AmountKind | null>> = {
  'working-day': 'working',
  'working-hour': 'working',
  day: 'clock',
  hour: 'clock',
  immediate: null,
};
export const unitsOf: Readonly<Record<AmountKind, { readonly day: TermUnit; readonly hour: TermUnit }>> = {
  working: { day: 'working-day', hour: 'working-hour' },
  clock: { day: 'day', hour: 'hour' },
};

/** With which other times a time can be added; null for "ngay", which takes none. */
export function amountKind(term: Term): AmountKind | null {
  return kindOf[term.unit];
}

/** Thousandths of an hour, of the office or of the clock. Exact. */
export function hourMillis({ unit, milli }: Term): number {
  if (unit === 'immediate') return 0;
  if (unit === 'working-day') return milli * hoursPerDay.working;
  return unit === 'day' ? milli * hoursPerDay.clock : milli;
}

/** An amount in thousandths of an hour as a time in a unit; thousandths of a day that are not whole are rounded. */
export function termOfHours(millis: number, unit: Exclude<TermUnit, 'immediate'>): Term {
  if (unit === 'working-day') return { unit, milli: Math.round(millis / hoursPerDay.working) };
  return { unit, milli: unit === 'day' ? Math.round(millis / hoursPerDay.clock) : millis };
}

/**
 * How far a time may be off because it was written in thousandths, in thousandths of an hour: what is no multiple of
 * five thousandths (a third of a day is 0.333) counts as rounded.
 */
export function roundingOf(term: Term): number {
  return term.milli % 5 === 0 ? 0 : hourMillis({ ...term, milli: 1 });
}
