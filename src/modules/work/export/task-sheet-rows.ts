import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { bearerOf } from '../queries/bearer-of.ts';
import type { PartRecord } from '../queries/find-obligation.ts';
import { joinTask, type ObligationRecord, recordColumns } from '../queries/obligation-record.ts';
import { listTasksOf, type TaskFilter } from '../queries/work-tasks.ts';
import type { TaskSheetRow } from '../sheet/columns.ts';
import { stateWords } from '../text/state-words.ts';

/** The outputs of these tasks by their day. */
async function outputsOf(ctx: Context, taskIds: readonly Id[]): Promise<Map<Id, ObligationRecord[]>> {
  const { rows } = await sql<ObligationRecord>`
    select ${recordColumns} from obligation o ${joinTask}
    where o.unit_id = ${ctx.unitId} and o.task_id = any(${taskIds}::uuid[]) order by o.due, o.id`.execute(ctx.db);
  return Map.groupBy(rows, (row) => row.taskId);
}

type NamedPart = Pick<PartRecord, 'role' | 'name'> & { readonly taskId: Id };

async function partsOf(ctx: Context, taskIds: readonly Id[]): Promise<Map<Id, NamedPart[]>> {
  const { rows } = await sql<NamedPart>`
    select task_id as "taskId", role, name from work_part
    where unit_id = ${ctx.unitId} and task_id = any(${taskIds}::uuid[]) order by name collate "vi-x-icu"`.execute(
    ctx.db,
  );
  return Map.groupBy(rows, (row) => row.taskId);
}

/** The tasks of a list as the sheet has them, one row for each output, so that the import reads the same back. */
export async function taskSheetRows(
  ctx: Context,
  filter: TaskFilter,
  fields: ReadonlyMap<string, string>,
  most: number,
): Promise<TaskSheetRow[]> {
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const { rows: tasks } = await listTasksOf(ctx.db, ctx.unitId, filter, { limit: most, offset: 0 });
  const ids = tasks.map((task) => task.id);
  const [outputs, parts] = [await outputsOf(ctx, ids), await partsOf(ctx, ids)];
  const found = tasks.flatMap((task) => {
    const named = (role: PartRecord['role']) =>
      (parts.get(task.id) ?? []).filter((part) => part.role === role).map((part) => part.name);
    return (outputs.get(task.id) ?? []).map(
      (output): TaskSheetRow => ({
        id: task.id,
        source: task.source,
        sourceWords: task.sourceWords ?? '',
        content: task.content,
        output: output.title,
        due: output.due,
        lead: bearerOf(staffed, { ...task, words: task.holderName }).title,
        coordinators: named('coordinator'),
        watchers: named('watcher'),
        field: task.fieldCode === null ? '' : (fields.get(task.fieldCode) ?? task.fieldCode),
        weight: task.weight,
        urgency: task.urgency,
        state: stateWords[output.state],
      }),
    );
  });
  return found.slice(0, most);
}
