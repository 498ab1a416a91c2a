import { type Term, writeTerm } from '#kernel/term.ts';
import { amountKind, hourMillis, termOfHours, unitsOf } from '../domain/amount.ts';

type Counted = Exclude<Term['unit'], 'immediate'>;

/** A time in its own unit and in the other of its kind: "5 ngày làm việc (40 giờ làm việc)". */
export function amountWords(term: Term): string {
  const kind = amountKind(term);
  if (kind === null || term.unit === 'immediate') return writeTerm(term);
  const { day, hour } = unitsOf[kind];
  const other = (term.unit === day ? hour : day) as Counted;
  return `${writeTerm(term)} (${writeTerm(termOfHours(hourMillis(term), other))})`;
}

/** A sum in thousandths of an hour, in days and hours of its kind. */
export function sumWords(millis: number, kind: 'working' | 'clock'): string {
  return amountWords(termOfHours(millis, unitsOf[kind].day as Counted));
}

/** How much two times of one kind differ, in the unit of the first. */
export function differenceWords(a: Term, b: Term): string {
  if (a.unit === 'immediate') return writeTerm(b);
  return amountWords(termOfHours(Math.abs(hourMillis(a) - hourMillis(b)), a.unit));
}
