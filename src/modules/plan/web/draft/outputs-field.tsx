import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { DueRead } from './due-read.tsx';
import type { TaskValue } from './task-value.ts';

type Output = TaskValue['outputs'][number];

interface OutputsFieldProps {
  readonly outputs: readonly Output[];
  readonly year: number;
  readonly onChange: (outputs: readonly Output[]) => void;
}

/** The outputs of a task, each with its own due words where it has them. */
export function OutputsField({ outputs, year, onChange }: OutputsFieldProps) {
  const set = (index: number, output: Output) => onChange(outputs.with(index, output));
  return (
    <fieldset className="lines-field">
      <legend>Sản phẩm và thời hạn của từng sản phẩm</legend>
      {outputs.map((output, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new output has no identity but its place
        <div key={index} className="output-row">
          <Textarea
            autosize
            minRows={1}
            aria-label={`Sản phẩm ${index + 1}`}
            placeholder="Tên văn bản, kết quả"
            value={output.text}
            onChange={(event) => set(index, { ...output, text: event.currentTarget.value })}
          />
          <div>
            <TextInput
              aria-label={`Thời hạn của sản phẩm ${index + 1}`}
              placeholder="Ví dụ: trước 15/12"
              value={output.dueText}
              onChange={(event) => set(index, { ...output, dueText: event.currentTarget.value })}
            />
            <DueRead text={output.dueText} year={year} />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Bỏ sản phẩm ${index + 1}`}
            onClick={() => onChange(outputs.toSpliced(index, 1))}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} stroke={1.8} />}
        onClick={() => onChange([...outputs, { text: '', dueText: '' }])}
      >
        Thêm sản phẩm
      </Button>
    </fieldset>
  );
}
