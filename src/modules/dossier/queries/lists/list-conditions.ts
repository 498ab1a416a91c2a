import { type RawBuilder, sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import { type Moment, toIso } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { WorkList } from '../../contract/reads.ts';
import type { ListMoments } from '../../domain/list-moments.ts';
import type { Reader } from '../../domain/may-read.ts';
import { heldBy } from '../../visible.ts';

/** For whom, where and when a list is asked. */
export interface Asked {
  readonly unitId: UnitId;
  readonly reader: Reader;
  readonly moments: ListMoments;
  readonly today: PlainDate;
  /** The list is narrowed by nothing but words. */
  readonly isWhole?: boolean;
}

type Condition = RawBuilder<unknown>;
type Order = 'due' | 'answer' | 'received';

/** A work list: which dossiers `d` it holds, and by what it goes unless asked otherwise. */
export interface ListRule {
  readonly holds: (asked: Asked) => Condition;
  readonly order: Order;
  /** Holds dossiers with which nothing is to be done any more, more every year. */
  readonly grows?: true;
  /** Holds a few dossiers that have ended, beside live ones. */
  readonly mayHaveEnded?: true;
}

const at = (moment: Moment) => sql`${toIso(moment)}::timestamptz`;
const drafts = (table: 'dossier_supplement' | 'dossier_extension', unitId: UnitId) =>
  sql`select dossier_id from ${sql.table(table)} where unit_id = ${unitId} and state = 'draft'`;

/**
 * Its clock runs. An index of those alone serves who sees all; who sees own ones finds them among what is live, and there
 * the indexes by division, post and person are told so.
 */
export function timed({ all }: Reader): Condition {
  return all ? sql`d.timed` : sql`d.live and d.timed`;
}

/** Every list by its rule. The text of a condition names the states, so that partial indexes serve any plan. */
export const listRules: Readonly<Record<WorkList, ListRule>> = {
  'wait-intake': { holds: () => sql`d.live and d.state = 'submitted'`, order: 'received' },
  'wait-intake-supplement': { holds: () => sql`d.live and d.state = 'intake-supplement'`, order: 'answer' },
  'wait-transfer': { holds: () => sql`d.live and d.state = 'accepted'`, order: 'due' },
  mine: { holds: ({ reader }) => heldBy(reader), order: 'due' },
  'wait-assign': { holds: () => sql`d.live and d.waits_for is not null and d.waits_for = 'assign'`, order: 'due' },
  running: { holds: ({ reader }) => timed(reader), order: 'due' },
  'due-soon': {
    holds: ({ reader, moments }) =>
      sql`${timed(reader)} and d.due_at >= ${at(moments.now)} and d.due_at < ${at(moments.soonUntil)}`,
    order: 'due',
  },
  'last-day-to-apologise': {
    holds: ({ reader, moments }) => sql`${timed(reader)} and not d.extended and d.due_at >= ${at(moments.now)}
      and d.due_at >= ${at(moments.apologyFrom)} and d.due_at < ${at(moments.apologyUntil)}`,
    order: 'due',
  },
  overdue: { holds: ({ reader, moments }) => sql`${timed(reader)} and d.due_at < ${at(moments.now)}`, order: 'due' },
  'overdue-supplement': {
    holds: ({ moments }) => sql`d.live and d.state in ('intake-supplement', 'wait-supplement')
      and d.answer_due_at < ${at(moments.now)}`,
    order: 'answer',
  },
  'wait-supplement': { holds: () => sql`d.live and d.state = 'wait-supplement'`, order: 'answer' },
  'wait-payment': { holds: () => sql`d.live and d.state = 'wait-payment'`, order: 'answer' },
  drafts: {
    holds: ({ unitId }) => sql`d.id = any(array(
      ${drafts('dossier_supplement', unitId)} union ${drafts('dossier_extension', unitId)}))`,
    order: 'due',
    mayHaveEnded: true,
  },
  'wait-signature': {
    holds: () => sql`d.live and d.waits_for is not null and d.waits_for = 'signature'`,
    order: 'due',
  },
  'wait-hand-over': { holds: () => sql`d.live and d.state = 'result-ready'`, order: 'due' },
  'apologies-owed': { holds: () => sql`d.apology_owed`, order: 'due', mayHaveEnded: true },
  'slow-digitisation': {
    holds: ({ today }) => sql`d.live and not d.digitised and d.code is not null and d.received_on < ${today}`,
    order: 'received',
  },
  afterwards: {
    holds: ({ unitId }) => sql`d.paper_reason is not null and d.id = any(array(select r.dossier_id from reserved_code r
      where r.unit_id = ${unitId} and r.state = 'used' and r.confirmed_at is null))`,
    order: 'received',
    mayHaveEnded: true,
  },
  ended: { holds: () => sql`d.ended_on is not null`, order: 'received', grows: true },
  all: { holds: () => sql`true`, order: 'received', grows: true },
};
