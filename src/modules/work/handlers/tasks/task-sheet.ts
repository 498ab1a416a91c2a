import { loadStaffedDay } from '#modules/org/queries.ts';
import { getSetting } from '#modules/setting/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { addFile, type FileStore } from '#server/files.ts';
import type { Mount } from '#server/module.ts';
import { readTaskSheet } from '../../contract/tasks.ts';
import { type AddedTask, type CheckedSheet, checkRows, headingOf, namedIn } from '../../sheet/check-rows.ts';
import { loadKnownWork } from '../../sheet/known-work.ts';
import { addressOf, type ReadTasks, readTaskRows } from '../../sheet/read-task-rows.ts';
import { asLead, resolveAssignees } from '../../store/assignees.ts';
import { insertTask, type NewTask } from '../../store/insert-task.ts';
import { getTaskAt } from '../../store/locked-task.ts';
import { logAdded } from './add-task.ts';
import { changeTo } from './change-task.ts';
import { tellAssigned } from './tell-assigned.ts';

/** The type of record an uploaded sheet is a file of. */
export const sheetRecord = 'work-task-sheet';
const mostShown = 500;

/** The route that reads a sheet of tasks: first what it would do and what is wrong, then, without errors, done. */
export function mountTaskSheet(mount: Mount, files: FileStore): void {
  mount(readTaskSheet, async (ctx, { body }) => {
    const { file } = ctx;
    if (!file) fail('file-missing');
    const read = await readTaskRows(files.path(ctx.unitId, file.sha256));
    const checked = await checkSheet(ctx, read);
    const saves = body.save === 'yes' && checked.errors.length === 0;
    const fileId = saves || checked.errors.length > 0 ? await keepFile(ctx) : null;
    if (saves) await saveSheet(ctx, checked, file.name);
    return {
      added: checked.added.length,
      changed: checked.changed.length,
      unchanged: checked.same.length,
      saved: saves,
      errors: checked.errors.slice(0, mostShown).map((one) => ({
        ...one,
        column: headingOf(one.column),
        cell: addressOf(read.heading.columns.get(one.column), one.row),
      })),
      errorCount: checked.errors.length,
      errorSheet: checked.errors.length > 0 && fileId ? `/api/work-tasks/sheet/${fileId}/errors.xlsx` : null,
      preview: previewOf(checked),
    };
  });
}

/** Holds the rows of a sheet against the unit as it is now. */
export async function checkSheet(ctx: Context, read: ReadTasks): Promise<CheckedSheet> {
  return checkRows(read.rows, await loadKnownWork(ctx, namedIn(read.rows)));
}

function previewOf({ added, changed, same }: CheckedSheet) {
  return [
    ...added.map(({ row, content }) => ({ row, content, what: 'new' as const })),
    ...changed.map(({ row, task }) => ({ row, content: task.content, what: 'changed' as const })),
    ...same.map(({ row, content }) => ({ row, content, what: 'same' as const })),
  ]
    .sort((a, b) => a.row - b.row)
    .slice(0, mostShown);
}

async function keepFile(ctx: Context) {
  if (!ctx.file) throw new Error('the route takes a file');
  const of = { recordType: sheetRecord, recordId: ctx.newId(), by: getSession(ctx).accountId, at: ctx.at };
  return addFile(ctx.db, ctx.unitId, ctx.file, of);
}

async function saveSheet(ctx: Context, { added, changed }: CheckedSheet, fileName: string): Promise<void> {
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const soonDays = await getSetting(ctx.db, ctx.unitId, 'work.soon-days');
  const named = added.flatMap((one) => [one.lead, ...one.coordinators, ...one.watchers]);
  const resolve = await resolveAssignees(ctx, staffed, named);
  const given: NewTask[] = [];
  for (const one of added) {
    const task = newTask(ctx, one, {
      lead: asLead(staffed, resolve(one.lead)),
      coordinators: one.coordinators.map(resolve),
      watchers: one.watchers.map(resolve),
    });
    await insertTask(ctx, task, soonDays);
    logAdded(ctx, task);
    given.push(task);
  }
  await tellAssigned(ctx, staffed, given, fileName);
  for (const { task, form } of changed) {
    const locked = await getTaskAt(ctx, task.id, task.version);
    await changeTo(ctx, staffed, locked, { ...form, reason: `Nhập từ tệp ${fileName}` });
  }
  ctx.log({
    action: 'work-task.sheet-read',
    record: { type: 'work-task', id: ctx.newId() },
    after: { fileName, added: added.length, changed: changed.length },
  });
}

function newTask(ctx: Context, one: AddedTask, people: Pick<NewTask, 'lead' | 'coordinators' | 'watchers'>): NewTask {
  return {
    id: ctx.newId(),
    source: one.source,
    sourceWords: one.sourceWords === '' ? null : one.sourceWords,
    sourceEvidenceId: null,
    parentId: null,
    carriedFrom: null,
    fieldCode: one.fieldCode ?? null,
    content: one.content,
    weight: one.weight,
    urgency: one.urgency,
    outputs: one.outputs,
    ...people,
  };
}
