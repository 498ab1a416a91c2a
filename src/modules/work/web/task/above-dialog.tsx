import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { useCall } from '#web/use-call.ts';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import { listAbovePlans } from '../../contract/above.ts';
import { setAbove } from '../../contract/tasks.ts';
import { type AbovePlanRow, planWords } from '../above/above-rows.ts';
import { DifferenceFields } from '../above/difference-fields.tsx';
import { othersWords } from '../obligation/use-stale.ts';
import { AskedSelect } from './asked-select.tsx';
import type { TaskPage } from './task-page-type.ts';

/** Something asked that the task carries out: one that is written down, or one written here. */
interface ItemValue {
  readonly key: string;
  readonly itemId: Id | null;
  readonly abovePlanId: Id | '';
  readonly place: string;
  readonly content: string;
  readonly due: PlainDate | null;
  readonly difference: string;
  readonly reason: string;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
const isWhole = (one: ItemValue) => one.itemId !== null || (one.abovePlanId !== '' && one.content.trim().length >= 3);

function startOf(task: TaskPage): readonly ItemValue[] {
  return task.above.map((one) => ({
    ...{ key: one.id, itemId: one.id, abovePlanId: one.plan.id, place: one.place, content: one.content, due: one.due },
    difference: one.ours[0]?.difference ?? '',
    reason: one.ours[0]?.reason ?? '',
  }));
}

function sentOf({ itemId, abovePlanId, place, content, due, difference, reason }: ItemValue) {
  const deviating = { difference: orNull(difference), reason: orNull(reason) };
  return itemId === null
    ? { abovePlanId: abovePlanId as Id, place: place.trim(), content: content.trim(), due, ...deviating }
    : { itemId, ...deviating };
}

const readDraft = (found: unknown) => (Array.isArray(found) ? (found as readonly ItemValue[]) : undefined);

/** Which plan of a higher level, what it asks, where ours differs and why. */
export function AboveDialog({ task, onClose }: { task: TaskPage; onClose: () => void }) {
  const start = startOf(task);
  const [items, setItems] = useState(start);
  const isChanged = JSON.stringify(items) !== JSON.stringify(start);
  const draft = useDraft(`task:above:${task.id}`, items, isChanged, readDraft);
  const plans = useCall(listAbovePlans, { query: { year: task.planYear } });
  const client = useQueryClient();
  const send = useSend(setAbove);
  const set = (key: string, part: Partial<ItemValue>) =>
    setItems(items.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const onSave = () =>
    send.mutate(
      { params: { taskId: task.id }, body: { version: task.version, items: items.map(sentOf) } },
      {
        onSuccess: () => {
          draft.drop();
          notify('done', 'Đã lưu yêu cầu của cấp trên mà nhiệm vụ này thực hiện.');
          onClose();
        },
        onError: (error) => {
          if (othersWords(error)) void client.invalidateQueries();
        },
      },
    );
  const blank: ItemValue = {
    ...{ key: `moi-${items.length}`, itemId: null, place: '', content: '', due: null },
    ...{ abovePlanId: plans.data?.rows[0]?.id ?? '', difference: '', reason: '' },
  };
  return (
    <Modal opened onClose={onClose} size="lg" title="Theo kế hoạch cấp trên">
      {draft.found !== undefined && !isChanged && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            setItems(draft.found ?? start);
            draft.take();
          }}
        >
          Lấy lại nội dung đang sửa dở
        </Button>
      )}
      {plans.data?.rows.length === 0 && (
        <Text mb="sm">
          Chưa ghi kế hoạch cấp trên nào của năm {task.planYear}. Xin thêm trong Kế hoạch → So với cấp trên trước.
        </Text>
      )}
      <Stack gap="md">
        {items.map((one) => (
          <fieldset key={one.key} className="above-ours">
            <legend>{one.itemId === null ? 'Yêu cầu mới ghi' : 'Yêu cầu của cấp trên'}</legend>
            {one.itemId === null ? (
              <NewItem value={one} plans={plans.data?.rows ?? []} onChange={(part) => set(one.key, part)} />
            ) : (
              <Text>{[one.place, one.content].filter(Boolean).join(' · ')}</Text>
            )}
            <DifferenceFields value={one} onChange={(part) => set(one.key, part)} />
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => setItems(items.filter(({ key }) => key !== one.key))}
            >
              Bỏ yêu cầu này
            </Button>
          </fieldset>
        ))}
      </Stack>
      {task.planId && (plans.data?.rows.length ?? 0) > 0 && (
        <AskedSelect
          planId={task.planId}
          taken={items.flatMap(({ itemId }) => itemId ?? [])}
          onChoose={({ id, plan, place, content, due }) =>
            setItems([
              ...items,
              { key: id, itemId: id, abovePlanId: plan.id, place, content, due, difference: '', reason: '' },
            ])
          }
        />
      )}
      {(plans.data?.rows.length ?? 0) > 0 && (
        <Button variant="default" mt="sm" onClick={() => setItems([...items, blank])}>
          Ghi yêu cầu chưa có trong danh sách
        </Button>
      )}
      {send.error && (
        <Alert color="red" mt="md" role="alert">
          {send.error.message}
          {othersWords(send.error) && ' Trang đã lấy nội dung mới; những gì bạn ghi vẫn còn ở đây.'}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          Quay lại
        </Button>
        <Button disabled={!isChanged || !items.every(isWhole)} loading={send.isPending} onClick={onSave}>
          Lưu
        </Button>
      </Group>
    </Modal>
  );
}

interface NewItemProps {
  readonly value: ItemValue;
  readonly plans: readonly AbovePlanRow[];
  readonly onChange: (part: Partial<ItemValue>) => void;
}

function NewItem({ value, plans, onChange }: NewItemProps) {
  return (
    <>
      <NativeSelect
        label="Kế hoạch cấp trên"
        required
        value={value.abovePlanId}
        onChange={(event) => onChange({ abovePlanId: event.currentTarget.value as Id })}
        data={[{ value: '', label: 'Xin chọn' }, ...plans.map((plan) => ({ value: plan.id, label: planWords(plan) }))]}
      />
      <TextInput
        label="Ở mục"
        maxLength={300}
        value={value.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <Textarea
        label="Cấp trên yêu cầu gì"
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={value.content}
        onChange={(event) => onChange({ content: event.currentTarget.value })}
      />
      <DateField
        label="Hạn cấp trên giao (nếu có)"
        value={value.due ?? undefined}
        onChange={(due) => onChange({ due: due ?? null })}
      />
    </>
  );
}
