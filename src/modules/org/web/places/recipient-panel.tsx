import { Button } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import {
  changeRecipient,
  createRecipient,
  listRecipients,
  type Recipient,
  removeRecipient,
} from '../../contract/recipients.ts';
import { listUnits } from '../../contract/units.ts';
import { purposeWords } from '../../text.ts';
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

type Values = Omit<Recipient, 'id' | 'version'>;

/** One recipient of reports. */
export function RecipientPanel({ panel }: { panel: Panel }) {
  const found = useRecord(listRecipients, panel.open ?? '');
  const mayManage = useMayManage();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <RecordPanel panel={panel} found={found} newTitle="Thêm nơi nhận báo cáo" titleOf={(row) => row.name}>
      {(recipient) => (
        <>
          <RecipientForm recipient={recipient} onDone={panel.close} />
          {recipient && mayManage.ok && (
            <Button mt="md" variant="subtle" color="red" onClick={() => setRemoving(true)}>
              Xóa nơi nhận này
            </Button>
          )}
          {recipient && <HistoryFold type="recipient" id={recipient.id} />}
          {recipient && isRemoving && <RemoveOne recipient={recipient} onClose={panel.close} />}
        </>
      )}
    </RecordPanel>
  );
}

function RemoveOne({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const remove = useSend(removeRecipient);
  const { id, version } = recipient;
  return (
    <RemoveDialog
      title="Xóa nơi nhận này?"
      confirm="Xóa nơi nhận"
      done="Đã xóa nơi nhận."
      onSend={(reason) => remove.mutateAsync({ params: { id }, body: { version, reason } })}
      onClose={onClose}
    >
      <p>
        {recipient.name}, {periodText(recipient)}. Chỉ xóa khi đã nhập nhầm; nếu đổi nơi nhận, hãy thêm nơi nhận mới.
      </p>
    </RemoveDialog>
  );
}

function RecipientForm({ recipient, onDone }: { recipient: Recipient | undefined; onDone: () => void }) {
  const today = useToday();
  const units = useChoices(listUnits, (row) => row.name, { query: { every: 'yes' } });
  const create = useSend(createRecipient);
  const change = useSend(changeRecipient);
  const purpose: FormField<keyof Values> = {
    name: 'purpose',
    label: 'Nhận',
    kind: 'pick',
    options: Object.entries(purposeWords).map(([value, label]) => ({ value, label })),
    isRequired: true,
  };
  const fields: readonly FormField<keyof Values>[] = [
    ...(recipient ? [] : [purpose]),
    { name: 'name', label: 'Tên nơi nhận', kind: 'text', isRequired: true },
    { name: 'recipientUnitId', label: 'Thuộc đơn vị', kind: 'pick', options: units },
    {
      name: 'validFrom',
      label: 'Từ ngày',
      kind: 'day',
      isRequired: true,
      ...(!recipient && { description: 'Nơi nhận đang dùng tự thôi từ ngày trước đó.' }),
    },
    { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi chưa định ngày kết thúc.' },
    { name: 'citation', label: 'Căn cứ', kind: 'text' },
  ];
  const blank: Values = {
    purpose: 'cchc-report',
    name: '',
    recipientUnitId: null,
    validFrom: today,
    validTo: null,
    citation: null,
  };
  return (
    <RecordForm<Values>
      draftKey={`org.recipient.${recipient?.id ?? 'new'}`}
      fields={fields}
      stored={recipient ?? blank}
      version={recipient?.version ?? 0}
      submit={recipient ? 'Lưu thay đổi' : 'Thêm'}
      done={recipient ? 'Đã lưu nơi nhận.' : 'Đã thêm nơi nhận.'}
      verdict={useMayManage()}
      onSend={({ purpose, name, recipientUnitId, validFrom, validTo, citation }, version) => {
        const body = { name, recipientUnitId, validFrom, validTo, citation };
        return recipient
          ? change.mutateAsync({ params: { id: recipient.id }, body: { ...body, version } })
          : create.mutateAsync({ body: { ...body, purpose } });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
