import { Button, Group, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { parsePlainDate } from '#kernel/plain-date.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { DueRead } from '../draft/due-read.tsx';
import { operatorChoices } from '../operator-words.ts';
import type { ReadField } from './reading-sections.ts';
import { showInPane } from './show-in-pane.ts';

interface EditorProps {
  readonly field: ReadField;
  /** The plan's year, for reading due words. */
  readonly year: number | null;
  readonly isPending: boolean;
  readonly onSave: (value: unknown) => void;
  readonly onCancel: () => void;
  readonly onRemove?: () => void;
}

/** Corrects one field in place. Escape leaves it as it was; Ctrl+Enter saves. */
export function FieldEditor({ field, year, isPending, onSave, onCancel, onRemove }: EditorProps) {
  const [value, setValue] = useState<string | number>(
    field.kind === 'number' && field.text !== '' ? Number(field.text) : field.text,
  );
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => showInPane(frame.current), []);
  const isEmpty = String(value).trim() === '';
  const isNullable = field.path.startsWith('/decision/') || field.path === '/year';
  const isNumberMissing = field.kind === 'number' && isEmpty && !isNullable;
  function save(event?: FormEvent) {
    event?.preventDefault();
    if (isNumberMissing) return;
    if (isEmpty) return onSave(isNullable ? null : '');
    onSave(field.kind === 'number' ? Number(value) : String(value).trim());
  }
  return (
    <form
      ref={frame}
      className="read-editor"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && event.ctrlKey) save();
      }}
    >
      {field.kind === 'number' && (
        <NumberInput label={field.label} autoFocus value={value} onChange={setValue} decimalSeparator="," />
      )}
      {field.kind === 'date' && (
        <DateField label={field.label} value={parsePlainDate(String(value))} onChange={(day) => setValue(day ?? '')} />
      )}
      {field.kind === 'operator' && (
        <NativeSelect
          label={field.label}
          autoFocus
          value={value}
          data={operatorChoices}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {field.kind === 'text' && (
        <Textarea
          autosize
          minRows={1}
          maxRows={12}
          autoFocus
          label={field.label}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {field.path.endsWith('/deadlineText') && year !== null && <DueRead text={String(value)} year={year} />}
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" loading={isPending} disabled={isNumberMissing}>
          Lưu
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          Thôi
        </Button>
        {onRemove && (
          <Button size="xs" variant="subtle" color="red" onClick={onRemove}>
            Bỏ ô này
          </Button>
        )}
      </Group>
    </form>
  );
}
