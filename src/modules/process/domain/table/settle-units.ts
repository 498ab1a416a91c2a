import type { Term } from '#kernel/term.ts';
import { hourMillis, roundingOf } from '../amount.ts';
import type { WrittenDuration } from './read-duration.ts';

type Time = Extract<WrittenDuration, { readonly is: 'time' }>;

/** The times of a table with their units said exactly. */
export interface SettledUnits {
  readonly norms: readonly (Term | null)[];
  readonly declared: Term | null;
  /** "ngày" stands beside "ngày làm việc", and the total is right only when both are of the office. */
  readonly isUnclear: boolean;
}

/**
 * Says what "ngày" and "giờ" alone mean in a table. By the letter they are days and hours of the clock; but beside hours
 * of the office, or where days and hours stand together and only 8 hours a day give the declared total, tables mean those
 * of the office. "Ngày" beside "ngày làm việc" is taken for the same only when the total is right then, and that is said.
 */
export function settleUnits(steps: readonly WrittenDuration[], total: WrittenDuration): SettledUnits {
  const all = [...steps, total].filter(isTime);
  const has = (kind: Time['unit']['kind'], base?: Time['unit']['base']) =>
    all.some(({ unit }) => unit.kind === kind && (base === undefined || unit.base === base));
  const settle = (days: Reading, hours: Reading, isUnclear = false): SettledUnits => ({
    norms: steps.map((one) => termOf(one, days, hours)),
    declared: termOf(total, days, hours),
    isUnclear,
  });
  const office = settle('working', 'working');
  if (has('clock') && !has('working')) return settle('clock', 'clock');
  if (!has('working')) {
    const letter = settle('clock', 'clock');
    const isMixed = has('plain', 'day') && has('plain', 'hour');
    return isMixed && !isRight(letter) ? office : letter;
  }
  if (!has('plain', 'day')) return settle('clock', 'working');
  return !has('clock') && isRight(office) ? { ...office, isUnclear: true } : settle('clock', 'working');
}

type Reading = 'working' | 'clock';

function isTime(one: WrittenDuration): one is Time {
  return one.is === 'time';
}

function termOf(one: WrittenDuration, days: Reading, hours: Reading): Term | null {
  if (!isTime(one)) return null;
  const { base, kind } = one.unit;
  const reading = kind === 'plain' ? (base === 'day' ? days : hours) : kind;
  return { unit: reading === 'working' ? `working-${base}` : base, milli: one.milli };
}

/** The norms add up to the total; both are of one kind. */
function isRight({ norms, declared }: SettledUnits): boolean {
  if (!declared) return false;
  const known = norms.filter((norm) => norm !== null);
  const sum = known.reduce((before, norm) => before + hourMillis(norm), 0);
  const rounding = known.reduce((before, norm) => before + roundingOf(norm), roundingOf(declared));
  return Math.abs(sum - hourMillis(declared)) <= rounding;
}
