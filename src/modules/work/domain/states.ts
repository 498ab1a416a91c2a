import type { PlainDate } from '#kernel/plain-date.ts';

/** What was done with an obligation; changed by acts only. */
export const stages = [
  'open',
  'started',
  'submitted',
  'returned',
  'accepted',
  'paused',
  'awaiting-guidance',
  'awaiting-authority',
  'not-arising',
  'void',
] as const;
export type Stage = (typeof stages)[number];

/** What people see: derived from stage and days, never typed. */
export const states = [
  'overdue',
  'due-soon',
  'doing',
  'in-time',
  'submitted',
  'awaiting-guidance',
  'awaiting-authority',
  'paused',
  'done-in-time',
  'done-late',
  'not-arising',
  'void',
  'higher-level',
] as const;
export type WorkState = (typeof states)[number];

/** The facts a state is derived from. */
export interface StateFacts {
  readonly stage: Stage;
  /** False: work of a higher level, shown and not counted. */
  readonly ours: boolean;
  readonly due: PlainDate | null;
  /** The day it was handed in, when that was accepted. */
  readonly doneOn: PlainDate | null;
}
