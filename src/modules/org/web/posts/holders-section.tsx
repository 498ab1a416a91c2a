import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { useToday } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { type HolderRow, listHolders, removeHolder } from '../../contract/positions.ts';
import { isValidOn } from '../../domain/validity.ts';
import { modeWords } from '../../text.ts';
import { useMayManage } from '../may-manage.ts';
import { periodText } from '../period-text.tsx';
import { RemoveDialog } from '../remove-dialog.tsx';
import { HolderForm } from './holder-form.tsx';

type Of = { readonly positionId: Id } | { readonly personId: Id };

/** Who held a post, or which posts a person held, newest first; giving, changing and taking back. */
export function HoldersSection({ of }: { of: Of }) {
  const holders = useCall(listHolders, { query: { ...of, every: 'yes', size: 200 } });
  const mayManage = useMayManage();
  const [open, setOpen] = useState<HolderRow | 'new'>();
  const [removing, setRemoving] = useState<HolderRow>();
  const isOfPost = 'positionId' in of;
  return (
    <section className="org-section" aria-label={isOfPost ? 'Người giữ chức danh' : 'Chức danh đã giữ'}>
      <Title order={2}>{isOfPost ? 'Người giữ' : 'Chức danh'}</Title>
      {holders.error && <ErrorState error={holders.error} onRetry={() => void holders.refetch()} />}
      {holders.data?.rows.length === 0 && <StatusBadge tone="error">Chưa giao</StatusBadge>}
      <ul className="org-rows">
        {holders.data?.rows.map((holder) => (
          <HolderLine
            key={holder.id}
            holder={holder}
            name={isOfPost ? holder.personName : holder.title}
            acts={
              mayManage.ok && (
                <>
                  <Button variant="default" size="compact-sm" onClick={() => setOpen(holder)}>
                    Sửa
                  </Button>
                  <Button variant="subtle" size="compact-sm" color="red" onClick={() => setRemoving(holder)}>
                    Xóa
                  </Button>
                </>
              )
            }
          />
        ))}
      </ul>
      {open ? (
        <HolderForm of={of} holder={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
      ) : (
        mayManage.ok && (
          <Button variant="default" onClick={() => setOpen('new')}>
            {isOfPost ? 'Giao cho một người' : 'Giao chức danh'}
          </Button>
        )
      )}
      {removing && <RemoveHolder holder={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  );
}

interface HolderLineProps {
  readonly holder: HolderRow;
  readonly name: string;
  readonly acts: React.ReactNode;
}

function HolderLine({ holder, name, acts }: HolderLineProps) {
  const isNow = isValidOn(holder, useToday());
  return (
    <li>
      <div>
        <strong>{name}</strong>
        {holder.mode !== 'holder' && ` – ${modeWords[holder.mode]}`}
        <div className="dimmed">
          {periodText(holder)}
          {holder.citation && ` · ${holder.citation}`}
        </div>
      </div>
      {isNow && <StatusBadge tone="done">Hôm nay</StatusBadge>}
      {acts}
    </li>
  );
}

function RemoveHolder({ holder, onClose }: { holder: HolderRow; onClose: () => void }) {
  const remove = useSend(removeHolder);
  return (
    <RemoveDialog
      title="Xóa lần giao chức danh này?"
      confirm="Xóa lần giao"
      done="Đã xóa lần giao chức danh."
      onSend={(reason) => remove.mutateAsync({ params: { id: holder.id }, body: { version: holder.version, reason } })}
      onClose={onClose}
    >
      <p>
        {holder.personName} – {holder.title}, {periodText(holder)}.
      </p>
      <p>Chỉ xóa khi đã nhập nhầm. Khi người này thôi giữ chức danh, hãy chọn Sửa và ghi ngày kết thúc.</p>
    </RemoveDialog>
  );
}
