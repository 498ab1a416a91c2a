import { Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { EvidencePicker } from '#modules/evidence/web/evidence-picker.tsx';
import { listFields } from '#modules/plan/contract/plans.ts';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { useCall } from '#web/use-call.ts';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import { addTask } from '../../contract/tasks.ts';
import { AssigneeFields } from './assignee-fields.tsx';
import { OutputFields } from './output-fields.tsx';
import { blankTask, missingIn, readTaskDraft, sentTask, type TaskValue } from './task-value.ts';
import { useAssignees } from './use-assignees.ts';

const sources = [
  { value: 'document', label: 'Văn bản giao việc' },
  { value: 'meeting', label: 'Kết luận họp' },
  { value: 'other', label: 'Khác' },
];

const urgencies = [
  { value: 'normal', label: 'Thường' },
  { value: 'urgent', label: 'Khẩn' },
  { value: 'immediate', label: 'Hỏa tốc' },
];

const sourceLabels = {
  document: 'Số, ký hiệu và ngày của văn bản',
  meeting: 'Cuộc họp, ngày họp hoặc số thông báo kết luận',
  other: 'Căn cứ (không bắt buộc)',
} as const;

interface TaskFormProps {
  readonly parentId: Id | undefined;
  readonly onDone: (taskId: Id) => void;
  readonly onCancel: () => void;
}

/** Work outside the plan: where it comes from, what is to be handed in and when, and who does it. */
export function TaskForm({ parentId, onDone, onCancel }: TaskFormProps) {
  const start: TaskValue = parentId ? { ...blankTask, source: 'other' } : blankTask;
  const [value, setValue] = useState(start);
  const [savedId, setSavedId] = useState<Id>();
  const isChanged = savedId === undefined && JSON.stringify(value) !== JSON.stringify(start);
  const draft = useDraft(`task:new:${parentId ?? ''}`, value, isChanged, readTaskDraft);
  const add = useSend(addTask);
  const groups = useAssignees();
  const reform = useCall(listFields).data?.rows ?? [];
  const leave = useRef(onDone);
  leave.current = onDone;
  useEffect(() => {
    if (savedId) leave.current(savedId);
  }, [savedId]);
  const set = (part: Partial<TaskValue>) => setValue({ ...value, ...part });
  const missing = missingIn(value);
  function onSubmit() {
    const body = sentTask(value, parentId);
    if (!body) return;
    add.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          draft.drop();
          setSavedId(id);
        },
      },
    );
  }
  return (
    <FormFrame
      submit="Giao việc"
      onSubmit={onSubmit}
      onCancel={onCancel}
      isChanged={isChanged}
      isPending={add.isPending}
      error={add.error}
      verdict={missing === undefined ? allowed : refused('missing')}
      words={{ missing: missing ?? '' }}
      draft={draft}
      onRestore={setValue}
    >
      <NativeSelect
        label="Việc từ đâu"
        data={sources}
        value={value.source}
        onChange={(event) => set({ source: event.currentTarget.value as TaskValue['source'] })}
      />
      <TextInput
        label={sourceLabels[value.source]}
        maxLength={500}
        value={value.sourceWords}
        onChange={(event) => set({ sourceWords: event.currentTarget.value })}
      />
      <EvidencePicker
        label="Văn bản làm căn cứ (nếu có)"
        most={1}
        value={value.evidence}
        onChange={(evidence) => set({ evidence })}
      />
      <Textarea
        label="Nội dung việc"
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={value.content}
        onChange={(event) => set({ content: event.currentTarget.value })}
      />
      <OutputFields outputs={value.outputs} onChange={(outputs) => set({ outputs })} />
      <AssigneeFields value={value.people} groups={groups} onChange={(people) => set({ people })} />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label="Lĩnh vực"
          value={value.fieldCode}
          onChange={(event) => set({ fieldCode: event.currentTarget.value })}
          data={[
            { value: '', label: 'Không thuộc lĩnh vực nào' },
            ...reform.map((field) => ({ value: field.code, label: field.shortName })),
          ]}
        />
        <NativeSelect
          label="Mức khẩn"
          data={urgencies}
          value={value.urgency}
          onChange={(event) => set({ urgency: event.currentTarget.value as TaskValue['urgency'] })}
        />
        <NumberInput
          label="Trọng số"
          maw="8rem"
          min={0.1}
          max={100}
          decimalSeparator=","
          value={value.weight}
          onChange={(typed) => typeof typed === 'number' && typed > 0 && set({ weight: typed })}
        />
      </Group>
    </FormFrame>
  );
}
