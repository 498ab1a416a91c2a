import { Checkbox, SegmentedControl } from '@mantine/core';
import type { FieldValue, FormField } from '../form-field.tsx';
import { FieldInput } from '../form-field.tsx';
import type { SuccessorLine } from './reorganisation-draft.ts';
import { useLevelChoices, useUnitChoices } from './unit-choices.ts';

interface SuccessorFieldsProps {
  readonly line: SuccessorLine;
  /** False when the predecessor goes on, and so keeps its records. */
  readonly mayInherit: boolean;
  readonly onChange: (line: SuccessorLine) => void;
}

/** The fields of one unit that goes on. */
export function SuccessorFields({ line, mayInherit, onChange }: SuccessorFieldsProps) {
  const units = useUnitChoices();
  const levels = useLevelChoices();
  const fields: readonly FormField<keyof SuccessorLine>[] = line.isNew
    ? [
        { name: 'name', label: 'Tên đầy đủ', kind: 'text', isRequired: true },
        { name: 'shortName', label: 'Tên ngắn', kind: 'text', isRequired: true },
        { name: 'level', label: 'Cấp', kind: 'pick', options: levels, isRequired: true },
        { name: 'parentId', label: 'Cấp trên', kind: 'pick', options: units },
      ]
    : [{ name: 'id', label: 'Đơn vị', kind: 'pick', options: units, isRequired: true }];
  const set = (name: keyof SuccessorLine, value: FieldValue) => onChange({ ...line, [name]: value });
  return (
    <div className="org-line">
      <SegmentedControl
        aria-label="Đơn vị kế tiếp là"
        data={[
          { value: 'new', label: 'Thành lập mới' },
          { value: 'old', label: 'Đã có' },
        ]}
        value={line.isNew ? 'new' : 'old'}
        onChange={(value) => onChange({ ...line, isNew: value === 'new' })}
      />
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={line[field.name]}
          error={undefined}
          onChange={(value) => set(field.name, value)}
        />
      ))}
      {mayInherit && (
        <Checkbox
          label="Kế thừa hồ sơ, số liệu của đơn vị cũ"
          checked={line.heir}
          onChange={(event) => set('heir', event.currentTarget.checked)}
        />
      )}
    </div>
  );
}
