import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { taskForm } from '../../contract/drafting.ts';
import type { getTask } from '../../contract/plans.ts';
import { filledLines } from './lines-field.tsx';

/** A task as its form holds it while it is typed: lists may have empty lines. */
export interface TaskValue {
  readonly fieldCode: string;
  readonly no: string;
  readonly content: string;
  readonly ours: boolean;
  readonly outputs: readonly { readonly id?: Id; readonly text: string; readonly dueText: string }[];
  readonly leads: readonly string[];
  readonly coordinators: readonly string[];
  readonly otherRoles: readonly { readonly role: string; readonly holders: readonly string[] }[];
  readonly dueText: string;
}

/** An empty form. */
export const noTask: TaskValue = {
  fieldCode: '',
  no: '',
  content: '',
  ours: true,
  outputs: [{ text: '', dueText: '' }],
  leads: [''],
  coordinators: [],
  otherRoles: [],
  dueText: '',
};

/** The form of a task that is there; its due words stand as they were written, for the whole task. */
export function valueOfTask(task: AnswerOf<typeof getTask>['task']): TaskValue {
  return {
    fieldCode: task.fieldCode ?? '',
    no: task.no,
    content: task.content,
    ours: task.ours,
    outputs: task.outputs.map((output) => ({ id: output.id, text: output.text, dueText: '' })),
    leads: task.leads.map((holder) => holder.text),
    coordinators: task.coordinators.map((holder) => holder.text),
    otherRoles: task.otherRoles.map(({ role, holders }) => ({ role, holders: holders.map((holder) => holder.text) })),
    dueText: task.dueText,
  };
}

/** What is sent; undefined while the task has no words. */
export function sentTask(value: TaskValue) {
  const { no, fieldCode, ...rest } = value;
  const form = taskForm.safeParse({
    ...rest,
    ...(no.trim() === '' ? {} : { no }),
    fieldCode: fieldCode === '' ? null : fieldCode,
    outputs: value.outputs.filter((output) => output.text.trim() !== ''),
    leads: filledLines(value.leads),
    coordinators: filledLines(value.coordinators),
    otherRoles: value.otherRoles
      .map(({ role, holders }) => ({ role, holders: filledLines(holders) }))
      .filter(({ holders }) => holders.length > 0),
  });
  return form.success ? form.data : undefined;
}

/** A kept draft, when it still has the form's shape. */
export function readTaskDraft(found: unknown): TaskValue | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const names = Object.keys(noTask);
  return names.every((name) => name in found) ? (found as TaskValue) : undefined;
}
