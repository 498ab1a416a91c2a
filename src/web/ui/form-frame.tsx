import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { allowed, type Verdict } from '#kernel/verdict.ts';
import type { Draft } from '../use-draft.ts';
import { useUnsaved } from '../use-unsaved.ts';
import { ActionButton } from './action-button.tsx';
import type { Words } from './words-of.ts';

export interface FormFrameProps<Value> {
  /** The act in words: `Lưu nhiệm vụ`. */
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly onCancel?: () => void;
  /** True while the form differs from what is saved. */
  readonly isChanged: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly verdict?: Verdict;
  readonly words?: Words;
  /** From `useDraft`. */
  readonly draft?: Draft<Value>;
  /** Puts a found draft into the form. */
  readonly onRestore?: (value: Value) => void;
  readonly children: ReactNode;
}

/** Around every form: saves with Ctrl+S, offers the draft, guards unsaved text, tells errors where the button is. */
export function FormFrame<Value>(props: FormFrameProps<Value>) {
  const { draft, isChanged, isPending } = props;
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(isChanged);
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!isPending) props.onSubmit();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    form.current?.requestSubmit();
  }
  return (
    <form ref={form} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate className="form-frame">
      {draft?.found !== undefined && (
        <Alert icon={<IconHistory />} title="Có bản nháp chưa lưu" role="status">
          <p>Lần trước bạn đang nhập dở ở đây.</p>
          <Group gap="sm">
            <Button
              onClick={() => {
                if (draft.found !== undefined) props.onRestore?.(draft.found);
                draft.take();
              }}
            >
              Nhập tiếp bản nháp
            </Button>
            <Button variant="default" onClick={draft.drop}>
              Bỏ bản nháp
            </Button>
          </Group>
        </Alert>
      )}
      {props.children}
      {props.error && (
        <Alert color="red" icon={<IconAlertTriangle />} role="alert">
          {props.error.message}
        </Alert>
      )}
      <Group gap="sm">
        <ActionButton
          type="submit"
          isPending={isPending}
          verdict={props.verdict ?? allowed}
          {...(props.words && { words: props.words })}
        >
          {props.submit}
        </ActionButton>
        {props.onCancel && (
          <Button variant="default" onClick={props.onCancel}>
            Hủy
          </Button>
        )}
        <span className="dimmed" role="status">
          {draft?.isKept ? 'Đã giữ bản nháp' : isChanged ? 'Chưa lưu' : ''}
        </span>
      </Group>
    </form>
  );
}
