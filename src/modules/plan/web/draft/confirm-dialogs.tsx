import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useSend } from '#web/use-send.ts';
import { discardDraft, startDraft } from '../../contract/drafting.ts';
import { setPublished } from '../../contract/plans.ts';
import type { PlanDialogProps } from './plan-dialogs.tsx';

/** Begins to change an issued plan. */
export function AmendDialog({ plan, onClose }: PlanDialogProps) {
  const navigate = useNavigate();
  const start = useSend(startDraft, {
    onSuccess: (draft) => {
      onClose();
      void navigate(`/ke-hoach/${plan.id}?phien-ban=${draft.draftVersion}`);
    },
    onError: (error) => notify('error', error.message),
  });
  return (
    <ConfirmDialog
      isOpen
      title="Soạn bản sửa đổi, bổ sung?"
      confirm="Bắt đầu soạn"
      isPending={start.isPending}
      onClose={onClose}
      onConfirm={() => start.mutate({ params: { planId: plan.id }, body: { revision: plan.revision } })}
    >
      Bản mới bắt đầu giống hệt phiên bản {plan.version}. Sửa, thêm hoặc bỏ từng mục rồi ban hành; đến lúc đó phiên bản{' '}
      {plan.version} vẫn có hiệu lực.
    </ConfirmDialog>
  );
}

/** Throws a draft away. */
export function DiscardDialog({ plan, onClose }: PlanDialogProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const discard = useSend(discardDraft, {
    // The screens of the draft must be left before anything is asked again: it is no longer there.
    refresh: 'none',
    onSuccess: async (done) => {
      onClose();
      notify('done', 'Đã bỏ bản đang soạn.');
      await navigate(done.deleted ? '/ke-hoach' : `/ke-hoach/${plan.id}`);
      await client.invalidateQueries();
    },
    onError: (error) => notify('error', error.message),
  });
  return (
    <ConfirmDialog
      isOpen
      title="Bỏ bản đang soạn?"
      confirm="Bỏ bản soạn"
      isDangerous
      isPending={discard.isPending}
      onClose={onClose}
      onConfirm={() => discard.mutate({ params: { planId: plan.id }, body: { revision: plan.revision } })}
    >
      {plan.version > 0
        ? `Mọi thay đổi của bản đang soạn sẽ mất và không lấy lại được. Phiên bản ${plan.version} không bị ảnh hưởng.`
        : 'Cả kế hoạch đang soạn sẽ mất và không lấy lại được.'}
    </ConfirmDialog>
  );
}

/** Shows a plan on the public page, or takes it from there. */
export function PublishDialog({ plan, onClose }: PlanDialogProps) {
  const send = useSend(setPublished, {
    onSuccess: (done) => {
      onClose();
      notify('done', done.published ? 'Kế hoạch đã có trên trang công khai.' : 'Đã rút kế hoạch khỏi trang công khai.');
    },
    onError: (error) => notify('error', error.message),
  });
  return (
    <ConfirmDialog
      isOpen
      title={plan.published ? 'Rút khỏi trang công khai?' : 'Đưa lên trang công khai?'}
      confirm={plan.published ? 'Rút xuống' : 'Đưa lên'}
      isPending={send.isPending}
      onClose={onClose}
      onConfirm={() =>
        send.mutate({
          params: { planId: plan.id },
          body: { revision: plan.revision, published: !plan.published },
        })
      }
    >
      {plan.published
        ? 'Người dân sẽ không còn xem được kế hoạch này trên trang công khai. Có thể đưa lên lại bất cứ lúc nào.'
        : `Ai cũng xem được phiên bản ${plan.version} của kế hoạch này ở trang công khai, không cần đăng nhập.`}
    </ConfirmDialog>
  );
}
