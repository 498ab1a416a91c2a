import { sql } from 'kysely';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { setAbove } from '../../contract/tasks.ts';
import { type Above, listAboveOf } from '../../queries/list-above.ts';
import { getTaskAt, updateTask } from '../../store/locked-task.ts';

/** The route that says what a task carries out of the plan of the level above, and where and why it differs. */
export function mountAbove(mount: Mount): void {
  mount(setAbove, async (ctx, { params, body }) => {
    const task = await getTaskAt(ctx, params.taskId, body.version);
    if (task.droppedBy !== null) fail('work-task-dropped', {}, 409);
    const former = await listAboveOf(ctx.db, ctx.unitId, task.id);
    const version = await updateTask(ctx, task, {});
    await replaceAbove(
      ctx,
      task.id,
      body.items.map((one, index) => ({ ...one, id: ctx.newId(), place: index + 1 })),
    );
    ctx.log({
      action: 'work-task.above-set',
      record: { type: 'work-task', id: task.id },
      before: { above: former.map(wordsOf) },
      after: { above: body.items.map(wordsOf) },
    });
    return { id: task.id, version };
  });
}

async function replaceAbove(
  ctx: Context,
  taskId: Above['id'],
  items: readonly (Above & { readonly place: number })[],
): Promise<void> {
  await ctx.db.deleteFrom('work_above').where('unit_id', '=', ctx.unitId).where('task_id', '=', taskId).execute();
  await sql`insert into work_above (unit_id, id, task_id, place, kind, words, reference, deviation)
    select ${ctx.unitId}::uuid, id, ${taskId}::uuid, place, kind, words, reference, deviation
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as d (id uuid, place integer, kind text, words text,
      reference text, deviation text)`.execute(ctx.db);
}

function wordsOf({ words, reference, deviation }: Omit<Above, 'id' | 'kind'>): string {
  return `${words} (${reference})${deviation === null ? '' : `; khác vì: ${deviation}`}`;
}
