import '../procedure.css';
import { useState } from 'react';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { type LifeEvent, listLifeEvents } from '../../contract/life-events.ts';
import { procedureWords, useMayManageProcedures } from '../may-manage.ts';
import { StackTable } from '../stack-table.tsx';
import { LifeEventPanel } from './life-event-panel.tsx';

/** Life events and the procedures people then need. */
export function Component() {
  const { data, error } = useCall(listLifeEvents);
  const [open, setOpen] = useState<LifeEvent | 'new'>();
  const may = { verdict: useMayManageProcedures(), words: procedureWords };
  if (error) return <ErrorState error={error} />;
  return (
    <>
      <PageHeader
        title="Sự kiện đời sống"
        back={{ to: '/thu-tuc', label: 'Danh mục thủ tục' }}
        note="Nhóm thủ tục theo việc người dân gặp, để tìm nhanh trên trang công khai và tại quầy."
        actions={
          <ActionButton {...may} onClick={() => setOpen('new')}>
            Thêm sự kiện
          </ActionButton>
        }
      />
      <StackTable
        label="Sự kiện đời sống"
        heads={['Sự kiện', 'Số thủ tục', 'Trang công khai']}
        rows={(data?.events ?? []).map((one) => ({
          key: one.code,
          cells: [
            <button key="name" type="button" className="link-button" onClick={() => setOpen(one)}>
              {one.name}
              {one.own && ' (đơn vị sửa)'}
            </button>,
            one.procedureCodes.length,
            one.isShown ? 'Hiện' : 'Ẩn',
          ],
        }))}
      />
      {open && <LifeEventPanel event={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
