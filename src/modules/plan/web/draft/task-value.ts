import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
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
  const content = value.content.trim();
  if (content === '') return undefined;
  const { no, fieldCode } = value;
  return {
    fieldCode: fieldCode === '' ? null : fieldCode,
    ...(no.trim() === '' ? {} : { no: no.trim() }),
    content,
    ours: value.ours,
    outputs: value.outputs
      .map((output) => ({ ...output, text: output.text.trim(), dueText: output.dueText.trim() }))
      .filter((output) => output.text !== ''),
    leads: filledLines(value.leads),
    coordinators: filledLines(value.coordinators),
    otherRoles: value.otherRoles
      .map(({ role, holders }) => ({ role, holders: filledLines(holders) }))
      .filter(({ holders }) => holders.length > 0),
    dueText: value.dueText.trim(),
  };
}

/** A kept draft, when it still has the form's shape. */
export function readTaskDraft(found: unknown): TaskValue | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const names = Object.keys(noTask);
  return names.every((name) => name in found) ? (found as TaskValue) : undefined;
}
