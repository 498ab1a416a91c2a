import type { Moment } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { WorkSpan } from '#kernel/working-hours.ts';

/**
 * How working days are counted. `day-based`: the day of receipt is not counted and the last day ends with its office
 * hours (Civil Code 2015 art. 147–148). `hour-based`: each day is so many worked hours from the moment of receipt.
 */
export const countings = ['day-based', 'hour-based'] as const;
export type Counting = (typeof countings)[number];

/** Why the clock may stand still; each needs its legal basis. */
export const pauseKinds = ['supplement', 'financial-obligation', 'external-consultation', 'applicant-wish'] as const;
export type PauseKind = (typeof pauseKinds)[number];

/** A figure of the law with its source. */
export type Ruled<Value> = { readonly value: Value; readonly citation: string };

/** The rules of time of one legal regime. A dossier keeps the version it began under. */
export type DeadlineRules = {
  readonly version: string;
  readonly citation: string;
  /** The first day of effect. */
  readonly validFrom: PlainDate;
  /** The last day of effect; undefined while in force. */
  readonly validTo?: PlainDate;
  /** From this time of day (`HH:MM`) on, transfers and immediate procedures fall to the next working day. */
  readonly cutoff: Ruled<string>;
  /** Minutes from the beginning of office hours in which what came after the cutoff is to be transferred. */
  readonly nextDayTransferMinutes: Ruled<number>;
  readonly workingHoursPerDay: Ruled<number>;
  /** So many days before the due day, at the latest, an apology is sent. */
  readonly extensionNoticeDays: Ruled<number>;
  readonly maxExtensions: Ruled<number>;
  /** How often a supplement may be asked for: at intake, and after examination. */
  readonly maxSupplements: Ruled<{ readonly intake: number; readonly examination: number }>;
  /** From receipt until a supplement is asked for after examination, unless sector law differs. */
  readonly supplementNotice: Ruled<Term>;
  /** Whether the term begins again once the full supplement is received. */
  readonly supplementRestarts: Ruled<boolean>;
};

/** What happened to a dossier's time, in any order; nothing is stored that follows from these. */
export type LedgerEvent =
  | {
      /** Complete and valid: the moment that form 01 prints. */
      readonly type: 'received';
      readonly at: Moment;
    }
  | {
      readonly type: 'paused';
      readonly kind: PauseKind;
      readonly from: Moment;
      /** Undefined while it lasts. One of kind `supplement` also ends with the `supplement-received` after it. */
      readonly to?: Moment;
      /** Law or document that it rests on. */
      readonly basis: string;
      /**
       * Whether its time is left out of the statutory term. Waiting for a supplement after examination (no `to`) always
       * is: the term begins again with the supplement.
       */
      readonly excluded: boolean;
    }
  | {
      /** The full supplement asked for after examination: the term begins again. */
      readonly type: 'supplement-received';
      readonly at: Moment;
    }
  | {
      readonly type: 'extended';
      readonly decidedAt: Moment;
      readonly newDue: Moment;
      /** Number of the apology (form 04). */
      readonly apology: string;
    }
  | {
      /** The result was signed or processing ended otherwise; the hand-over comes later and does not count. */
      readonly type: 'ended';
      readonly at: Moment;
    };

/** What a due date needs. `now` is the present, or the cut-off of a report. */
export type DeadlineInput = {
  readonly term: Term;
  readonly counting: Counting;
  readonly rules: DeadlineRules;
  readonly calendar: WorkingCalendar;
  readonly ledger: readonly LedgerEvent[];
  readonly now: Moment;
};

/**
 * Time left until the current due date (`left`), or past it (`over`); at the due date itself nothing is left. `unit` is
 * `clock` for terms of clock hours, where a day is 24 hours, and `worked` otherwise.
 */
export type TimeLeft = WorkSpan & { readonly side: 'left' | 'over'; readonly unit: 'worked' | 'clock' };

export type DeadlineState = 'running' | 'paused' | 'ended';

/** Everything about a dossier's time at `now`; all due dates are the last moment that is on time. */
export type DeadlineFigures = {
  /** As first printed on form 01: the term from receipt, whatever happened later. */
  readonly firstDue: Moment;
  /** By law: the term from receipt or the last full supplement, moved by the worked time of excluded pauses. */
  readonly statutoryDue: Moment;
  /** The statutory due date, or the one re-appointed by a valid apology where that is later. */
  readonly currentDue: Moment;
  /** True while paused: the statutory and current due dates then still move with `now`. */
  readonly isProvisional: boolean;
  /** Worked minutes (rounded down) from the first pause to the last, by kind; pauses that overlap count once in `all`. */
  readonly pausedMinutes: Readonly<Record<PauseKind, number>> & { readonly all: number; readonly excluded: number };
  /** Decision 766: the first due date plus the time between request and receipt of one supplement. */
  readonly metricDue: Moment;
  /** Decision 766: processing ended (or, still open: `now`; waiting for a supplement: its request) by `metricDue`. */
  readonly metricOnTime: boolean;
  readonly state: DeadlineState;
  readonly left: TimeLeft;
  /** Later than the statutory due date, as if never extended: the figure that on-time statistics use. */
  readonly isLateByFirst: boolean;
  /** Later than the re-appointed date: a second, named figure. */
  readonly isLateByCurrent: boolean;
  /** Worked minutes (clock minutes for terms of clock hours) past each due date; 0 when on time. */
  readonly lateByFirst: number;
  readonly lateByCurrent: number;
  readonly supplements: number;
  readonly extensions: number;
};

/** One statement of the reckoning; `text.ts` turns it into a sentence. */
export type ExplanationLine = {
  readonly code: ExplanationCode;
  readonly day?: PlainDate;
  readonly moment?: Moment;
  /** Moments within are ISO text in office time, days `YYYY-MM-DD`, terms as `writeTerm` writes them. */
  readonly params?: Readonly<Record<string, string | number>>;
};

export const explanationCodes = [
  'rules',
  'received',
  'term',
  'outside-hours',
  'before-cutoff',
  'after-cutoff',
  'day-not-counted',
  'first-day',
  'last-day',
  'hours-per-day',
  'worked-time',
  'clock-time',
  'weekends',
  'skipped',
  'worked-rest-day',
  'rolled',
  'unannounced',
  'due',
  'paused',
  'paused-until-now',
  'pause-not-excluded',
  'moved',
  'moved-appointment',
  'restarted',
  'extended',
  'extension-refused',
  'ended-on-time',
  'ended-late',
  'ended-late-by-first',
  'metric-late-by-supplements',
  'metric-on-time',
  'metric-late',
  'calendar-off',
  'calendar-worked',
  'calendar-hours',
  'moved-by-calendar',
  'transfer-first-hours',
] as const;
export type ExplanationCode = (typeof explanationCodes)[number];

export type Deadline = DeadlineFigures & { readonly explanation: readonly ExplanationLine[] };
