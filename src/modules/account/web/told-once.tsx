import { Button, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { copyText } from '#web/copy-text.ts';
import { notify } from '#web/notices.ts';

/** Something that is shown now and never again: a temporary password, a token, backup codes. Takes the focus. */
export function ToldOnce(props: {
  readonly title: string;
  /** What is copied. */
  readonly text: string;
  readonly children: ReactNode;
  readonly onDone: () => void;
}) {
  const box = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  async function copy() {
    try {
      await copyText(props.text);
      setCopied(true);
    } catch (error) {
      notify('error', error instanceof Error ? error.message : 'Chưa sao chép được.');
    }
  }
  return (
    <section ref={box} tabIndex={-1} className="told-once" aria-label={props.title}>
      <strong>{props.title}</strong>
      {props.children}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={isCopied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          onClick={() => void copy()}
        >
          {isCopied ? 'Đã sao chép' : 'Sao chép'}
        </Button>
        <Button onClick={props.onDone}>Tôi đã ghi lại</Button>
      </Group>
    </section>
  );
}
