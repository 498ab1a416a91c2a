import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { CallInput } from '#kernel/route.ts';
import type { EvidenceRef } from '#modules/evidence/contract/parts.ts';
import type { addTask } from '../../contract/tasks.ts';
import type { People } from './assignee-fields.tsx';
import { assigneeOf, assigneesOf } from './use-assignees.ts';

type Sent = NonNullable<CallInput<typeof addTask>['body']>;

/** One thing to hand in with its day. */
export interface OutputValue {
  readonly title: string;
  readonly due: PlainDate | undefined;
}

/** A task while it is typed. */
export interface TaskValue {
  readonly source: Sent['source'];
  readonly sourceWords: string;
  readonly evidence: readonly EvidenceRef[];
  readonly content: string;
  readonly outputs: readonly OutputValue[];
  readonly people: People;
  readonly fieldCode: string;
  readonly urgency: NonNullable<Sent['urgency']>;
  readonly weight: number;
}

export const blankTask: TaskValue = {
  source: 'document',
  sourceWords: '',
  evidence: [],
  content: '',
  outputs: [{ title: '', due: undefined }],
  people: { lead: null, coordinators: [], watchers: [] },
  fieldCode: '',
  urgency: 'normal',
  weight: 1,
};

/** A draft that still has the form's shape. */
export function readTaskDraft(found: unknown): TaskValue | undefined {
  const value = found as Partial<TaskValue> | null;
  const isTask = typeof value?.content === 'string' && Array.isArray(value.outputs) && value.people !== undefined;
  return isTask ? { ...blankTask, ...value } : undefined;
}

/** What is still missing, in words; undefined when it may be sent. */
export function missingIn({ content, outputs, people, source, sourceWords, evidence }: TaskValue): string | undefined {
  if (source !== 'other' && sourceWords.trim() === '' && evidence.length === 0)
    return 'Hãy ghi số văn bản, cuộc họp giao việc hoặc chọn văn bản làm căn cứ.';
  if (content.trim().length < 3) return 'Hãy ghi nội dung việc.';
  if (outputs.some((one) => one.title.trim().length < 2 || one.due === undefined))
    return 'Hãy ghi tên và hạn của từng sản phẩm.';
  return people.lead === null ? 'Hãy chọn người chủ trì.' : undefined;
}

/** What is sent; undefined while something is missing. */
export function sentTask(value: TaskValue, parentId: Id | undefined): Sent | undefined {
  const lead = value.people.lead === null ? undefined : assigneeOf(value.people.lead);
  if (!lead || missingIn(value) !== undefined) return undefined;
  const [evidence] = value.evidence;
  const sourceWords = value.sourceWords.trim();
  return {
    source: value.source,
    ...(sourceWords !== '' && { sourceWords }),
    ...(evidence && { sourceEvidenceId: evidence.id }),
    ...(parentId && { parentId }),
    content: value.content.trim(),
    outputs: value.outputs.flatMap(({ title, due }) => (due ? [{ title: title.trim(), due }] : [])),
    lead,
    coordinators: assigneesOf(value.people.coordinators),
    watchers: assigneesOf(value.people.watchers),
    ...(value.fieldCode !== '' && { fieldCode: value.fieldCode }),
    weight: value.weight,
    urgency: value.urgency,
  };
}
