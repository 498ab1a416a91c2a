import { Button, Group, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReadField } from './reading-sections.ts';

interface EditorProps {
  readonly field: ReadField;
  readonly isPending: boolean;
  readonly onSave: (value: unknown) => void;
  readonly onCancel: () => void;
  readonly onRemove?: () => void;
}

const operators = [
  { value: '=', label: 'bằng' },
  { value: 'min', label: 'tối thiểu (≥)' },
  { value: '>=', label: 'từ … trở lên (≥)' },
  { value: '>', label: 'trên (>)' },
  { value: 'max', label: 'tối đa (≤)' },
  { value: '<=', label: 'từ … trở xuống (≤)' },
  { value: '<', label: 'dưới (<)' },
];

/** Corrects one field in place. Escape leaves it as it was; Ctrl+Enter saves. */
export function FieldEditor({ field, isPending, onSave, onCancel, onRemove }: EditorProps) {
  const [value, setValue] = useState<string | number>(
    field.kind === 'number' && field.text !== '' ? Number(field.text) : field.text,
  );
  const isEmpty = String(value).trim() === '';
  function save(event?: FormEvent) {
    event?.preventDefault();
    const isNullable = field.path.startsWith('/decision/') || field.path === '/year';
    if (isEmpty) return onSave(isNullable ? null : '');
    onSave(field.kind === 'number' ? Number(value) : String(value).trim());
  }
  return (
    <form
      className="read-editor"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && event.ctrlKey) save();
      }}
    >
      {field.kind === 'number' && (
        <NumberInput label={field.label} value={value} onChange={setValue} decimalSeparator="," data-autofocus />
      )}
      {field.kind === 'operator' && (
        <NativeSelect
          label={field.label}
          value={value}
          data={operators}
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
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" loading={isPending}>
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
