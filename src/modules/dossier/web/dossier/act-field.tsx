import '@mantine/core/styles/NumberInput.css';
import { NumberInput, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { EvidenceRef } from '#modules/evidence/contract/parts.ts';
import { EvidencePicker } from '#modules/evidence/web/evidence-picker.tsx';
import { listPositions } from '#modules/org/contract/positions.ts';
import { useChoices } from '#modules/org/web/use-choices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import type { DossierPage } from '../shared/rows.ts';
import type { AskedField } from './act-forms/asking.ts';

interface ActFieldProps {
  readonly field: AskedField;
  readonly page: DossierPage;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One field of the dialog of an act. */
export function ActField({ field, page, value, onChange }: ActFieldProps) {
  const { label, hint, isNeeded, options = [] } = field;
  const shared = { label, required: isNeeded, ...(hint && { description: hint }) };
  switch (field.kind) {
    case 'line':
      return (
        <TextInput
          {...shared}
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'lines':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={3}
          maxLength={8_000}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'amount':
      return (
        <NumberInput
          {...shared}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator="."
          decimalSeparator=","
          value={value}
          onChange={(amount) => onChange(String(amount))}
        />
      );
    case 'day':
      return (
        <DateField
          {...shared}
          value={(value || undefined) as PlainDate | undefined}
          onChange={(day) => onChange(day ?? '')}
        />
      );
    case 'moment':
      return <MomentField {...shared} value={value} onChange={onChange} />;
    case 'choice':
      return (
        <Radio.Group {...shared} value={value} onChange={onChange}>
          <Stack gap="xs" mt="xs">
            {options.map((one) => (
              <Radio key={one.value} value={one.value} label={one.label} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'step':
      return <StepField {...shared} page={page} value={value} onChange={onChange} />;
    case 'person':
      return <PostField {...shared} value={value} onChange={onChange} />;
    case 'evidence':
      return <FileField label={label} onChange={onChange} />;
  }
}

interface InnerProps {
  readonly label: string;
  readonly required: boolean;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day and a time of office hours; the end of the afternoon unless said otherwise. */
function MomentField({ label, required, description, value, onChange }: InnerProps) {
  const [day, clock = '17:00'] = value.split('T');
  const time = clock.slice(0, 5);
  return (
    <div className="dossier-moment">
      <DateField
        {...{ label, required, ...(description && { description }) }}
        value={(day || undefined) as PlainDate | undefined}
        onChange={(picked) => onChange(picked ? `${picked}T${time}:00+07:00` : '')}
      />
      <TextInput
        type="time"
        label="Giờ"
        value={time}
        disabled={!day}
        onChange={(event) => onChange(`${day}T${event.currentTarget.value}:00+07:00`)}
      />
    </div>
  );
}

/** The steps that may come next, with who does them; left out, the process says. */
function StepField({ page, ...field }: InnerProps & { readonly page: DossierPage }) {
  const data = page.nextSteps.flatMap((step) =>
    step.positions.length === 0
      ? [{ value: `${step.no}|`, label: step.name }]
      : step.positions.map((post) => ({ value: `${step.no}|${post.id}`, label: `${step.name}: ${post.name}` })),
  );
  if (data.length === 0) return null;
  const { value, onChange, ...shared } = field;
  return (
    <Select
      {...shared}
      data={data}
      value={value || null}
      placeholder="Theo quy trình"
      clearable
      onChange={(picked) => onChange(picked ?? '')}
    />
  );
}

function PostField({ value, onChange, ...shared }: InnerProps) {
  const posts = useChoices(listPositions, (row) => row.title);
  return (
    <Select
      {...shared}
      searchable
      data={[...posts]}
      value={value || null}
      onChange={(picked) => onChange(picked ?? '')}
    />
  );
}

function FileField({ label, onChange }: Pick<InnerProps, 'label' | 'onChange'>) {
  const [chosen, setChosen] = useState<readonly EvidenceRef[]>([]);
  return (
    <EvidencePicker
      label={label}
      value={chosen}
      most={1}
      onChange={(value) => {
        setChosen(value);
        onChange(value[0]?.id ?? '');
      }}
    />
  );
}
