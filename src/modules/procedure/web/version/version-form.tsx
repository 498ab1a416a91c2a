import '../procedure.css';
import { Alert, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { useDraft } from '#web/use-draft.ts';
import type { CatalogueRow } from '../../domain/sheet/procedure-sheet.ts';
import { type CellFault, readRow } from '../../domain/sheet/read-row.ts';
import { faultWords, headingOf } from '../../text.ts';
import { procedureWords, useMayManageProcedures } from '../may-manage.ts';
import { type FormCells, lineFields, textFields } from './form-cells.ts';

interface VersionFormProps {
  readonly draftKey: string;
  readonly stored: FormCells;
  readonly submit: string;
  readonly from: PlainDate;
  /** A reason is asked for where something is changed. */
  readonly isChange: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSend: (row: CatalogueRow, from: PlainDate, reason: string) => void;
  readonly onCancel: () => void;
}

/** The whole content of a version; lists are written a line an item, as in the Excel file. */
export function VersionForm(props: VersionFormProps) {
  const { stored, isChange } = props;
  const [cells, setCells] = useState(stored);
  const [from, setFrom] = useState<PlainDate | undefined>(props.from);
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly CellFault[]>([]);
  const isChanged = JSON.stringify(cells) !== JSON.stringify(stored);
  const draft = useDraft(props.draftKey, cells, isChanged, (found) =>
    typeof found === 'object' && found !== null ? ({ ...stored, ...found } as FormCells) : undefined,
  );
  const errorOf = (column: keyof FormCells) =>
    faults
      .filter((fault) => fault.column === column)
      .map((fault) => faultWords(fault.code, fault.params))
      .join(' ') || undefined;
  function submit() {
    const read = readRow(cells);
    setFaults(read.faults);
    if (read.row && from) props.onSend(read.row, from, reason.trim());
  }
  return (
    <FormFrame<FormCells>
      submit={props.submit}
      isChanged={isChanged}
      isPending={props.isPending}
      error={props.error}
      verdict={useMayManageProcedures()}
      words={procedureWords}
      draft={draft}
      onRestore={setCells}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      {textFields
        .filter((field) => !(isChange && field.column === 'code'))
        .map((field) => (
          <TextInput
            key={field.column}
            label={headingOf(field.column)}
            description={field.description}
            required={field.isRequired ?? false}
            value={cells[field.column] ?? ''}
            error={errorOf(field.column)}
            onChange={(event) => setCells({ ...cells, [field.column]: event.currentTarget.value })}
          />
        ))}
      <DateField
        label="Có hiệu lực từ"
        required
        description="Hồ sơ nhận trước ngày này giải quyết theo nội dung cũ."
        value={from}
        onChange={setFrom}
      />
      {lineFields.map((field) => (
        <Textarea
          key={field.column}
          className="procedure-lines"
          label={headingOf(field.column)}
          description={field.description}
          autosize
          minRows={2}
          value={cells[field.column] ?? ''}
          error={errorOf(field.column)}
          onChange={(event) => setCells({ ...cells, [field.column]: event.currentTarget.value })}
        />
      ))}
      <Checkbox
        label="Đã đối chiếu với quyết định công bố"
        checked={cells.verified === 'có'}
        onChange={(event) =>
          setCells({
            ...cells,
            verified: event.currentTarget.checked ? 'có' : 'không',
            ...(event.currentTarget.checked && { unverifiedFields: '' }),
          })
        }
      />
      {isChange && (
        <Textarea
          label="Lý do, căn cứ thay đổi"
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {faults.length > 0 && (
        <Alert color="red" role="alert">
          Còn {faults.length} chỗ chưa hiểu, xem dưới các ô được đánh dấu.
        </Alert>
      )}
    </FormFrame>
  );
}
