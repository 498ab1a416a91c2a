import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { obligationRow } from '../contract/parts.ts';

export type ObligationRow = z.output<typeof obligationRow>;

/** An obligation with what lists show of its task. */
export interface ObligationRecord {
  readonly id: Id;
  readonly taskId: Id;
  readonly planId: Id | null;
  readonly taskPlace: string;
  readonly taskNumber: string;
  readonly title: string;
  readonly task: string;
  readonly period: string;
  readonly kind: ObligationRow['kind'];
  readonly report: boolean;
  readonly due: PlainDate | null;
  readonly firstDue: PlainDate | null;
  readonly reviewOn: PlainDate | null;
  readonly dueWords: string;
  readonly stage: ObligationRow['stage'];
  readonly state: ObligationRow['state'];
  readonly doneOn: PlainDate | null;
  readonly fieldCode: string | null;
  readonly urgency: ObligationRow['urgency'];
  readonly ours: boolean;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly holderName: string;
  readonly version: number;
}

/** The columns of an `ObligationRecord`, of `obligation o` and its `work_task t`. */
export const recordColumns = sql`o.id, o.task_id as "taskId", o.plan_id as "planId", t.place as "taskPlace",
  t.number as "taskNumber", o.title, t.content as task, o.period, o.kind, o.report, o.due, o.first_due as "firstDue",
  o.review_on as "reviewOn", o.due_words as "dueWords", o.stage, o.state, o.done_on as "doneOn",
  o.field_code as "fieldCode", o.urgency, o.ours, o.position_id as "positionId", o.person_id as "personId",
  t.holder_name as "holderName", o.version`;

/** The task of an obligation, beside it. */
export const joinTask = sql`join work_task t on t.unit_id = o.unit_id and t.id = o.task_id`;
