import { type Term, type TermUnit, writeTerm } from '#kernel/term.ts';
import type { ProcedureCase, TermRule } from '../procedure-content.ts';
import type { PortalEntry, PortalTime } from './portal-entry.ts';

const units: Readonly<Record<string, TermUnit>> = {
  workingDay: 'working-day',
  calendarDay: 'day',
  workingHour: 'working-hour',
  hour: 'hour',
  immediate: 'immediate',
};

/**
 * The time limits of a procedure. The general one comes first, then what a channel has otherwise. Where the portal gives
 * a channel several terms without saying of which case, each further one becomes a case named by its term. A limit that
 * was marked as unsure is kept as the bare number the portal prints.
 */
export function termsOf(entry: Pick<PortalEntry, 'timeLimit' | 'timeByChannel' | 'timeNote' | 'unverifiedFields'>): {
  terms: TermRule[];
  cases: ProcedureCase[];
} {
  const byChannel = entry.timeByChannel ?? [];
  const isUnsure = entry.unverifiedFields?.includes('timeLimit') ?? false;
  const general = isUnsure ? undefined : termOf(entry.timeLimit);
  const rule = { channel: null, case: null, bareMilli: null, counting: 'days', legalBasis: null } as const;
  const note = entry.timeNote ?? null;
  const said = isUnsure ? [] : byChannel.flatMap(({ channel, ...time }) => termed(channel, termOf(time)));
  if (!general && said.length === 0) {
    const bare = byChannel.find((time) => time.unit === null && time.value !== null)?.value ?? null;
    const bareMilli = bare === null ? null : Math.round(bare * 1_000);
    return { terms: [{ ...rule, term: null, bareMilli, note }], cases: [] };
  }
  const terms: TermRule[] = general ? [{ ...rule, term: general, note }] : [];
  const cases: ProcedureCase[] = [];
  const known = new Set<string>();
  for (const { channel, term } of said) {
    const isFurther = known.has(channel);
    known.add(channel);
    if (!isFurther) {
      if (!general || !isSame(term, general)) terms.push({ ...rule, channel, term, note: general ? null : note });
      continue;
    }
    const words = writeTerm(term);
    const code = `han-${words.replaceAll(',', '-').split(' ')[0]}`;
    if (!cases.some((one) => one.code === code)) {
      cases.push({ code, name: `Trường hợp có thời hạn ${words} (nguồn không nói rõ trường hợp nào)` });
    }
    terms.push({ ...rule, channel, case: code, term, note: null });
  }
  return { terms, cases };
}

function termed<C>(channel: C, term: Term | undefined): { channel: C; term: Term }[] {
  return term ? [{ channel, term }] : [];
}

function termOf({ value, unit }: PortalTime): Term | undefined {
  if (unit === null || !Object.hasOwn(units, unit)) return undefined;
  const known = units[unit];
  if (known === 'immediate') return { unit: known, milli: 0 };
  return known && value !== null && value > 0 ? { unit: known, milli: Math.round(value * 1_000) } : undefined;
}

function isSame(a: Term, b: Term): boolean {
  return a.unit === b.unit && a.milli === b.milli;
}
