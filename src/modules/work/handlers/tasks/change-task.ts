import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { changeTask, dropTask } from '../../contract/tasks.ts';
import type { Stage } from '../../domain/states.ts';
import { applyAct, type Signature } from '../../store/apply-act.ts';
import { type Assignee, asLead, type Named, resolveAssignees } from '../../store/assignees.ts';
import { withdrawExtension } from '../../store/extensions.ts';
import { replaceParts } from '../../store/insert-task.ts';
import { lockObligations } from '../../store/locked-obligation.ts';
import { getTaskAt, type LockedTask, updateTask } from '../../store/locked-task.ts';
import { settleParents } from '../../store/settle-task.ts';
import { decideSubmission } from '../../store/submissions.ts';
import { nameOfEvidence, usableEvidence } from '../acts/usable-evidence.ts';
import { tellAssigned } from './tell-assigned.ts';

/** What may change in a task. */
export interface TaskForm {
  readonly reason: string;
  readonly content?: string | undefined;
  readonly lead?: Named | undefined;
  readonly coordinators?: readonly Named[] | undefined;
  readonly watchers?: readonly Named[] | undefined;
  readonly weight?: number | undefined;
  readonly urgency?: LockedTask['urgency'] | undefined;
}

/** Routes that change who does a task and how it weighs, and that end one by a document. */
export function mountChangeTask(mount: Mount): void {
  mount(changeTask, async (ctx, { params, body }) => {
    const task = await getTaskAt(ctx, params.taskId, body.version);
    if (task.droppedBy !== null) fail('work-task-dropped', {}, 409);
    if (body.content !== undefined && task.source === 'plan') fail('work-content-of-plan', {}, 409);
    const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
    return { id: task.id, version: await changeTo(ctx, staffed, task, body) };
  });

  mount(dropTask, async (ctx, { params, body }) => {
    const task = await getTaskAt(ctx, params.taskId, body.version);
    if (task.droppedBy !== null || task.closed) fail('work-task-closed', {}, 409);
    if (task.openChildren > 0) fail('work-open-children', { count: task.openChildren }, 409);
    const [document] = await usableEvidence(ctx, [body.evidenceId]);
    const because = `${document ? nameOfEvidence(document) : ''}: ${body.reason}`;
    await endObligations(ctx, task.obligationIds, because, body.evidenceId);
    const version = await updateTask(ctx, task, { dropped_by: because, closed: true });
    ctx.log({
      action: 'work-task.dropped',
      record: { type: 'work-task', id: task.id },
      before: { content: task.content },
      after: { evidence: document ? nameOfEvidence(document) : '' },
      reason: body.reason,
    });
    if (task.parentId !== null && task.obligationIds.length === 0)
      await settleParents(ctx, { id: task.id, parentId: task.parentId, closed: true });
    return { id: task.id, version };
  });
}

/** Carries a change of a locked task out, on what is owed for it too; gives the new version. */
export async function changeTo(ctx: Context, staffed: StaffedDay, task: LockedTask, form: TaskForm): Promise<number> {
  const named = [...(form.lead ? [form.lead] : []), ...(form.coordinators ?? []), ...(form.watchers ?? [])];
  const resolve = await resolveAssignees(ctx, staffed, named);
  const lead = form.lead && asLead(staffed, resolve(form.lead));
  const { content, weight, urgency } = form;
  const version = await updateTask(ctx, task, {
    ...(content === undefined ? {} : { content, fold: fold(`${content} ${task.holderName}`) }),
    ...(weight === undefined ? {} : { weight }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(lead ? { position_id: lead.positionId, person_id: lead.personId, holder_name: lead.name, assigned: true } : {}),
  });
  await replaceParts(ctx, task.id, {
    ...(form.coordinators ? { coordinators: form.coordinators.map(resolve) } : {}),
    ...(form.watchers ? { watchers: form.watchers.map(resolve) } : {}),
  });
  if (weight !== undefined || urgency !== undefined) await weigh(ctx, task, form);
  if (lead && isAnother(task, lead)) {
    await reassign(ctx, task, lead, form.reason);
    await tellAssigned(ctx, staffed, [{ id: task.id, content: task.content, lead }]);
  }
  logChange(ctx, task, { ...form, lead: lead?.name, resolve });
  return version;
}

function isAnother(task: LockedTask, lead: Assignee): boolean {
  return task.positionId !== lead.positionId || task.personId !== lead.personId;
}

async function weigh(ctx: Context, task: LockedTask, { weight, urgency }: TaskForm): Promise<void> {
  await ctx.db
    .updateTable('obligation')
    .set({ ...(weight === undefined ? {} : { weight }), ...(urgency === undefined ? {} : { urgency }) })
    .where('unit_id', '=', ctx.unitId)
    .where('task_id', '=', task.id)
    .execute();
}

const ended: readonly Stage[] = ['accepted', 'not-arising', 'void'];

function bySession(ctx: Context): Signature {
  const { personId, accountId, name } = getSession(ctx);
  return { id: personId ?? accountId, name, insteadOf: null };
}

/** What is still owed goes to another; what was done stays with who did it. */
async function reassign(ctx: Context, task: LockedTask, lead: Assignee, reason: string): Promise<void> {
  const { positionId, personId, departmentId } = lead;
  for (const one of await lockObligations(ctx.db, ctx.unitId, task.obligationIds)) {
    if (ended.includes(one.stage)) continue;
    await applyAct(ctx, one, {
      act: 'reassign',
      by: bySession(ctx),
      stage: one.stage,
      bearer: { positionId, personId, departmentId },
      reason,
      said: { lead: lead.name },
    });
  }
}

/** Ends what is still owed, with the document or plan that says so. */
export async function endObligations(
  ctx: Context,
  ids: readonly Id[],
  because: string,
  evidenceId?: Id,
): Promise<void> {
  const by = bySession(ctx);
  for (const one of await lockObligations(ctx.db, ctx.unitId, ids)) {
    if (ended.includes(one.stage)) continue;
    await applyAct(ctx, one, {
      act: 'void',
      by,
      stage: 'void',
      stageReason: because,
      closingId: null,
      approverId: null,
      reason: because,
      evidenceId,
      beside: [
        ...(one.submission
          ? [decideSubmission(ctx, one.submission.id, { state: 'withdrawn', by, reason: because })]
          : []),
        ...withdrawExtension(ctx, one),
      ],
    });
  }
}

interface LoggedForm extends Omit<TaskForm, 'lead'> {
  readonly lead: string | undefined;
  readonly resolve: (one: Named) => Assignee;
}

function logChange(ctx: Context, task: LockedTask, { resolve, reason, ...form }: LoggedForm): void {
  const names = (some: readonly Named[] | undefined) => some?.map((one) => resolve(one).name);
  const after = {
    content: form.content,
    lead: form.lead,
    coordinators: names(form.coordinators),
    watchers: names(form.watchers),
    weight: form.weight,
    urgency: form.urgency,
  };
  const { content, holderName: lead, weight, urgency } = task;
  const former: Readonly<Record<string, unknown>> = { content, lead, weight, urgency };
  const changed = Object.entries(after).filter(([, value]) => value !== undefined);
  ctx.log({
    action: 'work-task.changed',
    record: { type: 'work-task', id: task.id },
    before: Object.fromEntries(changed.map(([name]) => [name, former[name]])),
    after: Object.fromEntries(changed),
    reason,
  });
}
