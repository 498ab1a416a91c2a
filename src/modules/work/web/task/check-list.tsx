import './task.css';
import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { formatMoment } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { useSend } from '#web/use-send.ts';
import { addCheck, removeCheck, tickCheck } from '../../contract/tasks.ts';
import { verdictOf, wordsOf } from '../shared/verdict-of.ts';
import type { TaskPage } from './task-page-type.ts';

const onError = (error: Error) => notify('error', error.message);

/** The small steps of a task: added, ticked, taken out. */
export function CheckList({ task }: { task: TaskPage }) {
  const [typed, setTyped] = useState('');
  const add = useSend(addCheck);
  const verdict = verdictOf(task.acts, 'add-check');
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === '' || !verdict.ok) return;
    add.mutate(
      { params: { taskId: task.id }, body: { content: typed.trim() } },
      { onSuccess: () => setTyped(''), onError },
    );
  }
  return (
    <>
      {task.checks.length === 0 && (
        <Text mb="xs" size="sm">
          Chưa có đầu việc. Chia nhiệm vụ thành từng bước để theo dõi ở đây.
        </Text>
      )}
      <ul className="task-checks">
        {task.checks.map((check) => (
          <CheckItem key={check.id} taskId={task.id} check={check} mayChange={verdict.ok} />
        ))}
      </ul>
      <form onSubmit={onSubmit}>
        <Group gap="sm" align="flex-end">
          <TextInput
            label="Đầu việc mới"
            maxLength={500}
            disabled={!verdict.ok}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ActionButton
            type="submit"
            variant="default"
            verdict={verdict}
            words={wordsOf(task.acts)}
            isPending={add.isPending}
          >
            Thêm đầu việc
          </ActionButton>
        </Group>
      </form>
    </>
  );
}

interface CheckItemProps {
  readonly taskId: Id;
  readonly check: TaskPage['checks'][number];
  readonly mayChange: boolean;
}

function CheckItem({ taskId, check, mayChange }: CheckItemProps) {
  const isDone = check.doneAt !== null;
  const [isTicked, setTicked] = useState(isDone);
  useEffect(() => setTicked(isDone), [isDone]);
  const tick = useSend(tickCheck);
  const remove = useSend(removeCheck);
  const params = { taskId, checkId: check.id };
  function onTick(done: boolean) {
    setTicked(done);
    tick.mutate(
      { params, body: { version: check.version, done } },
      {
        onError: (error) => {
          setTicked(isDone);
          onError(error);
        },
      },
    );
  }
  return (
    <li>
      <Checkbox
        label={check.content}
        checked={isTicked}
        disabled={!mayChange}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      {check.doneAt && (
        <Text size="sm" c="dimmed">
          {check.doneBy}, {formatMoment(check.doneAt)}
        </Text>
      )}
      {mayChange && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Bỏ đầu việc: ${check.content}`}
          onClick={() => remove.mutate({ params }, { onError })}
        >
          Bỏ
        </Button>
      )}
    </li>
  );
}
