import { hasUnsaved } from './unsaved.ts';

const listeners = new Set<() => void>();

/** The sign-in page that leads back to where the user is. */
export function signInAddress(): string {
  return `/dang-nhap?tiep=${encodeURIComponent(location.pathname + location.search)}`;
}

/** The session is over: goes to sign-in, or only tells the listeners while the page holds unsaved text. */
export function sessionEnded(): void {
  if (!hasUnsaved()) location.assign(signInAddress());
  for (const listener of listeners) listener();
}

/** Calls back when the session ends; the returned function ends it. */
export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
