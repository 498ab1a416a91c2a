import { Group, NativeSelect, NumberInput, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { operatorChoices } from '#modules/plan/web/operator-words.ts';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useSend } from '#web/use-send.ts';
import { addAboveItem } from '../../contract/above.ts';
import type { FigureOperator } from '../../domain/above-gap.ts';
import { type AbovePlanRow, planWords } from './above-rows.ts';

const blank = { place: '', content: '', measure: '', operator: 'min' as FigureOperator, unit: '%' };

/** One task or target that a higher plan asks, written down by hand. */
export function AddItemPanel({ plan, onClose }: { plan: AbovePlanRow; onClose: () => void }) {
  const [kind, setKind] = useState<'task' | 'target'>('target');
  const [value, setValue] = useState(blank);
  const [figure, setFigure] = useState<number>();
  const [due, setDue] = useState<PlainDate>();
  const add = useSend(addAboveItem);
  const set = (part: Partial<typeof blank>) => setValue({ ...value, ...part });
  const { place, content, measure, operator, unit } = value;
  const isReady =
    content.trim().length >= 3 && (kind === 'task' || (measure.trim().length >= 3 && figure !== undefined));
  function onSubmit() {
    const body =
      kind === 'task'
        ? { kind, place, content, due: due ?? null }
        : { kind, place, content, figure: { measure, operator, value: figure ?? 0, unit } };
    add.mutate(
      { params: { abovePlanId: plan.id }, body },
      {
        onSuccess: () => {
          notify('done', 'Đã ghi yêu cầu của cấp trên; có thể ghi tiếp.');
          setValue(blank);
          setFigure(undefined);
          setDue(undefined);
        },
      },
    );
  }
  return (
    <SidePanel isOpen title="Ghi yêu cầu của cấp trên" onClose={onClose}>
      <Text size="sm" mb="sm">
        {planWords(plan)}
      </Text>
      <SegmentedControl
        fullWidth
        mb="md"
        aria-label="Loại yêu cầu"
        value={kind}
        onChange={(chosen) => setKind(chosen as typeof kind)}
        data={[
          { value: 'target', label: 'Chỉ tiêu' },
          { value: 'task', label: 'Nhiệm vụ' },
        ]}
      />
      <FormFrame
        submit="Ghi yêu cầu"
        isChanged={content !== '' || measure !== ''}
        isPending={add.isPending}
        error={add.error}
        verdict={isReady ? allowed : refused('missing')}
        words={{ missing: kind === 'task' ? 'Xin ghi nội dung.' : 'Xin ghi nội dung, chỉ tiêu và mức.' }}
        onSubmit={onSubmit}
        onCancel={onClose}
      >
        <TextInput
          label="Ở mục"
          placeholder="Ví dụ: II.2 hoặc PL02/3"
          maxLength={300}
          value={place}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        <Textarea
          label="Nguyên văn của cấp trên"
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={content}
          onChange={(event) => set({ content: event.currentTarget.value })}
        />
        {kind === 'task' ? (
          <DateField label="Hạn cấp trên giao (nếu có)" value={due} onChange={setDue} />
        ) : (
          <>
            <TextInput
              label="Chỉ tiêu đo gì"
              required
              maxLength={500}
              placeholder="Ví dụ: Hồ sơ giải quyết đúng hạn"
              value={measure}
              onChange={(event) => set({ measure: event.currentTarget.value })}
            />
            <Group gap="sm" align="flex-end">
              <NativeSelect
                label="So sánh"
                data={operatorChoices.map(({ value: code, label }) => ({ value: code, label }))}
                value={operator}
                onChange={(event) => set({ operator: event.currentTarget.value as FigureOperator })}
              />
              <NumberInput
                label="Mức"
                required
                maw="8rem"
                decimalSeparator=","
                value={figure ?? ''}
                onChange={(typed) => setFigure(typeof typed === 'number' ? typed : undefined)}
              />
              <TextInput
                label="Đơn vị tính"
                maw="8rem"
                maxLength={30}
                value={unit}
                onChange={(event) => set({ unit: event.currentTarget.value })}
              />
            </Group>
          </>
        )}
      </FormFrame>
    </SidePanel>
  );
}
