import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { addAboveItem, linkAlike, setAboveItem } from '../../contract/above.ts';
import { type Asked, listAsked, lockAsked } from '../../queries/above/list-asked.ts';
import { insertAboveItems, lockAboveItems, type NewAboveItem, touchAboveItems } from '../../store/above/above-item.ts';
import { clearItem, insertAboveLinks, type NewAboveLink } from '../../store/above/above-link.ts';
import { lockAbovePlan } from '../../store/above/above-plan.ts';
import { gapWords } from '../../text/above-words.ts';

const noFigure = { measure: null, operator: null, value: null, unit: null, aspiration: false };

/** Something of ours, named to carry out what is asked. */
interface Ours {
  readonly kind: 'task' | 'target';
  readonly id: Id;
}

/** Routes that write down one thing a higher plan asks, and what of ours carries it out. */
export function mountAboveItems(mount: Mount): void {
  mount(addAboveItem, async (ctx, { params, body }) => {
    const plan = await lockAbovePlan(ctx, params.abovePlanId);
    const item: NewAboveItem =
      body.kind === 'task'
        ? { ...noFigure, ...body, dueText: '' }
        : {
            ...noFigure,
            ...body.figure,
            kind: 'target',
            place: body.place,
            content: body.content,
            due: null,
            dueText: '',
          };
    const [id] = await insertAboveItems(ctx, plan.id, [item]);
    if (!id) throw new Error('an item was not added');
    ctx.log({
      action: 'above-item.added',
      record: { type: 'above-item', id },
      after: { title: plan.title, content: body.content },
    });
    return { id, version: 1 };
  });

  mount(setAboveItem, async (ctx, { params, body }) => {
    if (body.ours.length > 0 && body.absentReason !== null) fail('above-both', {}, 409);
    if (new Set(body.ours.map((one) => one.id)).size < body.ours.length) fail('above-twice', {}, 409);
    const [before] = await lockAsked(ctx.db, ctx.unitId, params);
    if (!before) fail('not-found', {}, 404);
    if (before.version !== body.version) fail('stale-version', {}, 409, { current: before });
    await clearItem(ctx, before, body.absentReason);
    const links = body.ours.map((one) => linkOf(before.id, one));
    const added = await insertAboveLinks(ctx, before.plan.year, links);
    if (added < links.length) fail('above-ours-unknown', {}, 409);
    const [after] = await listAsked(ctx.db, ctx.unitId, params);
    if (!after) throw new Error('the item is locked and must be there');
    obeyReasons(after);
    logItem(ctx, before, after);
    return { id: after.id, version: after.version };
  });

  mount(linkAlike, async (ctx, { params, body }) => {
    const items = await lockAboveItems(
      ctx,
      body.pairs.map((one) => one.itemId),
    );
    const byId = new Map(items.map((item) => [item.id, item]));
    const year = await yearOfPlan(ctx, params.planId);
    for (const { itemId, version } of body.pairs) {
      const item = byId.get(itemId);
      if (!item || item.year !== year) fail('not-found', {}, 404);
      if (item.version !== version) fail('stale-version', {}, 409, { current: item });
    }
    await obeyOurs(ctx, year, body.pairs);
    const links = body.pairs.map((one) => linkOf(one.itemId, { ...one, difference: null, reason: null }));
    const linked = await insertAboveLinks(ctx, year, links);
    await touchAboveItems(ctx, [...byId.keys()]);
    ctx.log({ action: 'above-item.linked', record: { type: 'plan', id: params.planId }, after: { added: linked } });
    return { linked };
  });
}

function linkOf(
  itemId: Id,
  { kind, id, difference, reason }: Ours & Pick<NewAboveLink, 'difference' | 'reason'>,
): NewAboveLink {
  return { itemId, taskId: kind === 'task' ? id : null, targetId: kind === 'target' ? id : null, difference, reason };
}

async function yearOfPlan(ctx: Context, planId: Id): Promise<number> {
  const plan = await ctx.db
    .selectFrom('plan')
    .select('year')
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', planId)
    .executeTakeFirst();
  return plan?.year ?? fail('not-found', {}, 404);
}

/** What is named must be a task that is worked on, or a target of the plan in force of the year. */
async function obeyOurs(ctx: Context, year: number, ours: readonly Ours[]): Promise<void> {
  const ids = (kind: Ours['kind']) => [...new Set(ours.filter((one) => one.kind === kind).map((one) => one.id))];
  const [tasks, targets] = [ids('task'), ids('target')];
  const { rows } = await sql<{ n: number }>`
    select (select count(*)::integer from work_task t where t.unit_id = ${ctx.unitId} and t.id = any(${tasks}::uuid[])
        and t.dropped_by is null)
      + (select count(*)::integer from plan_target g join plan p on p.unit_id = g.unit_id and p.id = g.plan_id
        and g.from_version <= p.version and g.to_version > p.version
        where g.unit_id = ${ctx.unitId} and p.year = ${year} and g.id = any(${targets}::uuid[])) as n`.execute(ctx.db);
  if (rows[0]?.n !== tasks.length + targets.length) fail('above-ours-unknown', {}, 409);
}

/** What falls behind needs a reason, in the words of what comparing found. */
export function obeyReasons(asked: Asked): void {
  for (const one of asked.ours) {
    if (one.ended || one.reason !== null) continue;
    if (one.gap !== null) fail('above-reason-missing', { gap: gapWords(one.gap, asked, one) }, 409);
    if (one.difference !== null) fail('above-reason-missing', { gap: `${one.difference}.` }, 409);
  }
}

function logItem(ctx: Context, before: Asked, after: Asked): void {
  ctx.log({
    action: 'above-item.set',
    record: { type: 'above-item', id: after.id },
    before: { above: saidOf(before), absentReason: before.absentReason },
    after: { content: after.content, above: saidOf(after), absentReason: after.absentReason },
  });
}

function saidOf({ ours }: Asked): readonly string[] {
  return ours.map(({ content, reason }) => (reason === null ? content : `${content}; khác vì: ${reason}`));
}
