import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { listPeople } from '../../contract/people.ts';
import {
  changeSubstitution,
  createSubstitution,
  listSubstitutions,
  removeSubstitution,
  type SubstitutionRow,
} from '../../contract/substitutions.ts';
import type { FormField } from '../form-field.tsx';
import { HistoryFold } from '../history-fold.tsx';
import { useMayManage } from '../may-manage.ts';
import { periodText } from '../period-text.tsx';
import { RecordForm } from '../record-form.tsx';
import { RecordPanel } from '../record-panel.tsx';
import { RemoveDialog } from '../remove-dialog.tsx';
import { useChoices } from '../use-choices.ts';
import type { Panel } from '../use-panel.ts';
import { useRecord } from '../use-record.ts';

interface Values extends Pick<SubstitutionRow, 'validFrom' | 'reason'> {
  readonly awayId: Id | null;
  readonly substituteId: Id | null;
  readonly validTo: SubstitutionRow['validTo'] | null;
}

/** One substitution: who for whom, from when to when, and why. */
export function SubstitutionPanel({ panel }: { panel: Panel }) {
  const found = useRecord(listSubstitutions, panel.open ?? '');
  const today = useToday();
  const mayManage = useMayManage();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <RecordPanel
      panel={panel}
      found={found}
      newTitle="Cử người làm thay"
      titleOf={(row) => `${row.substituteName} làm thay ${row.awayName}`}
    >
      {(substitution) => (
        <>
          <SubstitutionForm substitution={substitution} onDone={panel.close} />
          {substitution && substitution.validFrom > today && mayManage.ok && (
            <Button mt="md" variant="subtle" color="red" onClick={() => setRemoving(true)}>
              Xóa lần làm thay này
            </Button>
          )}
          {substitution && <HistoryFold type="substitution" id={substitution.id} />}
          {substitution && isRemoving && <RemoveOne substitution={substitution} onClose={panel.close} />}
        </>
      )}
    </RecordPanel>
  );
}

function RemoveOne({ substitution, onClose }: { substitution: SubstitutionRow; onClose: () => void }) {
  const remove = useSend(removeSubstitution);
  const { id, version } = substitution;
  return (
    <RemoveDialog
      title="Xóa lần làm thay chưa bắt đầu?"
      confirm="Xóa"
      done="Đã xóa lần làm thay."
      onSend={(reason) => remove.mutateAsync({ params: { id }, body: { version, reason } })}
      onClose={onClose}
    >
      <p>
        {substitution.substituteName} làm thay {substitution.awayName}, {periodText(substitution)}.
      </p>
    </RemoveDialog>
  );
}

interface FormProps {
  readonly substitution: SubstitutionRow | undefined;
  readonly onDone: () => void;
}

function SubstitutionForm({ substitution, onDone }: FormProps) {
  const today = useToday();
  const people = useChoices(listPeople, (row) => row.name);
  const create = useSend(createSubstitution);
  const change = useSend(changeSubstitution);
  const away: FormField<keyof Values> = {
    name: 'awayId',
    label: 'Người vắng',
    kind: 'pick',
    options: people,
    isRequired: true,
  };
  const fields: readonly FormField<keyof Values>[] = [
    ...(substitution ? [] : [away]),
    { name: 'substituteId', label: 'Người làm thay', kind: 'pick', options: people, isRequired: true },
    { name: 'validFrom', label: 'Từ ngày', kind: 'day', isRequired: true },
    { name: 'validTo', label: 'Đến hết ngày', kind: 'day', isRequired: true },
    { name: 'reason', label: 'Lý do', kind: 'long', isRequired: true, description: 'Ví dụ: đi tập huấn, nghỉ phép.' },
  ];
  return (
    <RecordForm<Values>
      draftKey={`org.substitution.${substitution?.id ?? 'new'}`}
      fields={fields}
      stored={substitution ?? { awayId: null, substituteId: null, validFrom: today, validTo: null, reason: '' }}
      version={substitution?.version ?? 0}
      submit={substitution ? 'Lưu thay đổi' : 'Cử làm thay'}
      done={substitution ? 'Đã lưu.' : 'Đã cử người làm thay.'}
      verdict={useMayManage()}
      onSend={({ awayId, substituteId, validFrom, validTo, reason }, version) => {
        const body = { substituteId: substituteId as Id, validFrom, validTo: validTo ?? validFrom, reason };
        return substitution
          ? change.mutateAsync({ params: { id: substitution.id }, body: { ...body, version } })
          : create.mutateAsync({ body: { ...body, awayId: awayId as Id } });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
