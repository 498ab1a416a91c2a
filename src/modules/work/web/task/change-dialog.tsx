import { Alert, Button, Group, Modal, NativeSelect, NumberInput, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import { changeTask } from '../../contract/tasks.ts';
import { othersWords } from '../obligation/use-stale.ts';
import { AssigneeFields, type People } from './assignee-fields.tsx';
import type { TaskPage } from './task-page-type.ts';
import { type AssigneeGroup, assigneeOf, assigneesOf, keyOfBearer, useAssignees } from './use-assignees.ts';

interface ChangeValue {
  readonly content: string;
  readonly people: People;
  readonly urgency: TaskPage['urgency'];
  readonly weight: number;
  readonly reason: string;
}

function changeValueOf(task: TaskPage, groups: readonly AssigneeGroup[]): ChangeValue {
  const keys = (role: 'coordinator' | 'watcher') =>
    task.parts
      .filter((part) => part.role === role && !part.fromPlan)
      .flatMap((part) => keyOfBearer(part.bearer, groups) ?? []);
  return {
    content: task.content,
    people: {
      lead: keyOfBearer(task.lead, groups) ?? null,
      coordinators: keys('coordinator'),
      watchers: keys('watcher'),
    },
    urgency: task.urgency,
    weight: task.weight,
    reason: '',
  };
}

function readChange(found: unknown): ChangeValue | undefined {
  const value = found as Partial<ChangeValue> | null;
  return typeof value?.reason === 'string' && value.people ? (value as ChangeValue) : undefined;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Only what differs is sent, so that what another changed meanwhile is not undone. */
function changesOf(value: ChangeValue, before: ChangeValue) {
  const { lead, coordinators, watchers } = value.people;
  const newLead = lead !== null && lead !== before.people.lead ? assigneeOf(lead) : undefined;
  return {
    ...(value.content !== before.content && { content: value.content.trim() }),
    ...(newLead && { lead: newLead }),
    ...(!same(coordinators, before.people.coordinators) && { coordinators: assigneesOf(coordinators) }),
    ...(!same(watchers, before.people.watchers) && { watchers: assigneesOf(watchers) }),
    ...(value.urgency !== before.urgency && { urgency: value.urgency }),
    ...(value.weight !== before.weight && { weight: value.weight }),
  };
}

/** Gives a task to others, or changes its urgency and weight, with the reason. */
export function ChangeDialog({ task, onClose }: { task: TaskPage; onClose: () => void }) {
  const groups = useAssignees();
  const before = changeValueOf(task, groups);
  const [changed, setChanged] = useState<Partial<ChangeValue>>({});
  const value = { ...before, ...changed };
  const changes = changesOf(value, before);
  const draft = useDraft(`task:change:${task.id}`, value, Object.keys(changed).length > 0, readChange);
  const client = useQueryClient();
  const change = useSend(changeTask);
  const set = (part: Partial<ChangeValue>) => setChanged({ ...changed, ...part });
  const onSave = () =>
    change.mutate(
      { params: { taskId: task.id }, body: { version: task.version, reason: value.reason.trim(), ...changes } },
      {
        onSuccess: () => {
          draft.drop();
          notify('done', 'Đã lưu; người được giao được báo.');
          onClose();
        },
        onError: (error) => {
          if (othersWords(error)) void client.invalidateQueries();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} size="lg" title="Đổi người, mức khẩn, trọng số">
      {draft.found && Object.keys(changed).length === 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            setChanged(draft.found ?? {});
            draft.take();
          }}
        >
          Lấy lại nội dung đang sửa dở
        </Button>
      )}
      {task.source !== 'plan' && (
        <Textarea
          label="Nội dung"
          mb="sm"
          autosize
          minRows={2}
          maxLength={4000}
          value={value.content}
          onChange={(event) => set({ content: event.currentTarget.value })}
        />
      )}
      <Stack gap="sm">
        <AssigneeFields value={value.people} groups={groups} onChange={(people) => set({ people })} />
      </Stack>
      <Group gap="sm" my="sm" align="flex-end">
        <NativeSelect
          label="Mức khẩn"
          value={value.urgency}
          onChange={(event) => set({ urgency: event.currentTarget.value as TaskPage['urgency'] })}
          data={[
            { value: 'normal', label: 'Thường' },
            { value: 'urgent', label: 'Khẩn' },
            { value: 'immediate', label: 'Hỏa tốc' },
          ]}
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
      <Textarea
        label="Lý do"
        description="Ít nhất 5 ký tự; lưu trong lịch sử."
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={value.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      {change.error && (
        <Alert color="red" mt="md" role="alert">
          {change.error.message}
          {othersWords(change.error) && ' Trang đã lấy nội dung mới; những gì bạn đổi vẫn còn ở đây.'}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          Quay lại
        </Button>
        <Button
          disabled={value.reason.trim().length < 5 || Object.keys(changes).length === 0}
          loading={change.isPending}
          onClick={onSave}
        >
          Lưu
        </Button>
      </Group>
    </Modal>
  );
}
