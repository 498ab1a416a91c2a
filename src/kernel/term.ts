import { fold } from './fold.ts';

/** What a time limit is counted in; `immediate`: solved on the day, without a number. */
export const termUnits = ['working-day', 'working-hour', 'day', 'hour', 'immediate'] as const;
export type TermUnit = (typeof termUnits)[number];

/** A time limit: so many thousandths of its unit (whole, so that a quarter of a day is exact); 0 for `immediate`. */
export type Term = { readonly unit: TermUnit; readonly milli: number };

const names: Readonly<Record<Exclude<TermUnit, 'immediate'>, string>> = {
  'working-day': 'ngày làm việc',
  'working-hour': 'giờ làm việc',
  day: 'ngày',
  hour: 'giờ',
};

const units: Readonly<Record<string, Exclude<TermUnit, 'immediate'>>> = {
  'ngay lam viec': 'working-day',
  'gio lam viec': 'working-hour',
  ngay: 'day',
  gio: 'hour',
};

const immediate =
  /^(?:(?:giai quyet|tra ket qua) )?(?:ngay|ngay trong ngay|trong ngay|ngay trong ngay lam viec|trong ngay lam viec)$/;
const counted = /^(\d{1,4})(?:[.,](\d{1,3}))?\s*([a-z ]+)$/;

/**
 * Reads a time limit as laws and tables write it: `3 ngày làm việc`, `0,25 ngày làm việc`, `8 giờ làm việc`, `15 ngày`,
 * `12 giờ`, `ngay`, `trong ngày`, `giải quyết ngay`; comma or point, with or without diacritics. Undefined for anything
 * else: no unit, nothing to count, more than three decimals, or thousands (`1.000 ngày`) that could be read in two ways.
 */
export function readTerm(text: string): Term | undefined {
  const folded = fold(text);
  if (immediate.test(folded)) return { unit: 'immediate', milli: 0 };
  const [, whole, fraction = '', name = ''] = counted.exec(folded) ?? [];
  const unit = Object.hasOwn(units, name) ? units[name] : undefined;
  if (unit === undefined || fraction === '000') return undefined;
  const milli = Number(whole) * 1_000 + Number(fraction.padEnd(3, '0'));
  return milli > 0 ? { unit, milli } : undefined;
}

/** The number of a term as Vietnamese write it: `3`, `0,25`. */
function writeNumber(milli: number): string {
  const fraction = String(milli % 1_000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${Math.floor(milli / 1_000)}${fraction === '' ? '' : `,${fraction}`}`;
}

/** A term in Vietnamese: `3 ngày làm việc`, `0,25 ngày làm việc`, `giải quyết ngay`; `readTerm` reads it back. */
export function writeTerm({ unit, milli }: Term): string {
  return unit === 'immediate' ? 'giải quyết ngay' : `${writeNumber(milli)} ${names[unit]}`;
}
