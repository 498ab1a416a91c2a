import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { getSetting } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { carryOver } from '../../contract/tasks.ts';
import type { Stage } from '../../domain/states.ts';
import type { Assignee } from '../../store/assignees.ts';
import { insertTask } from '../../store/insert-task.ts';
import { type LockedObligation, lockObligations } from '../../store/locked-obligation.ts';
import { type LockedTask, lockTasks, updateTask } from '../../store/locked-task.ts';
import { endObligations } from './change-task.ts';
import { obeyDue } from './task-rules.ts';

interface PlanHead {
  readonly id: Id;
  readonly year: number;
  readonly version: number;
}

/** The route by which unfinished tasks of a plan go on in a later one. */
export function mountCarryOver(mount: Mount): void {
  mount(carryOver, async (ctx, { params, body }) => {
    const [from, to] = await getPlans(ctx, params.planId, body.toPlanId);
    if (to.year <= from.year) fail('work-carry-later-plan', {}, 409);
    const wanted = body.tasks.flatMap(({ taskId, toTaskId }) => (toTaskId === null ? [taskId] : [taskId, toTaskId]));
    const known = new Map((await lockTasks(ctx, wanted)).map((task) => [task.id, task]));
    const soonDays = await getSetting(ctx.db, ctx.unitId, 'work.soon-days');
    for (const { taskId, toTaskId, due } of body.tasks) {
      const task = known.get(taskId);
      if (!task || task.planId !== from.id) fail('work-carry-unknown', {}, 409);
      if (task.closed || task.droppedBy !== null) fail('work-carry-done', { content: task.content.slice(0, 100) }, 409);
      const target = toTaskId === null ? undefined : known.get(toTaskId);
      if (toTaskId !== null) await link(ctx, task, target, to);
      else await carry(ctx, task, to, due, soonDays);
      await endObligations(ctx, task.obligationIds, `Chuyển sang kế hoạch năm ${to.year}: ${body.reason}`);
      ctx.log({
        action: 'work-task.carried',
        record: { type: 'work-task', id: taskId },
        before: { content: task.content },
        after: { content: target?.content ?? task.content, year: to.year },
        reason: body.reason,
      });
    }
    const linked = body.tasks.filter((one) => one.toTaskId !== null).length;
    return { carried: body.tasks.length - linked, linked };
  });
}

async function getPlans(ctx: Context, fromId: Id, toId: Id): Promise<readonly [PlanHead, PlanHead]> {
  const rows = await ctx.db
    .selectFrom('plan')
    .select(['id', 'year', 'version'])
    .where('unit_id', '=', ctx.unitId)
    .where('id', 'in', [fromId, toId])
    .$castTo<PlanHead>()
    .execute();
  const [from, to] = [fromId, toId].map((id) => rows.find((row) => row.id === id));
  if (!from || !to) fail('not-found', {}, 404);
  if (from.version === 0 || to.version === 0) fail('plan-not-issued', {}, 409);
  return [from, to];
}

/** A task that the later plan has already goes on with the earlier one. */
async function link(ctx: Context, task: LockedTask, target: LockedTask | undefined, to: PlanHead): Promise<void> {
  if (!target || target.planId !== to.id) fail('work-carry-unknown', {}, 409);
  if (target.carriedFrom !== null) fail('work-carry-linked', { content: target.content.slice(0, 100) }, 409);
  await updateTask(ctx, target, { carried_from: task.id });
}

const ended: readonly Stage[] = ['accepted', 'not-arising', 'void'];

/** A task that the later plan does not name goes on beside it, with what is still owed and a new day. */
async function carry(
  ctx: Context,
  task: LockedTask,
  to: PlanHead,
  due: PlainDate | undefined,
  soonDays: number,
): Promise<void> {
  if (due === undefined) fail('work-carry-due-missing', { content: task.content.slice(0, 100) }, 409);
  obeyDue(ctx, [{ due }]);
  const owed = (await lockObligations(ctx.db, ctx.unitId, task.obligationIds)).filter(
    (one) => !ended.includes(one.stage),
  );
  await insertTask(
    ctx,
    {
      id: ctx.newId(),
      source: 'other',
      sourceWords: `Chuyển tiếp từ kế hoạch năm ${task.planYear}, ${[task.place, task.number].filter(Boolean).join(' · ')}`,
      sourceEvidenceId: null,
      parentId: null,
      carriedFrom: task.id,
      year: to.year,
      fieldCode: task.fieldCode,
      content: task.content,
      weight: task.weight,
      urgency: task.urgency,
      lead: leadOf(task, owed[0]),
      coordinators: [],
      watchers: [],
      outputs: owed.map((one) => ({ title: one.title, due })),
    },
    soonDays,
  );
}

function leadOf(task: LockedTask, owed: LockedObligation | undefined): Assignee {
  const { positionId, personId, holderName: name } = task;
  const kind = personId === null ? ('position' as const) : ('person' as const);
  return { kind, positionId, personId, departmentId: owed?.departmentId ?? null, name };
}
