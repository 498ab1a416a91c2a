import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useLoaded } from '../ui/use-loaded.ts';
import { hasUnsaved, onUnsavedChange } from '../unsaved.ts';

const loadDialog = () => import('../ui/confirm-dialog.tsx');

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Asks before unsaved text is left behind, by a link, the back button, a reload or closing the tab. */
export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => hasUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  const [dialog, load] = useLoaded(loadDialog);
  useEffect(() => {
    // Listening only while needed keeps the browser's back-forward cache.
    const follow = () => {
      if (!hasUnsaved()) return removeEventListener('beforeunload', warn);
      addEventListener('beforeunload', warn);
      // The dialog must be here before the line breaks.
      void load();
    };
    follow();
    const end = onUnsavedChange(follow);
    return () => {
      end();
      removeEventListener('beforeunload', warn);
    };
  }, [load]);
  if (!dialog) return null;
  return (
    <dialog.ConfirmDialog
      isOpen={blocker.state === 'blocked'}
      title="Rời trang khi chưa lưu?"
      confirm="Rời trang, bỏ nội dung"
      cancel="Ở lại"
      isDangerous
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      Trang này còn nội dung chưa lưu. Nếu rời đi, phần vừa nhập sẽ mất.
    </dialog.ConfirmDialog>
  );
}
