import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

/** Days on which a record holds, both included; null is an open end. */
export interface Validity {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

const farAway = '9999-12-31' as PlainDate;

/** The last day, a day beyond every calendar when the end is open. */
export function lastDayOf(validity: Validity): PlainDate {
  return validity.validTo ?? farAway;
}

/** True when the record holds on the day. */
export function isValidOn(validity: Validity, day: PlainDate): boolean {
  return validity.validFrom <= day && day <= lastDayOf(validity);
}

/** The day itself when the record holds on it, else the record's first or last day, whichever is nearer. */
export function nearestDayOf(validity: Validity, day: PlainDate): PlainDate {
  if (day < validity.validFrom) return validity.validFrom;
  return day > lastDayOf(validity) ? lastDayOf(validity) : day;
}

/** The days two records share, or undefined when there is none. */
export function findShared(a: Validity, b: Validity): Validity | undefined {
  const [earlier, later] = a.validFrom <= b.validFrom ? [a, b] : [b, a];
  const shorter = lastDayOf(a) <= lastDayOf(b) ? a : b;
  if (later.validFrom > lastDayOf(earlier) || lastDayOf(shorter) < later.validFrom) return undefined;
  return { validFrom: later.validFrom, validTo: shorter.validTo };
}

/** True when two records share at least one day. */
export function overlaps(a: Validity, b: Validity): boolean {
  return findShared(a, b) !== undefined;
}

/** True when every day of `inner` is a day of `outer`. */
export function isWithin(inner: Validity, outer: Validity): boolean {
  return outer.validFrom <= inner.validFrom && lastDayOf(inner) <= lastDayOf(outer);
}

/** The day before; what ends on it leaves room for what begins on `day`. */
export function dayBefore(day: PlainDate): PlainDate {
  return addDays(day, -1);
}

/** Refuses an end before the beginning (`org-dates-reversed`). */
export function mayHaveDates(validity: Validity): Verdict {
  return lastDayOf(validity) < validity.validFrom ? refused('org-dates-reversed') : allowed;
}

/** What hangs on a record and would hang in the air outside its days. */
export interface Dependent extends Validity {
  readonly kind: 'department' | 'position' | 'holder' | 'duty' | 'substitution';
  readonly name: string;
}

/**
 * Refuses days of a record that would leave something that hangs on it outside them (`org-still-used`, with the kind,
 * name and last day of the first such thing).
 */
export function mayChangeDates(next: Validity, dependents: readonly Dependent[]): Verdict {
  const order = mayHaveDates(next);
  if (!order.ok) return order;
  const outside = dependents.find((dependent) => !isWithin(dependent, next));
  if (!outside) return allowed;
  return refused('org-still-used', {
    kind: outside.kind,
    name: outside.name,
    from: outside.validFrom,
    to: outside.validTo ?? '',
  });
}
