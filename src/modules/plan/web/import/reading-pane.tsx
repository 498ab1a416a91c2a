import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { notify } from '#web/notices.ts';
import { useSend } from '#web/use-send.ts';
import { editReading } from '../../contract/imports.ts';
import { FieldEditor } from './field-editor.tsx';
import { type ReadField, type ReadGroupOfFields, readingSections } from './reading-sections.ts';
import type { ReadImport } from './review.tsx';
import { showInPane } from './show-in-pane.ts';

interface PaneProps {
  readonly answer: ReadImport;
  readonly isOpen: boolean;
  /** JSON pointer of the field that is lit. */
  readonly chosen: string | undefined;
  readonly onChoose: (path: string) => void;
}

/** True when the field is the chosen one, lies inside it or holds it. */
function isIn(path: string, chosen: string | undefined): boolean {
  return chosen !== undefined && (path === chosen || path.startsWith(`${chosen}/`) || chosen.startsWith(`${path}/`));
}

/** Everything that was read, field by field; a press lights its place in the document. */
export function ReadingPane({ answer, isOpen, chosen, onChoose }: PaneProps) {
  const sections = useMemo(() => readingSections(answer.reading), [answer.reading]);
  const frame = useRef<HTMLDivElement>(null);
  const opened = sections.find((section) => section.groups.some((group) => isIn(group.path, chosen)))?.key;
  useEffect(() => {
    if (chosen === undefined) return;
    const box = frame.current?.querySelector('[data-chosen]');
    box?.closest('details')?.setAttribute('open', '');
    const field = frame.current?.querySelector('.read-value[data-lit]') ?? box;
    showInPane(field);
  }, [chosen]);
  return (
    <div ref={frame} className="read">
      {sections.map((section, index) => (
        <details key={section.key} open={section.key === opened || (opened === undefined && index === 0)}>
          <summary>{section.title}</summary>
          {section.groups.map((group) => (
            <Group key={group.path} answer={answer} group={group} isOpen={isOpen} chosen={chosen} onChoose={onChoose} />
          ))}
        </details>
      ))}
    </div>
  );
}

function Group({ answer, group, isOpen, chosen, onChoose }: PaneProps & { group: ReadGroupOfFields }) {
  const [adding, setAdding] = useState<string>();
  const edit = useSend(editReading, {
    onError: (error) => notify('error', error.message),
    onSuccess: () => setAdding(undefined),
  });
  const send = (op: 'set' | 'insert' | 'remove', path: string, value?: unknown) =>
    edit.mutate({
      params: { importId: answer.id },
      body: { version: answer.version, op, path, ...(value === undefined ? {} : { value }) },
    });
  const isWhole = group.fields.length > 1;
  return (
    <section className="read-group" data-chosen={isIn(group.path, chosen) || undefined}>
      {group.fields.map((field, index) => (
        <Field
          key={field.path}
          field={field}
          label={group.fields[index - 1]?.label === field.label ? '' : field.label}
          isChosen={field.path === chosen}
          isEditable={isOpen && field.isDerived !== true}
          year={answer.reading.year}
          isPending={edit.isPending}
          onChoose={() => onChoose(field.path)}
          onSave={(value) => send('set', field.path, value)}
          {...(isWhole &&
            /\/(outputs|lead|coordinators|duties)\/\d+$/.test(field.path) && {
              onRemove: () => send('remove', field.path),
            })}
        />
      ))}
      {isOpen && (
        <div className="read-tools">
          {group.addable?.map((list) =>
            adding === list.path ? (
              <FieldEditor
                key={list.path}
                field={{ path: list.path, label: list.label, text: '', kind: 'text' }}
                year={answer.reading.year}
                isPending={edit.isPending}
                onSave={(value) => send('insert', list.path, value)}
                onCancel={() => setAdding(undefined)}
              />
            ) : (
              <Button key={list.path} size="compact-xs" variant="subtle" onClick={() => setAdding(list.path)}>
                + {list.label}
              </Button>
            ),
          )}
          {group.copy && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => group.copy && send('insert', group.copy.path, group.copy.value)}
            >
              Nhân đôi để tách
            </Button>
          )}
          {group.isRemovable && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={14} />}
              onClick={() => send('remove', group.path)}
            >
              Bỏ mục này
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface FieldProps {
  readonly field: ReadField;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isEditable: boolean;
  readonly year: number | null;
  readonly isPending: boolean;
  readonly onChoose: () => void;
  readonly onSave: (value: unknown) => void;
  readonly onRemove?: () => void;
}

function Field(props: FieldProps) {
  const { field, label, isChosen, isEditable, onChoose, onRemove } = props;
  const [isEditing, setEditing] = useState(false);
  const words = field.shown ?? field.text;
  if (isEditing)
    return (
      <FieldEditor
        field={field}
        year={props.year}
        isPending={props.isPending}
        onCancel={() => setEditing(false)}
        onSave={(value) => {
          props.onSave(value);
          setEditing(false);
        }}
        {...(onRemove && { onRemove })}
      />
    );
  return (
    <div className="read-field">
      <span className="read-label">{label}</span>
      <button
        type="button"
        className="read-value"
        data-lit={isChosen || undefined}
        aria-label={`${field.label}: ${words || 'trống'}`}
        onClick={onChoose}
      >
        {words || <em>trống</em>}
      </button>
      {isEditable && (
        <button
          type="button"
          className="link-button read-edit"
          aria-label={`Sửa ${field.label}: ${field.text}`}
          onClick={() => setEditing(true)}
        >
          Sửa
        </button>
      )}
    </div>
  );
}
