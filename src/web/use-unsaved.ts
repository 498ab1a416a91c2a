import { useEffect } from 'react';
import { holdUnsaved } from './unsaved.ts';

/** Call with true while the form holds text that was not saved: leaving then asks first. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => (isUnsaved ? holdUnsaved() : undefined), [isUnsaved]);
}
