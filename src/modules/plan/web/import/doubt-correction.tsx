import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CorrectableField } from './correctable.ts';
import { FieldEditor } from './field-editor.tsx';

interface CorrectionProps {
  readonly fields: readonly CorrectableField[];
  readonly year: number | null;
  readonly isPending: boolean;
  readonly onSave: (path: string, value: unknown) => void;
  readonly onCancel: () => void;
}

const most = 60;

function labelOf({ field, place }: CorrectableField): string {
  const words = field.shown ?? field.text;
  const short = words.length > most ? `${words.slice(0, most)}…` : words || 'trống';
  return `${place} · ${field.label}: ${short}`;
}

/** Settles a question by a new value of one of its fields. */
export function DoubtCorrection({ fields, year, isPending, onSave, onCancel }: CorrectionProps) {
  const [path, setPath] = useState(fields[0]?.field.path);
  const chosen = fields.find(({ field }) => field.path === path)?.field;
  if (!chosen) return null;
  return (
    <>
      {fields.length > 1 && (
        <NativeSelect
          mt="xs"
          label="Ô cần sửa"
          value={path ?? ''}
          data={fields.map((one) => ({ value: one.field.path, label: labelOf(one) }))}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
      )}
      <FieldEditor
        key={chosen.path}
        field={chosen}
        year={year}
        isPending={isPending}
        onSave={(value) => onSave(chosen.path, value)}
        onCancel={onCancel}
      />
    </>
  );
}
