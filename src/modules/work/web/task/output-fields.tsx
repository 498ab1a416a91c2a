import './task.css';
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { DateField } from '#web/ui/date-field.tsx';
import type { OutputValue } from './task-value.ts';

interface OutputFieldsProps {
  readonly outputs: readonly OutputValue[];
  readonly onChange: (outputs: readonly OutputValue[]) => void;
}

const most = 20;

/** What is to be handed in, each with its day. */
export function OutputFields({ outputs, onChange }: OutputFieldsProps) {
  const set = (index: number, part: Partial<OutputValue>) =>
    onChange(outputs.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="task-outputs">
      <legend>Sản phẩm và hạn</legend>
      {outputs.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no identity but its place
        <div key={index} className="task-output">
          <TextInput
            label={`Sản phẩm ${index + 1}`}
            placeholder="Báo cáo, kế hoạch, quyết định …"
            required
            maxLength={500}
            value={one.title}
            onChange={(event) => set(index, { title: event.currentTarget.value })}
          />
          <DateField
            label={`Hạn của sản phẩm ${index + 1}`}
            required
            value={one.due}
            onChange={(due) => set(index, { due })}
          />
          {outputs.length > 1 && (
            <Button
              variant="subtle"
              aria-label={`Bỏ sản phẩm ${index + 1}`}
              onClick={() => onChange(outputs.toSpliced(index, 1))}
            >
              Bỏ
            </Button>
          )}
        </div>
      ))}
      {outputs.length < most && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.8} />}
          onClick={() => onChange([...outputs, { title: '', due: undefined }])}
        >
          Thêm sản phẩm
        </Button>
      )}
    </fieldset>
  );
}
