import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { id } from '#modules/fields.ts';
import type { Context } from '#server/context.ts';
import { listHandovers } from '../queries/list-handovers.ts';
import { applyAct, type Signature } from '../store/apply-act.ts';
import { withdrawExtension } from '../store/extensions.ts';
import { type LockedObligation, lockObligations } from '../store/locked-obligation.ts';
import { decideSubmission } from '../store/submissions.ts';
import { lockTasksFirst } from './lock-tasks-first.ts';
import { lockWork } from './recount.ts';
import { dropTasks } from './write-tasks.ts';

/** Payload of `takeover.asked`, which comes to the unit that was merged. */
export const takeoverAsked = z.object({ successorId: id });

const tasksAtOnce = 100;
const bySystem: Signature = { id: null, name: 'Hệ thống, theo sáp nhập đơn vị', insteadOf: null };

interface Heir {
  readonly name: string;
  readonly day: PlainDate;
  readonly citation: string;
}

/**
 * In the unit that was merged: hands its open work to its heir, some tasks at a time. Each ends here as moved, with all the
 * heir needs to go on kept beside it; the heir is told by an event. Whoever is not the heir gets nothing.
 */
export async function handOver(ctx: Context, { successorId }: z.output<typeof takeoverAsked>): Promise<void> {
  const heir = await findHeir(ctx, successorId);
  if (!heir) return;
  await lockWork(ctx);
  const found = await listOpenTasks(ctx);
  const taskIds = found.slice(0, tasksAtOnce);
  const isLast = found.length <= tasksAtOnce;
  await lockTasksFirst(ctx.db, ctx.unitId, taskIds);
  const obligations = await lockObligations(ctx.db, ctx.unitId, await listLive(ctx, taskIds));
  await keepHandovers(ctx, taskIds, { successorId, heir });
  const because = `Chuyển sang ${heir.name} từ ngày ${formatDate(heir.day)}, ${heir.citation}`;
  for (const one of obligations) await endMoved(ctx, one, because, heir.name);
  await dropTasks(ctx, taskIds, because);
  for (const taskId of taskIds)
    ctx.log({
      action: 'work-task.moved',
      record: { type: 'work-task', id: taskId },
      after: { successor: heir.name },
      reason: because,
    });
  ctx.publish('takeover.handed', { atUnit: successorId, predecessorId: ctx.unitId, taskIds, isLast });
  if (!isLast) ctx.publish('takeover.asked', { atUnit: ctx.unitId, successorId });
}

async function findHeir(ctx: Context, successorId: Id): Promise<Heir | undefined> {
  const { rows } = await sql<Heir>`
    select u.name, s.day, s.citation from unit_succession s join unit u on u.id = s.successor_id
    where s.predecessor_id = ${ctx.unitId} and s.successor_id = ${successorId} and s.heir and s.day <= ${ctx.today}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Tasks of ours that are not done, those in which others are parts before their parts. */
async function listOpenTasks(ctx: Context): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select t.id from work_task t
    where t.unit_id = ${ctx.unitId} and t.ours and not t.closed and t.dropped_by is null
      and not exists (select from work_handover h where h.unit_id = t.unit_id and h.task_id = t.id)
    order by t.id limit ${tasksAtOnce + 1}`.execute(ctx.db);
  return rows.map((row) => row.id);
}

async function listLive(ctx: Context, taskIds: readonly Id[]): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`select id from obligation
    where unit_id = ${ctx.unitId} and task_id = any(${[...taskIds]}::uuid[]) and live`.execute(ctx.db);
  return rows.map((row) => row.id);
}

async function keepHandovers(
  ctx: Context,
  taskIds: readonly Id[],
  { successorId, heir }: { readonly successorId: Id; readonly heir: Heir },
): Promise<void> {
  const rows = await listHandovers(ctx.db, ctx.unitId, taskIds, heir.day);
  await sql`insert into work_handover (unit_id, task_id, successor_id, handed_on, handed_at, citation, content)
    select ${ctx.unitId}::uuid, id, ${successorId}::uuid, ${ctx.today}::date, ${ctx.at}::timestamptz, ${heir.citation}::text,
      content
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, content jsonb)`.execute(ctx.db);
}

async function endMoved(ctx: Context, one: LockedObligation, because: string, successor: string): Promise<void> {
  await applyAct(ctx, one, {
    act: 'moved',
    by: bySystem,
    stage: 'void',
    stageReason: because,
    closingId: null,
    approverId: null,
    reason: because,
    said: { successor },
    beside: [
      ...(one.submission
        ? [decideSubmission(ctx, one.submission.id, { state: 'withdrawn', by: bySystem, reason: because })]
        : []),
      ...withdrawExtension(ctx, one),
    ],
  });
}
