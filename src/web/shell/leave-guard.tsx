import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { hasUnsaved, onUnsavedChange } from '../unsaved.ts';

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Asks before unsaved text is left behind, by a link, the back button, a reload or closing the tab. */
export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => hasUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    // Listening only while needed keeps the browser's back-forward cache.
    const follow = () => {
      if (hasUnsaved()) addEventListener('beforeunload', warn);
      else removeEventListener('beforeunload', warn);
    };
    follow();
    const end = onUnsavedChange(follow);
    return () => {
      end();
      removeEventListener('beforeunload', warn);
    };
  }, []);
  return (
    <ConfirmDialog
      isOpen={blocker.state === 'blocked'}
      title="Rời trang khi chưa lưu?"
      confirm="Rời trang, bỏ nội dung"
      cancel="Ở lại"
      isDangerous
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      Trang này còn nội dung chưa lưu. Nếu rời đi, phần vừa nhập sẽ mất.
    </ConfirmDialog>
  );
}
