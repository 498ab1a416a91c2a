import { useEffect, useRef } from 'react';

interface ApprovalKeys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly accept: () => void;
  readonly giveBack: () => void;
}

/** J and K (or arrows) move, A accepts, T returns; not while something is typed or a dialog is open. */
export function useApprovalKeys(keys: ApprovalKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
      if (target.closest('input:not([type=checkbox]), textarea, select, [role=dialog], [contenteditable]')) return;
      const { next, previous, accept, giveBack } = latest.current;
      const acts: Readonly<Record<string, () => void>> = {
        j: next,
        ArrowDown: next,
        k: previous,
        ArrowUp: previous,
        a: accept,
        t: giveBack,
      };
      const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
