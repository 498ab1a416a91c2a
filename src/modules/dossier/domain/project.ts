import type { Moment } from '#kernel/moment.ts';
import { dayOf } from '#kernel/moment.ts';
import type { Term } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { figuresOf } from './deadline/figures-of.ts';
import { findRules, rulesOn } from './deadline/rules.ts';
import type { Counting, DeadlineInput, DeadlineRules, LedgerEvent, PauseKind } from './deadline/types.ts';

/** A stretch in which the clock stood still. */
export interface PauseFact {
  readonly kind: PauseKind;
  readonly from: Moment;
  readonly to: Moment | null;
  readonly basis: string;
  /** The term begins anew when it ends: a supplement asked for after examination. */
  readonly restarts: boolean;
}

/** All of a dossier that its dates follow from. */
export interface TimeFacts {
  /** Null for an imported dossier whose term nobody told. */
  readonly term: Term | null;
  readonly counting: Counting;
  /** Version of the rules it began under. */
  readonly rulesCode: string;
  readonly receivedAt: Moment;
  readonly pauses: readonly PauseFact[];
  /** Re-appointments that were issued. */
  readonly extensions: readonly { readonly decidedAt: Moment; readonly newDue: Moment; readonly apology: string }[];
  readonly endedAt: Moment | null;
}

/** What is kept on the dossier's row of all that; made again whenever a fact or the calendar changes. */
export interface Projection {
  readonly firstDue: Moment | null;
  readonly statutoryDue: Moment | null;
  /** The date in force; null while the clock stands still, and without a term. */
  readonly due: Moment | null;
  /** Judged once processing ended: by the date of the law, by the date in force, and as Decision 766 counts. */
  readonly late: { readonly first: boolean; readonly current: boolean; readonly metric: boolean } | null;
}

/** The rules a dossier began under; those of the day of receipt where the version is not kept. */
export function rulesOf({ rulesCode, receivedAt }: Pick<TimeFacts, 'rulesCode' | 'receivedAt'>): DeadlineRules {
  return findRules(rulesCode) ?? rulesOn(dayOf(receivedAt));
}

/** The ledger that the deadline engine reads. */
export function ledgerOf({ receivedAt, pauses, extensions, endedAt }: TimeFacts): LedgerEvent[] {
  return [
    { type: 'received', at: receivedAt },
    ...pauses.flatMap(({ kind, from, to, basis, restarts }): LedgerEvent[] => {
      if (!restarts) return [{ type: 'paused', kind, from, ...(to === null ? {} : { to }), basis, excluded: true }];
      const asked: LedgerEvent = { type: 'paused', kind, from, basis, excluded: true };
      return to === null ? [asked] : [asked, { type: 'supplement-received', at: to }];
    }),
    ...extensions.map((one): LedgerEvent => ({ type: 'extended', ...one })),
    ...(endedAt === null ? [] : [{ type: 'ended' as const, at: endedAt }]),
  ];
}

/** What the deadline engine needs of a dossier; undefined without a term. */
export function findDeadlineInput(facts: TimeFacts, calendar: WorkingCalendar, now: Moment): DeadlineInput | undefined {
  const { term, counting } = facts;
  if (term === null) return undefined;
  return { term, counting, rules: rulesOf(facts), calendar, ledger: ledgerOf(facts), now };
}

/**
 * The dates of a dossier as they are kept on its row. The one place where they are made: at each act, when they are
 * projected again after the calendar was edited, and for dossiers of the province's system.
 */
export function project(facts: TimeFacts, calendar: WorkingCalendar, now: Moment): Projection {
  const input = findDeadlineInput(facts, calendar, now);
  if (!input) return { firstDue: null, statutoryDue: null, due: null, late: null };
  const figures = figuresOf(input);
  const { firstDue, statutoryDue, currentDue, state, isLateByFirst, isLateByCurrent, metricOnTime } = figures;
  const late = state === 'ended' ? { first: isLateByFirst, current: isLateByCurrent, metric: !metricOnTime } : null;
  return { firstDue, statutoryDue, due: state === 'paused' ? null : currentDue, late };
}
