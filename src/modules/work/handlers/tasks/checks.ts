import type { Id } from '#kernel/brands.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { addCheck, removeCheck, tickCheck } from '../../contract/tasks.ts';
import { actsForPerson, actsInPost } from '../../queries/actor-of.ts';
import { listPartsOf } from '../../queries/find-obligation.ts';
import { findCheck, insertCheck, removeCheckRow, tickCheckRow } from '../../store/checks.ts';
import { lockTasks } from '../../store/locked-task.ts';

/** Routes of the checklist of a task: its own people keep it. */
export function mountChecks(mount: Mount): void {
  mount(addCheck, async (ctx, { params, body }) => {
    await obeyTaking(ctx, params.taskId);
    const id = ctx.newId();
    await insertCheck(ctx, { id, taskId: params.taskId, content: body.content });
    ctx.log({
      action: 'work-task.check-added',
      record: { type: 'work-task', id: params.taskId },
      after: { content: body.content },
    });
    return { id, version: 1 };
  });

  mount(tickCheck, async (ctx, { params: { taskId, checkId }, body }) => {
    await obeyTaking(ctx, taskId);
    const check = await findCheck(ctx, taskId, checkId);
    if (!check) fail('not-found', {}, 404);
    if (check.version !== body.version) fail('stale-version', {}, 409, { current: check });
    const version = await tickCheckRow(ctx, check, body.done ? getSession(ctx).name : null);
    ctx.log({
      action: 'work-task.check-ticked',
      record: { type: 'work-task', id: taskId },
      before: { content: check.content, done: check.doneAt !== null },
      after: { content: check.content, done: body.done },
    });
    return { id: checkId, version };
  });

  mount(removeCheck, async (ctx, { params: { taskId, checkId } }) => {
    await obeyTaking(ctx, taskId);
    const check = await findCheck(ctx, taskId, checkId);
    if (!check) fail('not-found', {}, 404);
    await removeCheckRow(ctx, checkId);
    ctx.log({
      action: 'work-task.check-removed',
      record: { type: 'work-task', id: taskId },
      before: { content: check.content },
    });
    return { ok: true as const };
  });
}

/** Those who lead or coordinate the task, those who stand in for them, and who manages work. */
async function obeyTaking(ctx: Context, taskId: Id): Promise<void> {
  const [task] = await lockTasks(ctx, [taskId]);
  if (!task) fail('not-found', {}, 404);
  if (task.droppedBy !== null) fail('work-task-dropped', {}, 409);
  if (ctx.may('work.manage')) return;
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const parts = await listPartsOf(ctx.db, ctx.unitId, taskId);
  const taking = [task, ...parts.filter((part) => part.role === 'coordinator')].some(
    ({ positionId, personId }) =>
      (positionId !== null && actsInPost(ctx, staffed, positionId) !== undefined) ||
      (personId !== null && actsForPerson(ctx, staffed, personId) !== undefined),
  );
  if (!taking) fail('work-not-on-task', {}, 403);
}
