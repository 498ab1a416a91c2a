import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { type DutyPostRow, type DutyRow, listDutyPosts, removeDutyPost } from '../../contract/duties.ts';
import { isValidOn } from '../../domain/validity.ts';
import { useMayManage } from '../may-manage.ts';
import { periodText } from '../period-text.tsx';
import { RemoveDialog } from '../remove-dialog.tsx';
import { DutyPostForm } from './duty-post-form.tsx';

/** Which posts bore a duty, newest first; giving it on from a day, changing and taking back. */
export function DutyPostsSection({ duty }: { duty: DutyRow }) {
  const bearings = useCall(listDutyPosts, { query: { dutyId: duty.id, every: 'yes', size: 200 } });
  const mayManage = useMayManage();
  const [open, setOpen] = useState<DutyPostRow | 'new'>();
  const [removing, setRemoving] = useState<DutyPostRow>();
  return (
    <section className="org-section" aria-label="Chức danh đảm nhận">
      <Title order={2}>Chức danh đảm nhận</Title>
      {bearings.error && <ErrorState error={bearings.error} onRetry={() => void bearings.refetch()} />}
      {bearings.data?.rows.length === 0 && <StatusBadge tone="error">Chưa giao cho chức danh nào</StatusBadge>}
      <ul className="org-rows">
        {bearings.data?.rows.map((bearing) => (
          <BearingLine key={bearing.id} bearing={bearing}>
            {mayManage.ok && (
              <>
                <Button variant="default" size="compact-sm" onClick={() => setOpen(bearing)}>
                  Sửa
                </Button>
                <Button variant="subtle" size="compact-sm" color="red" onClick={() => setRemoving(bearing)}>
                  Xóa
                </Button>
              </>
            )}
          </BearingLine>
        ))}
      </ul>
      {open ? (
        <DutyPostForm duty={duty} bearing={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
      ) : (
        mayManage.ok && (
          <Button variant="default" onClick={() => setOpen('new')}>
            Giao cho chức danh từ một ngày
          </Button>
        )
      )}
      {removing && <RemoveBearing bearing={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  );
}

function BearingLine({ bearing, children }: { bearing: DutyPostRow; children: React.ReactNode }) {
  const isNow = isValidOn(bearing, useToday());
  return (
    <li>
      <div>
        <strong>{bearing.title}</strong>
        <div className="dimmed">
          {periodText(bearing)}
          {bearing.citation && ` · ${bearing.citation}`}
        </div>
      </div>
      {isNow && <StatusBadge tone="done">Hôm nay</StatusBadge>}
      {children}
    </li>
  );
}

function RemoveBearing({ bearing, onClose }: { bearing: DutyPostRow; onClose: () => void }) {
  const remove = useSend(removeDutyPost);
  return (
    <RemoveDialog
      title="Xóa lần giao đầu mối này?"
      confirm="Xóa lần giao"
      done="Đã xóa lần giao đầu mối."
      onSend={(reason) =>
        remove.mutateAsync({ params: { id: bearing.id }, body: { version: bearing.version, reason } })
      }
      onClose={onClose}
    >
      <p>
        {bearing.title}, {periodText(bearing)}.
      </p>
      <p>Chỉ xóa khi đã nhập nhầm. Khi chuyển đầu mối cho chức danh khác, hãy giao từ ngày mới; lần này tự kết thúc.</p>
    </RemoveDialog>
  );
}
