import '@mantine/core/styles/SimpleGrid.css';
import { Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import type { ProcedureContent } from '#modules/procedure/domain/procedure-content.ts';
import type { IntakeValue } from './intake-value.ts';

interface CaseFieldsProps {
  readonly content: ProcedureContent;
  readonly value: IntakeValue;
  readonly onChange: (change: Partial<IntakeValue>) => void;
}

const channels = { counter: 'Trực tiếp tại quầy', postal: 'Qua bưu chính', online: 'Trực tuyến' } as const;
const options = Object.entries(channels).map(([value, label]) => ({ value, label }));

/** Which case it is, how it came and how the result goes back, and the questions that choose the papers. */
export function CaseFields({ content, value, onChange }: CaseFieldsProps) {
  return (
    <Stack gap="sm">
      {content.cases.length > 0 && (
        <Select
          label="Trường hợp"
          searchable
          data={content.cases.map((one) => ({ value: one.code, label: one.name }))}
          value={value.caseCode || null}
          onChange={(caseCode) => onChange({ caseCode: caseCode ?? '' })}
        />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label="Cách nộp"
          data={options.filter((one) => content.channels.includes(one.value as IntakeValue['channel']))}
          allowDeselect={false}
          value={value.channel}
          onChange={(channel) => channel && onChange({ channel: channel as IntakeValue['channel'] })}
        />
        <Select
          label="Nhận kết quả"
          data={options}
          allowDeselect={false}
          value={value.returnBy}
          onChange={(returnBy) => returnBy && onChange({ returnBy: returnBy as IntakeValue['returnBy'] })}
        />
      </SimpleGrid>
      {content.questions.map((question) => (
        <Radio.Group
          key={question.code}
          label={question.text}
          value={value.answers[question.code] ?? ''}
          onChange={(answer) => onChange({ answers: { ...value.answers, [question.code]: answer } })}
        >
          <Stack gap="xs" mt="xs">
            {question.options.map((one) => (
              <Radio key={one.code} value={one.code} label={one.name} />
            ))}
          </Stack>
        </Radio.Group>
      ))}
    </Stack>
  );
}
