import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';

interface LinesFieldProps {
  readonly label: string;
  /** One of them, in lower case: "chủ trì". */
  readonly one: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** A list of texts, each in a box of its own; Enter adds the next. */
export function LinesField({ label, one, lines, onChange }: LinesFieldProps) {
  const frame = useRef<HTMLFieldSetElement>(null);
  const isAdded = useRef(false);
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    [...(frame.current?.querySelectorAll('textarea:not([aria-hidden])') ?? [])]
      .filter((box): box is HTMLTextAreaElement => box instanceof HTMLTextAreaElement)
      .at(lines.length - 1)
      ?.focus();
  }, [lines.length]);
  function add() {
    isAdded.current = true;
    onChange([...lines, '']);
  }
  return (
    <fieldset ref={frame} className="lines-field">
      <legend>{label}</legend>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity but their place
        <div key={index} className="lines-row">
          <Textarea
            autosize
            minRows={1}
            aria-label={`${label}, ${index + 1}`}
            value={line}
            onChange={(event) => onChange(lines.with(index, event.currentTarget.value))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey) return;
              event.preventDefault();
              if (line.trim() !== '') add();
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Bỏ ${one} ${index + 1}`}
            onClick={() => onChange(lines.toSpliced(index, 1))}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={add}>
        Thêm {one}
      </Button>
    </fieldset>
  );
}

/** What is sent of a list: lines with words in them. */
export function filledLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
