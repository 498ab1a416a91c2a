/** What people do with an obligation; the names in paths, in `obligation_act.act` and in the log (`obligation.<act>`). */
export const acts = [
  'start',
  'hand-in',
  'withdraw',
  'not-arising',
  'accept',
  'return',
  'review',
  'pause',
  'await-authority',
  'resume',
  'trigger',
  'void',
  'reopen',
  'ask-extension',
  'decide-extension',
  'urge',
  'answer-urge',
] as const;
export type Act = (typeof acts)[number];

/** What follows by itself from a plan, a calendar, an assignment, a signed report or a merger; written in the same journal. */
export const consequences = [
  'take-up',
  'assign',
  'follow-plan',
  'drop',
  're-date',
  'reassign',
  'close-by-report',
  'moved',
  'taken-over',
] as const;
export type Consequence = (typeof consequences)[number];

/** Everything that stands in `obligation_act.act`. */
export type JournalAct = Act | Consequence;
