import { loadStaffedDay } from '#modules/org/queries.ts';
import { getSetting } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { addTask } from '../../contract/tasks.ts';
import { asLead, resolveAssignees } from '../../store/assignees.ts';
import { insertTask, type NewTask } from '../../store/insert-task.ts';
import { lockTasks } from '../../store/locked-task.ts';
import { usableEvidence } from '../acts/usable-evidence.ts';
import { obeyDue, obeyField } from './task-rules.ts';
import { tellAssigned } from './tell-assigned.ts';

/** The route that gives out work beside the plan. */
export function mountAddTask(mount: Mount): void {
  mount(addTask, async (ctx, { body }) => {
    const { lead, coordinators, watchers, sourceWords, sourceEvidenceId, parentId, fieldCode, ...rest } = body;
    obeyDue(ctx, body.outputs);
    if (body.source !== 'other' && !sourceWords && !sourceEvidenceId) fail('work-source-missing', {}, 409);
    if (sourceEvidenceId) await usableEvidence(ctx, [sourceEvidenceId]);
    if (parentId) await obeyParent(ctx, parentId);
    await obeyField(ctx, fieldCode);
    const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
    const resolve = await resolveAssignees(ctx, staffed, [lead, ...coordinators, ...watchers]);
    const task: NewTask = {
      ...rest,
      id: ctx.newId(),
      sourceWords: sourceWords ?? null,
      sourceEvidenceId: sourceEvidenceId ?? null,
      parentId: parentId ?? null,
      carriedFrom: null,
      fieldCode: fieldCode ?? null,
      lead: asLead(staffed, resolve(lead)),
      coordinators: coordinators.map(resolve),
      watchers: watchers.map(resolve),
    };
    await insertTask(ctx, task, await getSetting(ctx.db, ctx.unitId, 'work.soon-days'));
    logAdded(ctx, task);
    await tellAssigned(ctx, staffed, [task]);
    return { id: task.id, version: 1 };
  });
}

async function obeyParent(ctx: Context, parentId: NonNullable<NewTask['parentId']>): Promise<void> {
  const [parent] = await lockTasks(ctx, [parentId]);
  if (!parent) fail('not-found', {}, 404);
  if (parent.droppedBy !== null) fail('work-parent-dropped', {}, 409);
  if (!parent.ours) fail('work-higher-level', {}, 409);
}

/** What the log keeps of a task that was given out. */
export function logAdded(ctx: Context, task: NewTask): void {
  ctx.log({
    action: 'work-task.added',
    record: { type: 'work-task', id: task.id },
    after: {
      content: task.content,
      outputs: task.outputs.map((one) => one.title),
      due: task.outputs.map((one) => one.due).sort()[0],
      lead: task.lead.name,
      coordinators: task.coordinators.map((one) => one.name),
      watchers: task.watchers.map((one) => one.name),
      weight: task.weight,
      urgency: task.urgency,
    },
  });
}
