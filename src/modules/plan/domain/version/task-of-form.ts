import { parseDueText } from '../due-rule/parse-due-text.ts';
import { duesOf } from './content-of-reading.ts';
import type { ContentDue, ContentRole, ContentTask } from './plan-content.ts';

/** What somebody typed for a task. Outputs that stay name their key. */
export interface TaskForm {
  readonly fieldCode: string | null;
  readonly content: string;
  readonly ours: boolean;
  readonly outputs: readonly { readonly id?: string | undefined; readonly text: string; readonly dueText: string }[];
  readonly leads: readonly string[];
  readonly coordinators: readonly string[];
  readonly otherRoles?: readonly { readonly role: string; readonly holders: readonly string[] }[] | undefined;
  readonly dueText: string;
}

/**
 * What the form says of a task; its due words are read as those of documents are: words of an output into rules of that
 * output, words of the task into rules of the outputs they name, or of all. A key of an output that `known` does not
 * hold is taken for a new one.
 */
export function taskOfForm(
  form: TaskForm,
  year: number,
  known: ReadonlySet<string>,
): Pick<ContentTask, 'fieldCode' | 'content' | 'ours' | 'outputs' | 'roles' | 'dueText' | 'dues'> {
  const outputs = form.outputs.map((output, index) => ({
    key: output.id !== undefined && known.has(output.id) ? output.id : `new/${index}`,
    content: output.text,
  }));
  const texts = form.outputs.map((output) => output.text);
  const whole = form.dueText === '' ? [] : parseDueText(form.dueText, { year, outputs: texts });
  const own: ContentDue[] = form.outputs.flatMap((output, index) => {
    const key = outputs[index]?.key ?? null;
    const rules = output.dueText === '' ? [] : parseDueText(output.dueText, { year, outputs: [] });
    return rules.map((rule) => ({ rule: { ...rule, appliesTo: '' }, outputKey: key }));
  });
  const words = form.outputs.filter((output) => output.dueText !== '');
  return {
    fieldCode: form.fieldCode,
    content: form.content,
    ours: form.ours,
    outputs,
    roles: rolesOf(form),
    dueText: [form.dueText, ...words.map((output) => `${output.text}: ${output.dueText}`)]
      .filter((text) => text !== '')
      .join('; '),
    dues: [...duesOf(whole, outputs), ...own],
  };
}

function rolesOf(form: TaskForm): ContentRole[] {
  return [
    ...form.leads.map((written) => ({ role: 'lead' as const, roleText: '', written })),
    ...form.coordinators.map((written) => ({ role: 'coordinator' as const, roleText: '', written })),
    ...(form.otherRoles ?? []).flatMap(({ role, holders }) =>
      holders.map((written) => ({ role: 'other' as const, roleText: role, written })),
    ),
  ];
}
