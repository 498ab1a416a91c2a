import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { allowed, refused } from '#kernel/verdict.ts';
import { useMay } from '#web/shell/session.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import type { Plan } from '../plan/plan-frame.tsx';
import { usePlanDialog } from './plan-menu.tsx';
import './draft.css';

/** Above a draft: what it is, and the ways it ends. */
export function DraftBar({ plan }: { plan: Plan }) {
  const may = useMay();
  const [act, open, dialog] = usePlanDialog(plan);
  const isEmpty = plan.shown.taskCount + plan.shown.targetCount === 0;
  const verdict = !may('plan.accept') ? refused('may') : isEmpty ? refused('empty') : allowed;
  const former = plan.copiedFrom ? ` Chép từ “${plan.copiedFrom.title}” năm ${plan.copiedFrom.year}.` : '';
  return (
    <section className="draft-bar" aria-label="Bản đang soạn">
      <p>
        <IconPencil size={18} stroke={1.6} aria-hidden />
        <span>
          <strong>Bản đang soạn, chưa có hiệu lực.</strong>
          {plan.version > 0
            ? ` Phiên bản ${plan.version} vẫn là bản đang thực hiện cho đến khi bản này được ban hành.`
            : former}
        </span>
      </p>
      <div className="draft-acts">
        {may('plan.edit') && (
          <>
            <Button variant="default" onClick={() => open('header')}>
              Sửa tên, cơ quan
            </Button>
            <Button variant="default" onClick={() => open('discard')}>
              Bỏ bản soạn
            </Button>
          </>
        )}
        <ActionButton
          verdict={verdict}
          words={{
            may: 'Tài khoản này không có quyền ban hành kế hoạch.',
            empty: 'Cần ít nhất một nhiệm vụ hoặc chỉ tiêu trước khi ban hành.',
          }}
          onClick={() => open('issue')}
        >
          Ban hành
        </ActionButton>
      </div>
      {act && dialog}
    </section>
  );
}
