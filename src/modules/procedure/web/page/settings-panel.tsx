import '@mantine/core/styles/NumberInput.css';
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { listDepartments } from '#modules/org/contract/departments.ts';
import { listPositions } from '#modules/org/contract/positions.ts';
import { listReceptionPoints } from '#modules/org/contract/reception-points.ts';
import { useChoices } from '#modules/org/web/use-choices.ts';
import { notify } from '#web/notices.ts';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import { changeProcedureSettings, type ProcedurePage } from '../../contract/catalogue.ts';
import { procedureWords, useMayManageProcedures } from '../may-manage.ts';
import { FeeRows } from './fee-rows.tsx';
import { type SettingsValue, sentSettings, settingsOf } from './settings-value.ts';
import { TermRows } from './term-rows.tsx';

/** What the unit says of a procedure: terms and fees of the province's decision, where and who. */
export function SettingsPanel({ procedure, onClose }: { procedure: ProcedurePage; onClose: () => void }) {
  const [stored] = useState(() => settingsOf(procedure));
  const [value, setValue] = useState<SettingsValue>(stored);
  const [fault, setFault] = useState<Error | null>(null);
  const verdict = useMayManageProcedures();
  const isChanged = JSON.stringify(value) !== JSON.stringify(stored);
  const draft = useDraft(`procedure.settings.${procedure.code}.${procedure.version}`, value, isChanged, (found) =>
    typeof found === 'object' && found !== null ? ({ ...stored, ...found } as SettingsValue) : undefined,
  );
  const send = useSend(changeProcedureSettings, {
    onSuccess: () => {
      draft.drop();
      notify('done', 'Đã lưu thiết lập tại đơn vị.');
      onClose();
    },
  });
  const positions = useChoices(listPositions, (row) => row.title);
  const departments = useChoices(listDepartments, (row) => row.name);
  const points = useChoices(listReceptionPoints, (row) => row.name);
  const change = (part: Partial<SettingsValue>) => setValue({ ...value, ...part });
  return (
    <SidePanel isOpen title="Thời hạn, phí, nơi nhận tại đơn vị" onClose={onClose}>
      <FormFrame<SettingsValue>
        submit="Lưu"
        isChanged={isChanged}
        isPending={send.isPending}
        error={fault ?? send.error}
        verdict={verdict}
        words={procedureWords}
        draft={draft}
        onRestore={setValue}
        onSubmit={() => {
          const sent = sentSettings(value);
          setFault(sent instanceof Error ? sent : null);
          if (sent instanceof Error) return;
          send.mutate({ params: { code: procedure.code }, body: { ...sent, version: procedure.version } });
        }}
        onCancel={onClose}
      >
        <TermRows content={procedure.content} terms={value.terms} onChange={(terms) => change({ terms })} />
        <FeeRows fees={value.fees} onChange={(fees) => change({ fees })} />
        <TextInput
          label="Căn cứ"
          description="Quyết định, nghị quyết của tỉnh về thời hạn và mức thu; cần có khi nhập thời hạn hoặc mức thu."
          value={value.citation}
          maxLength={300}
          onChange={(event) => change({ citation: event.currentTarget.value })}
        />
        <MultiSelect
          label="Nơi tiếp nhận"
          description="Để trống là mọi điểm tiếp nhận của đơn vị."
          data={[...points]}
          value={[...value.receptionPointIds]}
          onChange={(receptionPointIds) => change({ receptionPointIds })}
        />
        <Select
          label="Chức danh phụ trách"
          searchable
          clearable
          data={[...positions]}
          value={value.positionId}
          onChange={(positionId) => change({ positionId })}
        />
        <Select
          label="Bộ phận phụ trách"
          searchable
          clearable
          data={[...departments]}
          value={value.departmentId}
          onChange={(departmentId) => change({ departmentId })}
        />
        <Textarea
          label="Ghi chú của đơn vị"
          description="Người dân đọc được trên trang công khai."
          autosize
          minRows={2}
          maxLength={2000}
          value={value.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </FormFrame>
    </SidePanel>
  );
}
