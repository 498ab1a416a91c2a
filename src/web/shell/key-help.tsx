import { useEffect, useState } from 'react';
import { useLoaded } from '../ui/use-loaded.ts';

const loadDialog = () => import('./key-dialog.tsx');

/** Opens the list of keys at "?". */
export function KeyHelp() {
  const [isOpen, setOpen] = useState(false);
  const [dialog, load] = useLoaded(loadDialog);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key === '?' && !isTyping) void load().then(() => setOpen(true));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [load]);
  return dialog ? <dialog.KeyDialog isOpen={isOpen} onClose={() => setOpen(false)} /> : null;
}
