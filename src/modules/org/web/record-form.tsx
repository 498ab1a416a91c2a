import './org.css';
import '@mantine/core/styles/NumberInput.css';
import { useEffect, useState } from 'react';
import type { Verdict } from '#kernel/verdict.ts';
import { CallError } from '#web/call.ts';
import { notify } from '#web/notices.ts';
import { ConflictDialog } from '#web/ui/conflict-dialog.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { useDraft } from '#web/use-draft.ts';
import { FieldInput, type FieldValue, type FormField, wordsOfValue } from './form-field.tsx';
import { manageWords } from './may-manage.ts';

type Fields<Values> = readonly FormField<keyof Values & string>[];

export interface RecordFormProps<Values extends object> {
  /** Names the draft; the id of the record or the kind of the new one is part of it. */
  readonly draftKey: string;
  /** The fields, or those that go with the values so far. */
  readonly fields: Fields<Values> | ((values: Values) => Fields<Values>);
  readonly stored: Values;
  /** The version the change is based on; 0 for a new record. */
  readonly version: number;
  readonly submit: string;
  /** What is told after saving. */
  readonly done: string;
  readonly verdict: Verdict;
  readonly onSend: (values: Values, version: number) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface Current {
  readonly version: number;
}

/** A form that writes one record: errors beside their fields, drafts, and both versions shown when somebody was faster. */
export function RecordForm<Values extends object>(props: RecordFormProps<Values>) {
  const [base, setBase] = useState({ stored: props.stored, version: props.version });
  const { stored } = base;
  const [values, setValues] = useState(stored);
  const fields = typeof props.fields === 'function' ? props.fields(values) : props.fields;
  const [error, setError] = useState<Error | null>(null);
  const [theirs, setTheirs] = useState<Values & Current>();
  const [isPending, setPending] = useState(false);
  const isChanged = JSON.stringify(values) !== JSON.stringify(stored);
  const draft = useDraft(props.draftKey, values, isChanged, (found) => draftOf(found, fields, stored));
  // What is saved may arrive later than the form; it is taken over as long as nothing was typed.
  useEffect(() => {
    if (isChanged || props.version === base.version) return;
    setBase({ stored: props.stored, version: props.version });
    setValues(props.stored);
  }, [isChanged, props.stored, props.version, base.version]);
  const missing = fields.filter((field) => field.isRequired && isEmpty(valueIn(values, field.name)));
  async function send(version: number) {
    if (missing.length > 0) return setError(new Error('Xin điền các ô được đánh dấu.'));
    setPending(true);
    try {
      await props.onSend(values, version);
      draft.drop();
      notify('done', props.done);
      props.onDone();
    } catch (refusal) {
      const current = currentIn<Values>(refusal);
      setTheirs(current);
      setError(current ? null : (refusal as Error));
    } finally {
      setPending(false);
    }
  }
  return (
    <FormFrame
      submit={props.submit}
      isChanged={isChanged}
      isPending={isPending}
      error={error}
      verdict={props.verdict}
      words={manageWords}
      draft={draft}
      onRestore={setValues}
      onSubmit={() => void send(base.version)}
      onCancel={props.onCancel}
    >
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={valueIn(values, field.name)}
          error={errorOf(field, error, missing)}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {theirs && (
        <ConflictDialog
          isOpen
          fields={fields.map((field) => ({
            label: field.label,
            mine: wordsOfValue(field, valueIn(values, field.name)),
            theirs: wordsOfValue(field, valueIn(theirs, field.name)),
          }))}
          isPending={isPending}
          onKeepMine={() => void send(theirs.version)}
          onTakeTheirs={() => {
            const taken = pick(theirs, fields, stored);
            setBase({ stored: taken, version: theirs.version });
            setValues(taken);
            setTheirs(undefined);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </FormFrame>
  );
}

function valueIn(values: object, name: string): FieldValue {
  return ((values as Record<string, FieldValue | undefined>)[name] ?? null) as FieldValue;
}

function isEmpty(value: FieldValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** The form's own fields of a record, nothing else of it. */
function pick<Values extends object>(from: object, fields: readonly FormField[], stored: Values): Values {
  return { ...stored, ...Object.fromEntries(fields.map(({ name }) => [name, valueIn(from, name)])) };
}

function draftOf<Values extends object>(found: unknown, fields: readonly FormField[], stored: Values) {
  return typeof found === 'object' && found !== null ? pick(found, fields, stored) : undefined;
}

function errorOf(field: FormField, error: Error | null, missing: readonly FormField[]): string | undefined {
  if (error === null) return undefined;
  if (missing.some((one) => one.name === field.name)) return 'Ô này không được để trống.';
  if (!(error instanceof CallError) || !Array.isArray(error.details)) return undefined;
  const told = error.details as readonly { path?: string; message?: string }[];
  return told.find((one) => one.path === field.name)?.message;
}

function currentIn<Values>(error: unknown): (Values & Current) | undefined {
  if (!(error instanceof CallError) || error.code !== 'stale-version') return undefined;
  return (error.details as { current?: Values & Current } | undefined)?.current;
}
