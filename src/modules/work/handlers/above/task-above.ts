import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { setAbove } from '../../contract/tasks.ts';
import { type Asked, listAsked, lockAsked } from '../../queries/above/list-asked.ts';
import { insertAboveItems } from '../../store/above/above-item.ts';
import { clearTask, insertAboveLinks, type NewAboveLink } from '../../store/above/above-link.ts';
import { lockAbovePlan } from '../../store/above/above-plan.ts';
import { getTaskAt, type LockedTask, updateTask } from '../../store/locked-task.ts';
import { obeyReasons } from './above-items.ts';

type GivenItem = ParsedInput<typeof setAbove>['body']['items'][number];

/** The route that says on a task what it carries out of plans of higher levels, and where and why it differs. */
export function mountTaskAbove(mount: Mount): void {
  mount(setAbove, async (ctx, { params, body }) => {
    const task = await getTaskAt(ctx, params.taskId, body.version);
    if (task.droppedBy !== null) fail('work-task-dropped', {}, 409);
    const named = body.items.flatMap((one) => ('itemId' in one ? [one.itemId] : []));
    const known = await lockAsked(ctx.db, ctx.unitId, { taskId: task.id, itemIds: named });
    obeyNamed(task, named, known);
    const before = known.map((one) => ofTask(one, task)).filter((one) => one.ours.length > 0);
    const links = await linksOf(ctx, task, body.items);
    await clearTask(ctx, task.id, [...new Set([...known.map(({ id }) => id), ...named])]);
    await insertAboveLinks(ctx, task.planYear, links);
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
  return found.map((one) => ofTask(one, task));
}

function ofTask(asked: Asked, task: Pick<LockedTask, 'id'>): Asked {
  return { ...asked, ours: asked.ours.filter(({ oursId }) => oursId === task.id) };
}

/** What is named must be asked by plans of the task's year, each once. */
function obeyNamed(task: LockedTask, named: readonly Id[], known: readonly Asked[]): void {
  if (new Set(named).size < named.length) fail('above-twice', {}, 409);
  const ofYear = new Set(known.filter(({ plan }) => plan.year === task.planYear).map(({ id }) => id));
  if (named.some((id) => !ofYear.has(id))) fail('above-item-unknown', {}, 409);
}

async function linksOf(ctx: Context, task: LockedTask, items: readonly GivenItem[]): Promise<readonly NewAboveLink[]> {
  const links: NewAboveLink[] = [];
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
