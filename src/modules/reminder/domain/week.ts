import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { lettersOf, remindersOf, type WatchedOutput } from './round.ts';

/** A digest for one person. */
export interface WeekLetter {
  readonly kind: 'reminder.week' | 'reminder.unit-week';
  readonly accountId: Id;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What the week that begins brings: to each person their own late and near outputs, to each leader those of the whole
 * unit. Nobody without any is written to.
 */
export function weekLetters(outputs: readonly WatchedOutput[], today: PlainDate, leaders: readonly Id[]): WeekLetter[] {
  const rules = { today, escalateAfterDays: Number.POSITIVE_INFINITY, leaders: [] };
  const own = lettersOf(remindersOf(outputs, rules).filter(({ kind }) => kind === 'due'));
  const everything = outputs.map((one) => ({
    ...one,
    submitted: false,
    bearers: leaders.map((accountId) => ({ accountId, insteadOf: null })),
  }));
  const unit = lettersOf(remindersOf(everything, rules).filter(({ kind }) => kind === 'due'));
  return [
    ...own.map(({ accountId, params }) => ({ kind: 'reminder.week' as const, accountId, params })),
    ...unit.map(({ accountId, params }) => ({ kind: 'reminder.unit-week' as const, accountId, params })),
  ];
}
