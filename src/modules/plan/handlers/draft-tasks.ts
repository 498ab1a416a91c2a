import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { createTask, removeTask, type taskForm, updateTask } from '../contract/drafting.ts';
import type { ContentAppendix, ContentTask } from '../domain/version/plan-content.ts';
import { taskOfForm } from '../domain/version/task-of-form.ts';
import { findTaskPlace, type TaskPlace } from '../queries/draft-places.ts';
import { listFieldsOf } from '../queries/plan-heads.ts';
import { type Draft, getDraftAt } from './draft.ts';
import { getRow, loadDraft, saveDraftRow, withRow } from './draft-rows.ts';

type Form = z.output<typeof taskForm>;

const newKey = 'new';

/** Routes that write the tasks of a draft. */
export function mountDraftTasks(mount: Mount): void {
  mount(createTask, async (ctx, { params, body }) => {
    const draft = await getDraftAt(ctx, params.planId, body.revision);
    const { task, appendices } = await newTask(ctx, draft, body.task, body.after ?? null);
    const stored = await loadDraft(ctx, draft, ctx.newId());
    const content = { ...stored.content, appendices: [...stored.content.appendices, ...appendices] };
    return saveDraftRow(ctx, draft, 'task', stored, withRow(content, 'task', newKey, task), undefined);
  });

  mount(updateTask, async (ctx, { params, body }) => {
    const draft = await getDraftAt(ctx, params.planId, body.revision);
    await refuseUnknownField(ctx, body.task.fieldCode);
    const stored = await loadDraft(ctx, draft, params.taskId);
    const former = getRow(stored, 'task', params.taskId);
    const row = { ...former, ...numbered(former, body.task.no), ...formOf(draft, body.task, former) };
    return saveDraftRow(ctx, draft, 'task', stored, withRow(stored.content, 'task', former.key, row), former);
  });

  mount(removeTask, async (ctx, { params, query }) => {
    const draft = await getDraftAt(ctx, params.planId, query.revision);
    const stored = await loadDraft(ctx, draft, params.taskId);
    const former = getRow(stored, 'task', params.taskId);
    return saveDraftRow(ctx, draft, 'task', stored, withRow(stored.content, 'task', former.key, undefined), former);
  });
}

function formOf(draft: Draft, form: Form, former: ContentTask | undefined) {
  return taskOfForm(form, draft.at.year, new Set((former?.outputs ?? []).map((output) => output.key)));
}

/** A number typed in the form takes the place of the old one, also in the task's place ("PL02/3"). */
function numbered(former: ContentTask, no: string | undefined) {
  if (no === undefined || no === former.number) return {};
  return { number: no, place: former.place.replace(/[^/]*$/, no) };
}

async function refuseUnknownField(ctx: Context, code: string | null) {
  if (code === null) return undefined;
  const field = (await listFieldsOf(ctx.db)).find((one) => one.code === code);
  return field ?? fail('plan-field-unknown');
}

/** A new task at the end of its field's table, or behind another; the table too when the field has none yet. */
async function newTask(
  ctx: Context,
  draft: Draft,
  form: Form,
  after: Id | null,
): Promise<{ task: ContentTask; appendices: ContentAppendix[] }> {
  const field = await refuseUnknownField(ctx, form.fieldCode);
  const place = await findTaskPlace(ctx.db, draft.at, form.fieldCode, after);
  const appendices = place.prefix === null ? [newAppendix(draft, place, field?.name ?? 'Nhiệm vụ khác')] : [];
  const number = form.no ?? String(place.number);
  const prefix = place.prefix ?? `PL${appendices[0]?.number}/`;
  const task = {
    key: newKey,
    position: place.position,
    importId: null,
    path: null,
    lines: [],
    appendixKey: place.prefix === null ? (appendices[0]?.key ?? null) : place.appendixId,
    number,
    place: `${prefix}${number}`,
    groupNumber: null,
    groupTitle: null,
    ...formOf(draft, form, undefined),
  };
  return { task, appendices };
}

function newAppendix(draft: Draft, place: TaskPlace, name: string): ContentAppendix {
  const number = String(place.appendixCount + 1).padStart(2, '0');
  return {
    key: 'new-appendix',
    position: (place.appendixCount + 1) * 1_000,
    importId: null,
    path: null,
    lines: [],
    number,
    title: `${name} năm ${draft.at.year}`,
    fieldText: name,
  };
}
