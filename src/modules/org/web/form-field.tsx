import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { fold } from '#kernel/fold.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { DateField } from '#web/ui/date-field.tsx';

export type FieldValue = string | number | boolean | null;

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One field of a form that writes a record; an empty optional text is null. */
export interface FormField<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'number' | 'day' | 'pick' | 'yes';
  readonly isRequired?: boolean;
  readonly description?: string;
  readonly options?: readonly Option[];
}

/** A value as people read it, for comparing with another's. */
export function wordsOfValue(field: FormField, value: FieldValue): string {
  if (value === null || value === '') return '';
  if (field.kind === 'day') return formatDate(value as PlainDate);
  if (field.kind === 'yes') return value === true ? 'Có' : 'Không';
  if (field.kind === 'pick') return field.options?.find((one) => one.value === value)?.label ?? String(value);
  return String(value);
}

interface FieldInputProps {
  readonly field: FormField;
  readonly value: FieldValue;
  readonly error: string | undefined;
  readonly onChange: (value: FieldValue) => void;
}

/** The input of a field. */
export function FieldInput({ field, value, error, onChange }: FieldInputProps) {
  const common = {
    label: field.label,
    error,
    required: field.isRequired ?? false,
    ...(field.description !== undefined && { description: field.description }),
  };
  const text = (typed: string) => onChange(typed.trim() === '' && !field.isRequired ? null : typed);
  if (field.kind === 'day') {
    return (
      <DateField
        {...common}
        value={(value ?? undefined) as PlainDate | undefined}
        onChange={(day) => onChange(day ?? null)}
      />
    );
  }
  if (field.kind === 'yes') {
    return (
      <Checkbox {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
    );
  }
  if (field.kind === 'number') {
    return (
      <NumberInput
        {...common}
        value={value as number}
        min={0}
        allowDecimal={false}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
      />
    );
  }
  if (field.kind === 'pick') return <PickInput common={common} field={field} value={value} onChange={onChange} />;
  const Input = field.kind === 'long' ? Textarea : TextInput;
  return <Input {...common} value={String(value ?? '')} onChange={(event) => text(event.currentTarget.value)} />;
}

type PickProps = Omit<FieldInputProps, 'error'> & { readonly common: object };

function PickInput({ common, field, value, onChange }: PickProps) {
  return (
    <Select
      {...common}
      searchable
      clearable={!field.isRequired}
      placeholder="Gõ để tìm"
      nothingFoundMessage="Không có mục nào khớp"
      data={[...(field.options ?? [])]}
      value={value === null ? null : String(value)}
      onChange={onChange}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && fold(option.label).includes(fold(search)))
      }
    />
  );
}
