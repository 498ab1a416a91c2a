import { useState } from 'react';
import { allowed, refused } from '#kernel/verdict.ts';
import { useMay } from '#web/shell/session.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { useLoaded } from '#web/ui/use-loaded.ts';
import type { ReadImport } from './review.tsx';

const loadDialog = () => import('./accept-dialog.tsx');

/** The button that accepts; while something stands in the way it says what. */
export function AcceptPanel({ answer }: { answer: ReadImport }) {
  const [isAsked, setAsked] = useState(false);
  const [dialog, load] = useLoaded(loadDialog);
  const may = useMay();
  const words = answer.obstacles.map((obstacle) => obstacle.message).join(' ');
  const verdict = !may('plan.accept') ? refused('may') : answer.obstacles.length > 0 ? refused('obstacles') : allowed;
  return (
    <>
      <ActionButton
        verdict={verdict}
        words={{ may: 'Tài khoản này không có quyền chấp nhận kế hoạch.', obstacles: words }}
        onClick={() => void load().then(() => setAsked(true))}
      >
        Chấp nhận
      </ActionButton>
      {isAsked && dialog && <dialog.AcceptDialog answer={answer} onClose={() => setAsked(false)} />}
    </>
  );
}
