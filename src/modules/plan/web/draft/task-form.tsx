import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { allowed, refused } from '#kernel/verdict.ts';
import type { CallError } from '#web/call-error.ts';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { callKey } from '#web/use-call.ts';
import { useDraft } from '#web/use-draft.ts';
import { getPlan } from '../../contract/plans.ts';
import type { Plan } from '../plan/plan-frame.tsx';
import { DueRead } from './due-read.tsx';
import { LinesField } from './lines-field.tsx';
import { OutputsField } from './outputs-field.tsx';
import { readTaskDraft, sentTask, type TaskValue } from './task-value.ts';
import './draft.css';

interface TaskFormProps {
  readonly plan: Plan;
  /** The draft of this form is kept under it. */
  readonly name: string;
  readonly stored: TaskValue;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: CallError | null;
  readonly onSend: (task: NonNullable<ReturnType<typeof sentTask>>, told: { onSuccess: () => void }) => void;
  /** Called once it is saved and nothing unsaved holds the page back. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** One task of a draft. */
export function TaskForm({ plan, name, stored, submit, isPending, error, onSend, onDone, onCancel }: TaskFormProps) {
  const client = useQueryClient();
  const [value, setValue] = useState(stored);
  const [isDone, setDone] = useState(false);
  const isChanged = !isDone && JSON.stringify(value) !== JSON.stringify(stored);
  const leave = useRef(onDone);
  leave.current = onDone;
  useEffect(() => {
    if (isDone) leave.current();
  }, [isDone]);
  const draft = useDraft(name, value, isChanged, readTaskDraft);
  const set = (part: Partial<TaskValue>) => setValue({ ...value, ...part });
  const sent = sentTask(value);
  function send() {
    if (!sent) return;
    onSend(sent, {
      onSuccess: () => {
        setDone(true);
        draft.drop();
      },
    });
  }
  if (error?.status === 409) void client.invalidateQueries({ queryKey: callKey(getPlan) });
  return (
    <FormFrame
      submit={submit}
      onSubmit={send}
      onCancel={onCancel}
      isChanged={isChanged}
      isPending={isPending}
      error={error}
      verdict={sent ? allowed : refused('no-content')}
      words={{ 'no-content': 'Hãy ghi nội dung nhiệm vụ trước khi lưu.' }}
      draft={draft}
      onRestore={setValue}
    >
      <NativeSelect
        label="Lĩnh vực"
        value={value.fieldCode}
        onChange={(event) => set({ fieldCode: event.currentTarget.value })}
        data={[
          { value: '', label: 'Không thuộc lĩnh vực nào' },
          ...plan.fields.map((field) => ({ value: field.code, label: field.name })),
        ]}
      />
      <Textarea
        label="Nội dung nhiệm vụ"
        required
        autosize
        minRows={2}
        value={value.content}
        onChange={(event) => set({ content: event.currentTarget.value })}
      />
      <OutputsField outputs={value.outputs} year={plan.year} onChange={(outputs) => set({ outputs })} />
      <div>
        <Textarea
          autosize
          minRows={1}
          label="Thời hạn chung của nhiệm vụ"
          description="Ghi như trong văn bản. Để trống nếu mỗi sản phẩm đã có thời hạn riêng."
          value={value.dueText}
          onChange={(event) => set({ dueText: event.currentTarget.value })}
        />
        <DueRead text={value.dueText} year={plan.year} />
      </div>
      <LinesField label="Chủ trì" one="chủ trì" lines={value.leads} onChange={(leads) => set({ leads })} />
      <LinesField
        label="Phối hợp"
        one="đơn vị phối hợp"
        lines={value.coordinators}
        onChange={(coordinators) => set({ coordinators })}
      />
      <TextInput
        label="Số thứ tự trong phụ lục"
        description="Để trống thì lấy số tiếp theo."
        maw="12rem"
        value={value.no}
        onChange={(event) => set({ no: event.currentTarget.value })}
      />
      <Checkbox
        label="Là việc của đơn vị mình (bỏ chọn nếu là việc của cấp trên)"
        checked={value.ours}
        onChange={(event) => set({ ours: event.currentTarget.checked })}
      />
    </FormFrame>
  );
}
