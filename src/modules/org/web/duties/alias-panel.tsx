import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listDepartments } from '../../contract/departments.ts';
import { listDuties } from '../../contract/duties.ts';
import {
  type AliasKind,
  type AliasRow,
  aliasKinds,
  changeAlias,
  createAlias,
  listAliases,
  removeAlias,
} from '../../contract/names.ts';
import { listPositions } from '../../contract/positions.ts';
import { aliasKindWords } from '../../text.ts';
import type { FormField } from '../form-field.tsx';
import { HistoryFold } from '../history-fold.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { RecordPanel } from '../record-panel.tsx';
import { RemoveDialog } from '../remove-dialog.tsx';
import { useChoices } from '../use-choices.ts';
import { newRecord, type Panel } from '../use-panel.ts';

/** One name of documents: what it means. */
export function AliasPanel({ panel }: { panel: Panel }) {
  const found = useCall(listAliases, { query: { id: panel.open as Id } }, { enabled: panel.open !== newRecord });
  const mayManage = useMayManage();
  const [isRemoving, setRemoving] = useState(false);
  const record = { record: found.data?.rows[0], isMissing: found.data?.rows.length === 0, error: found.error };
  return (
    <RecordPanel panel={panel} found={record} newTitle="Thêm tên gọi" titleOf={(row) => row.written}>
      {(alias) => (
        <>
          <AliasForm alias={alias} onDone={panel.close} />
          {alias && mayManage.ok && (
            <Button mt="md" variant="subtle" color="red" onClick={() => setRemoving(true)}>
              Xóa tên gọi này
            </Button>
          )}
          {alias && <HistoryFold type="alias" id={alias.id} />}
          {alias && isRemoving && <RemoveOne alias={alias} onClose={panel.close} />}
        </>
      )}
    </RecordPanel>
  );
}

function RemoveOne({ alias, onClose }: { alias: AliasRow; onClose: () => void }) {
  const remove = useSend(removeAlias);
  return (
    <RemoveDialog
      title="Xóa tên gọi này?"
      confirm="Xóa tên gọi"
      done="Đã xóa tên gọi."
      onSend={(reason) => remove.mutateAsync({ params: { id: alias.id }, body: { version: alias.version, reason } })}
      onClose={onClose}
    >
      <p>“{alias.written}” sẽ lại được hiểu theo quy tắc chung.</p>
    </RemoveDialog>
  );
}

interface Values {
  readonly written: string;
  readonly kind: AliasKind;
  readonly dutyId: Id | null;
  readonly positionId: Id | null;
  readonly departmentId: Id | null;
}

function AliasForm({ alias, onDone }: { alias: AliasRow | undefined; onDone: () => void }) {
  const duties = useChoices(listDuties, (row) => row.name);
  const positions = useChoices(listPositions, (row) => row.title);
  const departments = useChoices(listDepartments, (row) => row.name);
  const create = useSend(createAlias);
  const change = useSend(changeAlias);
  const targets: Partial<Record<AliasKind, FormField<keyof Values>>> = {
    duty: { name: 'dutyId', label: 'Đầu mối', kind: 'pick', options: duties, isRequired: true },
    position: { name: 'positionId', label: 'Chức danh', kind: 'pick', options: positions, isRequired: true },
    department: { name: 'departmentId', label: 'Phòng, ban', kind: 'pick', options: departments, isRequired: true },
  };
  const fieldsOf = ({ kind }: Values): readonly FormField<keyof Values>[] => [
    { name: 'written', label: 'Tên trong văn bản', kind: 'text', isRequired: true },
    {
      name: 'kind',
      label: 'Tên này chỉ',
      kind: 'pick',
      options: aliasKinds.map((one) => ({ value: one, label: aliasKindWords[one] })),
      isRequired: true,
      description: 'Nên chọn đầu mối: khi chức danh đảm nhận thay đổi, tên vẫn chỉ đúng người.',
    },
    ...(targets[kind] ? [targets[kind]] : []),
  ];
  return (
    <RecordForm<Values>
      draftKey={`org.alias.${alias?.id ?? 'new'}`}
      fields={fieldsOf}
      stored={alias ?? { written: '', kind: 'duty', dutyId: null, positionId: null, departmentId: null }}
      version={alias?.version ?? 0}
      submit={alias ? 'Lưu thay đổi' : 'Thêm'}
      done={alias ? 'Đã lưu tên gọi.' : 'Đã thêm tên gọi.'}
      verdict={useMayManage()}
      onSend={({ written, kind, dutyId, positionId, departmentId }, version) => {
        const body = {
          written,
          kind,
          dutyId: kind === 'duty' ? dutyId : null,
          positionId: kind === 'position' ? positionId : null,
          departmentId: kind === 'department' ? departmentId : null,
        };
        return alias
          ? change.mutateAsync({ params: { id: alias.id }, body: { ...body, version } })
          : create.mutateAsync({ body });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
