/**
 * Who on this page holds text that was not saved yet. Leaving, signing in again and taking a new version ask here first,
 * so that a half-typed form is never thrown away.
 */
const holders = new Set<symbol>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Says that something is unsaved; the returned function takes it back. */
export function holdUnsaved(): () => void {
  const holder = Symbol('unsaved');
  holders.add(holder);
  tell();
  return () => {
    holders.delete(holder);
    tell();
  };
}

/** True while any form on the page holds unsaved text. */
export function hasUnsaved(): boolean {
  return holders.size > 0;
}

/** Calls back at each change; the returned function ends it. */
export function onUnsavedChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
