import { Button, Checkbox, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useSend } from '#web/use-send.ts';
import { createTarget, removeTarget, updateTarget } from '../../contract/drafting.ts';
import type { listTargets } from '../../contract/plans.ts';
import { operatorChoices } from '../operator-words.ts';
import type { Plan } from '../plan/plan-frame.tsx';

type Target = AnswerOf<typeof listTargets>['rows'][number];

const noTarget = {
  section: 'II',
  measure: '',
  operator: 'min' as Target['operator'],
  value: '' as number | string,
  unit: '%',
  text: '',
  ours: true,
};

/** Writes one target of a draft: a new one, or the one given. */
export function TargetPanel({
  plan,
  target,
  onClose,
}: {
  plan: Plan;
  target: Target | undefined;
  onClose: () => void;
}) {
  const stored = target
    ? {
        section: target.section,
        measure: target.measure,
        operator: target.operator,
        value: target.value as number | string,
        unit: target.unit,
        text: target.text,
        ours: target.ours,
      }
    : noTarget;
  const [value, setValue] = useState(stored);
  const set = (part: Partial<typeof stored>) => setValue({ ...value, ...part });
  const done = (words: string) => () => {
    notify('done', words);
    onClose();
  };
  const create = useSend(createTarget, { onSuccess: done('Đã thêm chỉ tiêu.') });
  const update = useSend(updateTarget, { onSuccess: done('Đã lưu chỉ tiêu.') });
  const remove = useSend(removeTarget, { onSuccess: done('Đã bỏ chỉ tiêu khỏi bản đang soạn.') });
  const isWhole = value.measure.trim() !== '' && typeof value.value === 'number';
  function send() {
    const body = {
      revision: plan.revision,
      target: { ...value, value: Number(value.value), text: value.text.trim() || sentenceOf(value) },
    };
    if (target) update.mutate({ params: { planId: plan.id, targetId: target.id }, body });
    else create.mutate({ params: { planId: plan.id }, body });
  }
  return (
    <SidePanel isOpen title={target ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu'} onClose={onClose}>
      <FormFrame
        submit={target ? 'Lưu chỉ tiêu' : 'Thêm chỉ tiêu'}
        onSubmit={send}
        onCancel={onClose}
        isChanged={JSON.stringify(value) !== JSON.stringify(stored)}
        isPending={create.isPending || update.isPending}
        error={create.error ?? update.error ?? remove.error}
        verdict={isWhole ? allowed : refused('not-whole')}
        words={{ 'not-whole': 'Hãy ghi nội dung và mức của chỉ tiêu.' }}
      >
        <Textarea
          label="Nội dung"
          required
          autosize
          data-autofocus
          value={value.measure}
          onChange={(event) => set({ measure: event.currentTarget.value })}
        />
        <Group gap="sm" align="end" grow>
          <NativeSelect
            label="So sánh"
            value={value.operator}
            data={operatorChoices}
            onChange={(event) => set({ operator: event.currentTarget.value as Target['operator'] })}
          />
          <NumberInput
            label="Mức"
            required
            decimalSeparator=","
            value={value.value}
            onChange={(next) => set({ value: next })}
          />
          <TextInput label="Đơn vị" value={value.unit} onChange={(event) => set({ unit: event.currentTarget.value })} />
        </Group>
        <Textarea
          label="Câu trong văn bản"
          description="Để trống thì ghép từ nội dung và mức."
          autosize
          value={value.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <TextInput
          label="Ở mục"
          maw="12rem"
          value={value.section}
          onChange={(event) => set({ section: event.currentTarget.value })}
        />
        <Checkbox
          label="Là chỉ tiêu của đơn vị mình"
          checked={value.ours}
          onChange={(event) => set({ ours: event.currentTarget.checked })}
        />
        {target && (
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate({ params: { planId: plan.id, targetId: target.id }, query: { revision: plan.revision } })
            }
          >
            Bỏ chỉ tiêu này
          </Button>
        )}
      </FormFrame>
    </SidePanel>
  );
}

function sentenceOf({ measure, operator, value, unit }: typeof noTarget): string {
  const words = operatorChoices.find((choice) => choice.value === operator)?.sentence ?? '';
  return [measure.trim(), words, `${String(value).replace('.', ',')}${unit}`].filter(Boolean).join(' ');
}
