import '@mantine/core/styles/NumberInput.css';
import '@mantine/core/styles/Fieldset.css';
import { Checkbox, Fieldset, NumberInput, Stack, Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { getProcedure } from '#modules/procedure/contract/catalogue.ts';
import { useCall } from '#web/use-call.ts';
import { CaseFields } from './case-fields.tsx';
import { emptySubmitter, type IntakeValue, papersOf } from './intake-value.ts';
import { PaperList } from './paper-list.tsx';
import { PersonFields } from './person-fields.tsx';
import { ProcedureField } from './procedure-field.tsx';

interface IntakeFormProps {
  readonly value: IntakeValue;
  readonly onChange: (change: (before: IntakeValue) => IntakeValue) => void;
}

/** What a clerk asks and ticks, from the top down, with the keyboard alone. */
export function IntakeForm({ value, onChange }: IntakeFormProps) {
  const found = useCall(
    getProcedure,
    { params: { code: value.procedureCode } },
    { enabled: value.procedureCode !== '', staleTime: 300_000 },
  );
  const content = found.data?.content;
  const change = (part: Partial<IntakeValue>) => onChange((before) => ({ ...before, ...part }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: papers follow from what chooses them, not from themselves
  useEffect(() => {
    if (content) onChange((before) => ({ ...before, papers: papersOf(content, before) }));
  }, [content, value.channel, value.caseCode, value.answers]);
  return (
    <Stack gap="md">
      <ProcedureField
        code={value.procedureCode}
        name={value.procedureName}
        onPick={(procedureCode, procedureName) =>
          change({ procedureCode, procedureName, caseCode: '', answers: {}, papers: [], channel: 'counter' })
        }
      />
      {content && <CaseFields content={content} value={value} onChange={change} />}
      <Fieldset legend="Chủ hồ sơ">
        <PersonFields
          isOwner
          value={value.owner}
          onChange={(part) => onChange((before) => ({ ...before, owner: { ...before.owner, ...part } }))}
        />
        <Checkbox
          mt="sm"
          label="Người khác nộp thay (được ủy quyền)"
          checked={value.submitter !== null}
          onChange={(event) => change({ submitter: event.currentTarget.checked ? emptySubmitter : null })}
        />
      </Fieldset>
      {value.submitter && (
        <Fieldset legend="Người nộp thay">
          <PersonFields
            isOwner={false}
            value={value.submitter}
            onChange={(part) =>
              onChange((before) => ({ ...before, submitter: { ...(before.submitter ?? emptySubmitter), ...part } }))
            }
          />
          <Textarea
            mt="sm"
            label="Giấy tờ ủy quyền"
            autosize
            maxLength={300}
            value={value.submitter.paper}
            onChange={(event) => {
              const paper = event.currentTarget.value;
              onChange((before) => ({ ...before, submitter: { ...(before.submitter ?? emptySubmitter), paper } }));
            }}
          />
        </Fieldset>
      )}
      <Fieldset legend="Thành phần hồ sơ (phím cách để đánh dấu)">
        <PaperList papers={value.papers} onChange={(papers) => change({ papers })} />
      </Fieldset>
      <div className="counter-last">
        <Textarea
          label="Nội dung yêu cầu giải quyết"
          placeholder={value.procedureName}
          autosize
          maxLength={1_000}
          value={value.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
        <NumberInput
          label="Số bộ hồ sơ"
          min={1}
          max={1_000}
          value={value.copies}
          onChange={(copies) => change({ copies: Number(copies) || 1 })}
        />
      </div>
    </Stack>
  );
}
