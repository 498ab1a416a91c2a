import './report.css';
import '@mantine/core/styles/NumberInput.css';
import { Button, Checkbox, Group, NumberInput, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { useMay, useToday } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listReportTerms, setReportTerm, type TermRow } from '../contract.ts';
import type { ReportPeriodCode } from '../domain/report-term.ts';

const names: Readonly<Record<ReportPeriodCode, string>> = {
  Q1: 'Báo cáo quý I',
  '6M': 'Báo cáo 6 tháng',
  '9M': 'Báo cáo 9 tháng',
  Y: 'Báo cáo năm',
};
const pad = (value: number) => String(value).padStart(2, '0');
const dayText = (day: number, month: number) => `${pad(day)}/${pad(month)}`;

/** The unit's calendar of reports, with where each day comes from. */
export function Component() {
  const terms = useCall(listReportTerms);
  const may = useMay();
  const [edited, setEdited] = useState<TermRow>();
  if (terms.error) return <ErrorState error={terms.error} onRetry={() => void terms.refetch()} />;
  return (
    <>
      <PageHeader
        title="Lịch báo cáo"
        note="Một lịch chung cho mọi báo cáo kỳ. Hạn rơi vào ngày nghỉ được lùi về ngày làm việc trước đó."
        back={{ to: '/bao-cao', label: 'Báo cáo kỳ' }}
      />
      <div className="report-sections">
        {terms.data?.rows.map((term) => (
          <section key={term.period} className="report-section" aria-label={names[term.period]}>
            <div className="report-section-head">
              <Title order={2} size="h4">
                {names[term.period]}
              </Title>
              {may('work.manage') && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={`Sửa lịch: ${names[term.period]}`}
                  onClick={() => setEdited(term)}
                >
                  Sửa lịch
                </Button>
              )}
            </div>
            <Text>
              Chốt số liệu {dayText(term.cutDay, term.cutMonth)} · gửi trước hoặc trong ngày{' '}
              {dayText(term.dueDay, term.dueMonth)}
              {term.nextYear && ' năm sau'} · nộp phần sớm hơn {term.innerDays} ngày làm việc
              {term.estimated && ' · số liệu ước tính'}
            </Text>
            <Text size="sm" c="dimmed">
              Căn cứ: {term.citation}
            </Text>
          </section>
        ))}
      </div>
      <SidePanel
        isOpen={edited !== undefined}
        title={edited ? names[edited.period] : ''}
        onClose={() => setEdited(undefined)}
      >
        {edited && <TermForm term={edited} onDone={() => setEdited(undefined)} />}
      </SidePanel>
    </>
  );
}

function TermForm({ term, onDone }: { term: TermRow; onDone: () => void }) {
  const today = useToday();
  const first = { ...term, citation: term.version === 0 ? '' : term.citation, validFrom: today };
  const [value, setValue] = useState(first);
  const save = useSend(setReportTerm);
  const number = (key: 'cutDay' | 'cutMonth' | 'dueDay' | 'dueMonth' | 'innerDays', label: string, most: number) => (
    <NumberInput
      label={label}
      min={key === 'innerDays' ? 0 : 1}
      max={most}
      allowDecimal={false}
      value={value[key]}
      onChange={(typed) => setValue({ ...value, [key]: Number(typed) || 0 })}
    />
  );
  function send() {
    const { period, version: _, ...body } = value;
    save.mutate(
      { params: { period }, body },
      {
        onSuccess: () => {
          notify('done', 'Đã lưu. Báo cáo chưa ký theo lịch mới.');
          onDone();
        },
      },
    );
  }
  return (
    <FormFrame
      submit="Lưu lịch"
      onSubmit={send}
      onCancel={onDone}
      isChanged={JSON.stringify(value) !== JSON.stringify(first)}
      isPending={save.isPending}
      error={save.error}
    >
      <Group grow align="flex-start">
        {number('cutDay', 'Ngày chốt', 31)}
        {number('cutMonth', 'Tháng chốt', 12)}
      </Group>
      <Group grow align="flex-start" mt="sm">
        {number('dueDay', 'Ngày gửi', 31)}
        {number('dueMonth', 'Tháng gửi', 12)}
      </Group>
      <Checkbox
        my="sm"
        label="Gửi vào năm sau"
        checked={value.nextYear}
        onChange={(event) => setValue({ ...value, nextYear: event.currentTarget.checked })}
      />
      {number('innerDays', 'Nộp phần sớm hơn mấy ngày làm việc', 30)}
      <Checkbox
        my="sm"
        label="Số liệu ước tính (gửi trước khi chốt)"
        checked={value.estimated}
        onChange={(event) => setValue({ ...value, estimated: event.currentTarget.checked })}
      />
      <DateField
        label="Áp dụng từ ngày"
        required
        value={value.validFrom}
        onChange={(day) => day && setValue({ ...value, validFrom: day })}
      />
      <TextInput
        label="Căn cứ"
        description="Văn bản quy định ngày báo cáo."
        required
        my="sm"
        value={value.citation}
        onChange={(event) => setValue({ ...value, citation: event.currentTarget.value })}
      />
    </FormFrame>
  );
}
