import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { setAbove } from '../../contract/tasks.ts';
import { type Asked, listAsked } from '../../queries/above/list-asked.ts';
import { insertAboveItems, lockAboveItems, touchAboveItems } from '../../store/above/above-item.ts';
import { deleteAboveLinks, insertAboveLinks } from '../../store/above/above-link.ts';
import { lockAbovePlan } from '../../store/above/above-plan.ts';
import { getTaskAt, type LockedTask, updateTask } from '../../store/locked-task.ts';
import { obeyReasons } from './above-items.ts';

type GivenItem = ParsedInput<typeof setAbove>['body']['items'][number];

/** The route that says on a task what it carries out of plans of higher levels, and where and why it differs. */
export function mountTaskAbove(mount: Mount): void {
  mount(setAbove, async (ctx, { params, body }) => {
    const task = await getTaskAt(ctx, params.taskId, body.version);
    if (task.droppedBy !== null) fail('work-task-dropped', {}, 409);
    const before = await listAbove(ctx, task);
    const links = await linksOf(ctx, task, body.items);
    await deleteAboveLinks(ctx, { taskId: task.id });
    await insertAboveLinks(ctx, links);
    await touchAboveItems(ctx, [
      ...new Set([...before, ...links.map(({ itemId: id }) => ({ id }))].map(({ id }) => id)),
    ]);
    const version = await updateTask(ctx, task, {});
    const after = await listAbove(ctx, task);
    for (const one of after) obeyReasons(one);
    ctx.log({
      action: 'work-task.above-set',
      record: { type: 'work-task', id: task.id },
      before: { above: before.map(wordsOf) },
      after: { above: after.map(wordsOf) },
    });
    return { id: task.id, version };
  });
}

/** What a task carries out, with nothing else of ours beside it. */
export async function listAbove(ctx: Context, task: Pick<LockedTask, 'id'>): Promise<readonly Asked[]> {
  const found = await listAsked(ctx.db, ctx.unitId, { taskId: task.id });
  return found.map((one) => ({ ...one, ours: one.ours.filter(({ oursId }) => oursId === task.id) }));
}

async function linksOf(ctx: Context, task: LockedTask, items: readonly GivenItem[]) {
  const named = items.flatMap((one) => ('itemId' in one ? [one.itemId] : []));
  if (new Set(named).size < named.length) fail('above-twice', {}, 409);
  const known = await lockAboveItems(ctx, named);
  if (known.length < named.length || known.some(({ year }) => year !== task.planYear))
    fail('above-item-unknown', {}, 409);
  const links = [];
  for (const { difference, reason, ...one } of items) {
    const itemId = 'itemId' in one ? one.itemId : await written(ctx, task, one);
    links.push({ itemId, taskId: task.id, targetId: null, difference, reason });
  }
  return links;
}

/** Writes down what the higher plan asks, which nobody had written yet. */
async function written(
  ctx: Context,
  task: LockedTask,
  given: Omit<Extract<GivenItem, { abovePlanId: Id }>, 'difference' | 'reason'>,
): Promise<Id> {
  const plan = await lockAbovePlan(ctx, given.abovePlanId);
  if (plan.year !== task.planYear) fail('above-item-unknown', {}, 409);
  const { place, content, due } = given;
  const noFigure = { measure: null, operator: null, value: null, unit: null, aspiration: false } as const;
  const [id] = await insertAboveItems(ctx, plan.id, [{ kind: 'task', place, content, due, dueText: '', ...noFigure }]);
  if (!id) throw new Error('an item was not added');
  return id;
}

function wordsOf({ content, place, plan, ours }: Asked): string {
  const reasons = ours.flatMap((one) => (one.reason === null ? [] : [`khác vì: ${one.reason}`]));
  return [`${content} (${[plan.title, place].filter(Boolean).join(', ')})`, ...reasons].join('; ');
}
