import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { CallError } from '#web/call.ts';
import { notify } from '#web/notices.ts';
import { ConflictDialog } from '#web/ui/conflict-dialog.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { useSend } from '#web/use-send.ts';
import { correctEvidence } from '../contract/evidence.ts';
import type { EvidenceRow } from '../contract/parts.ts';

const labels = {
  title: 'Trích yếu',
  number: 'Số',
  symbol: 'Ký hiệu',
  issuedOn: 'Ngày ban hành',
  documentType: 'Loại văn bản',
  issuer: 'Cơ quan ban hành',
  signer: 'Người ký',
} as const;
type Field = keyof typeof labels;
type Values = Readonly<Record<Field, string>>;

/** The fields that evidence of its kind and level has. */
function fieldsOf({ kind, level }: EvidenceRow): readonly Field[] {
  if (kind === 'file') return ['title'];
  const open: readonly Field[] = level === 'secret' ? [] : ['title', 'signer'];
  return ['number', 'symbol', 'issuedOn', ...open, 'documentType', 'issuer'];
}

function valuesOf(row: EvidenceRow): Values {
  const entries = Object.keys(labels).map((field) => [field, row[field as Field] ?? '']);
  return Object.fromEntries(entries) as Values;
}

/** What differs, in the form of the route; an emptied field is cleared. */
function changeOf(fields: readonly Field[], values: Values, stored: Values) {
  const changed = fields.filter((field) => values[field].trim() !== stored[field]);
  return Object.fromEntries(changed.map((field) => [field, values[field].trim() || null]));
}

/** Corrects what is known of a piece of evidence, with the reason; when somebody was faster, both are shown. */
export function CorrectDialog({ evidence, onClose }: { evidence: EvidenceRow; onClose: () => void }) {
  const [base, setBase] = useState(evidence);
  const [values, setValues] = useState(() => valuesOf(evidence));
  const [reason, setReason] = useState('');
  const [theirs, setTheirs] = useState<EvidenceRow>();
  const send = useSend(correctEvidence);
  const fields = fieldsOf(evidence);
  const change = changeOf(fields, values, valuesOf(base));
  function save(version: number, against: EvidenceRow) {
    const body = { version, reason, ...changeOf(fields, values, valuesOf(against)) };
    send.mutate(
      { params: { evidenceId: evidence.id }, body },
      {
        onSuccess: () => {
          notify('done', 'Đã lưu thông tin minh chứng.');
          onClose();
        },
        onError: (error) => setTheirs(currentIn(error)),
      },
    );
  }
  return (
    <Modal opened onClose={onClose} title="Sửa thông tin minh chứng" size="lg">
      <FormFrame
        submit="Lưu thông tin"
        isChanged={Object.keys(change).length > 0}
        isPending={send.isPending}
        error={theirs ? null : send.error}
        onSubmit={() => save(base.version, base)}
        onCancel={onClose}
      >
        {fields.map((field) => (
          <Input
            key={field}
            field={field}
            value={values[field]}
            onChange={(value) => setValues({ ...values, [field]: value })}
          />
        ))}
        <TextInput
          label="Lý do sửa"
          required
          placeholder="Ví dụ: ghi nhầm số"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormFrame>
      {theirs && (
        <ConflictDialog
          isOpen
          isPending={send.isPending}
          fields={fields.map((field) => ({
            label: labels[field],
            mine: wordsOf(field, values[field]),
            theirs: wordsOf(field, valuesOf(theirs)[field]),
          }))}
          onKeepMine={() => {
            setBase(theirs);
            setTheirs(undefined);
            save(theirs.version, theirs);
          }}
          onTakeTheirs={() => {
            setBase(theirs);
            setValues(valuesOf(theirs));
            setTheirs(undefined);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </Modal>
  );
}

function Input({ field, value, onChange }: { field: Field; value: string; onChange: (value: string) => void }) {
  const label = labels[field];
  if (field === 'issuedOn') {
    return <DateField label={label} required value={value as PlainDate} onChange={(day) => onChange(day ?? '')} />;
  }
  const Text = field === 'title' ? Textarea : TextInput;
  return (
    <Text
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(field === 'issuer' && { description: 'Để trống nếu do đơn vị mình ban hành.' })}
    />
  );
}

function wordsOf(field: Field, value: string): string {
  return field === 'issuedOn' && value !== '' ? formatDate(value as PlainDate) : value;
}

function currentIn(error: Error): EvidenceRow | undefined {
  if (!(error instanceof CallError) || error.code !== 'stale-version') return undefined;
  return (error.details as { current?: EvidenceRow } | undefined)?.current;
}
