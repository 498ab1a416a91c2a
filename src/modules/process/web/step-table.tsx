import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readTerm, type Term, writeTerm } from '#kernel/term.ts';
import { insertStep, moveStep, removeStep } from '../domain/edit-steps.ts';
import { type Actor, actors, type ProcessBody, type ProcessStep } from '../domain/process.ts';
import { actorNames, jointNames, levelNames } from '../text/names.ts';

interface StepTableProps {
  readonly body: ProcessBody;
  readonly isFixed: boolean;
  readonly onChange: (body: ProcessBody) => void;
}

const choices = actors.map((value) => ({ value, label: actorNames[value] }));

/** The steps in order; each change keeps the ways between them whole. */
export function StepTable({ body, isFixed, onChange }: StepTableProps) {
  const change = (no: number, part: Partial<ProcessStep>) =>
    onChange({ ...body, steps: body.steps.map((step) => (step.no === no ? { ...step, ...part } : step)) });
  return (
    <>
      <ol className="process-steps" aria-label="Các bước">
        {body.steps.map((step, index) => (
          <li key={step.no}>
            <Elsewhere step={step} />
            <StepFields step={step} isFixed={isFixed} onChange={(part) => change(step.no, part)} />
            {!isFixed && (
              <Group gap="xs" mt="xs">
                <Button variant="subtle" size="compact-sm" onClick={() => onChange(insertStep(body, index))}>
                  Thêm bước sau
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={index === 0}
                  onClick={() => onChange(moveStep(body, step.no, -1))}
                >
                  Lên
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={index === body.steps.length - 1}
                  onClick={() => onChange(moveStep(body, step.no, 1))}
                >
                  Xuống
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="red"
                  onClick={() => onChange(removeStep(body, step.no))}
                >
                  Bỏ bước
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ol>
      {!isFixed && body.steps.length === 0 && (
        <Button onClick={() => onChange(insertStep(body, -1))}>Thêm bước đầu</Button>
      )}
    </>
  );
}

/** Said of a step that is not done by the commune alone. */
function Elsewhere({ step: { level, joint } }: { step: ProcessStep }) {
  const said = [
    level !== 'commune' && levelNames[level],
    joint !== 'none' && `Liên thông: ${jointNames[joint].toLowerCase()}`,
  ];
  const words = said.filter(Boolean).join(' · ');
  return words === '' ? null : <div className="dimmed">{words}</div>;
}

interface StepFieldsProps {
  readonly step: ProcessStep;
  readonly isFixed: boolean;
  readonly onChange: (part: Partial<ProcessStep>) => void;
}

function StepFields({ step, isFixed, onChange }: StepFieldsProps) {
  return (
    <div className="process-step">
      <TextInput
        label={`Bước ${step.no}`}
        readOnly={isFixed}
        value={step.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label="Người làm"
        data={choices}
        readOnly={isFixed}
        value={step.actor}
        onChange={(actor) =>
          onChange({ actor: actor as Actor | null, actorWords: actor ? actorNames[actor as Actor] : '' })
        }
      />
      <NormField key={step.norm ? writeTerm(step.norm) : ''} step={step} isFixed={isFixed} onChange={onChange} />
      <TextInput
        label="Sản phẩm"
        readOnly={isFixed}
        value={step.product}
        onChange={(event) => onChange({ product: event.currentTarget.value })}
      />
      <Checkbox
        label="Không tính thời gian"
        disabled={isFixed}
        checked={!step.counted}
        onChange={(event) => onChange(event.currentTarget.checked ? { counted: false, norm: null } : { counted: true })}
      />
      <Checkbox
        label="Được thu hồi"
        disabled={isFixed}
        checked={step.recallable}
        onChange={(event) => onChange({ recallable: event.currentTarget.checked })}
      />
    </div>
  );
}

/** A time typed in words; taken over when it can be read. */
function NormField({ step, isFixed, onChange }: StepFieldsProps) {
  const [text, setText] = useState(step.norm ? writeTerm(step.norm) : '');
  const read = readTerm(text);
  const isUnread = text.trim() !== '' && (read === undefined || read.unit === 'immediate');
  return (
    <TextInput
      label="Thời gian"
      placeholder="0,5 ngày làm việc"
      readOnly={isFixed}
      disabled={!step.counted}
      error={isUnread ? 'Ví dụ: 0,5 ngày làm việc, 4 giờ làm việc.' : undefined}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (!isUnread)
          onChange({ norm: (read ?? null) as (Term & { unit: Exclude<Term['unit'], 'immediate'> }) | null });
      }}
    />
  );
}
