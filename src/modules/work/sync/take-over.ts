import { sql } from 'kysely';
import { z } from 'zod';
import type { Id, UnitId } from '#kernel/brands.ts';
import { id } from '#modules/fields.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import { getSetting } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import type { Handover, PostOfDuty } from '../domain/handover.ts';
import { decidingPosts, peopleIn } from '../handlers/acts/standing.ts';
import { tellPeople } from '../store/tell-people.ts';
import { type Taken, writeTaken } from '../store/write-taken.ts';
import { lockWork } from './recount.ts';

/** Payload of `takeover.handed`, which comes to the successor. */
export const takeoverHanded = z.object({ predecessorId: id, taskIds: z.array(id), isLast: z.boolean() });

/**
 * In the successor: goes on with what a merged unit has handed over to it, under the same ids, each at the post that bears
 * the duty here; what no post bears is nobody's, which the chair is shown. What is here already stays as it is.
 */
export async function takeOver(
  ctx: Context,
  { predecessorId, taskIds, isLast }: z.output<typeof takeoverHanded>,
): Promise<void> {
  const asked = await lockAsked(ctx, predecessorId);
  if (!asked) return;
  await lockWork(ctx);
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const handed = await listHanded(ctx, predecessorId, taskIds);
  const soonDays = await getSetting(ctx.db, ctx.unitId, 'work.soon-days');
  const taken = await writeTaken(ctx, { predecessorId, soonDays, posts: postsOfDuties(staffed) }, handed);
  for (const { id: taskId, content } of handed)
    ctx.log({
      action: 'work-task.taken-over',
      record: { type: 'work-task', id: taskId },
      after: { content: content.content, predecessor: asked.name },
      reason: asked.citation,
    });
  const ids = taken.map((one) => one.id);
  if (ids.length > 0) ctx.publish('obligation.changed', { ids });
  await tellBearers(ctx, staffed, taken, asked.name);
  await count(ctx, predecessorId, handed.length, taken, isLast);
  if (isLast) await tellDone(ctx, staffed, predecessorId, asked.name);
}

interface AskedTakeover {
  readonly name: string;
  readonly citation: string;
}

/** What this unit asked for as the heir, locked; undefined when it did not. */
async function lockAsked(ctx: Context, predecessorId: Id): Promise<AskedTakeover | undefined> {
  const { rows } = await sql<AskedTakeover>`
    select u.name, s.citation from work_takeover k
    join unit_succession s on s.predecessor_id = k.predecessor_id and s.successor_id = k.unit_id and s.heir
    join unit u on u.id = k.predecessor_id
    where k.unit_id = ${ctx.unitId} and k.predecessor_id = ${predecessorId} for update of k`.execute(ctx.db);
  return rows[0];
}

/** What was handed to this unit and is not here yet. */
async function listHanded(
  ctx: Context,
  predecessorId: Id,
  taskIds: readonly Id[],
): Promise<readonly { readonly id: Id; readonly content: Handover }[]> {
  const known = await ctx.db
    .selectFrom('work_task')
    .select('id')
    .where('unit_id', '=', ctx.unitId)
    .where('id', 'in', taskIds.length > 0 ? [...taskIds] : [ctx.unitId])
    .execute();
  const here = new Set(known.map((row) => row.id));
  const { rows } = await sql<{ id: Id; content: Handover }>`
    select task_id as id, content from work_handover
    where unit_id = ${predecessorId as string as UnitId} and successor_id = ${ctx.unitId}
      and task_id = any(${[...taskIds]}::uuid[]) order by task_id`.execute(ctx.db);
  return rows.filter((row) => !here.has(row.id));
}

function postsOfDuties({ dutyPosts, posts }: StaffedDay): ReadonlyMap<string, PostOfDuty> {
  const divisions = new Map(posts.map((post) => [post.id, post.departmentId]));
  return new Map(
    [...dutyPosts].map(([code, positionId]) => [code, { positionId, departmentId: divisions.get(positionId) ?? null }]),
  );
}

/** Each post is told once how much came to it. */
async function tellBearers(ctx: Context, staffed: StaffedDay, taken: readonly Taken[], name: string): Promise<void> {
  for (const [positionId, some] of Map.groupBy(taken, (one) => one.positionId)) {
    const [first] = some;
    if (positionId === null || !first) continue;
    await tellPeople(ctx, {
      kind: 'work.assigned-many',
      people: peopleIn(staffed, positionId),
      record: { type: 'work-task', id: first.taskId },
      title: `${some.length} sản phẩm còn dở của ${name}`,
      by: 'Hệ thống, theo sáp nhập đơn vị,',
    });
  }
}

async function count(
  ctx: Context,
  predecessorId: Id,
  tasks: number,
  taken: readonly Taken[],
  isLast: boolean,
): Promise<void> {
  const without = taken.filter((one) => one.positionId === null).length;
  await sql`update work_takeover set tasks = tasks + ${tasks}, obligations = obligations + ${taken.length},
      without_post = without_post + ${without}, state = ${isLast ? 'done' : 'asked'},
      done_at = ${isLast ? ctx.at : null}::timestamptz, version = version + 1
    where unit_id = ${ctx.unitId} and predecessor_id = ${predecessorId}`.execute(ctx.db);
}

/** Tells leaders and the focal point of reform what came, and what of it is nobody's. */
async function tellDone(ctx: Context, staffed: StaffedDay, predecessorId: Id, name: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('work_takeover')
    .select(['tasks', 'obligations', 'without_post'])
    .where('unit_id', '=', ctx.unitId)
    .where('predecessor_id', '=', predecessorId)
    .executeTakeFirstOrThrow();
  ctx.log({
    action: 'work-takeover.done',
    record: { type: 'work-takeover', id: predecessorId },
    after: {
      predecessor: name,
      takenTasks: row.tasks,
      takenObligations: row.obligations,
      withoutPost: row.without_post,
    },
  });
  const { focal, leaders } = decidingPosts(staffed);
  await tellPeople(ctx, {
    kind: 'work.taken-over',
    people: [...new Set([...(focal ? [focal] : []), ...leaders].flatMap((post) => post.people))],
    record: { type: 'work-takeover', id: predecessorId },
    title: name,
    by: 'Hệ thống',
    params: { obligations: row.obligations, without: row.without_post },
  });
}
