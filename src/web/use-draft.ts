import { useContext, useEffect, useRef, useState } from 'react';
import { DraftContext } from './drafts.ts';

const pauseMs = 1_500;

export interface Draft<Value> {
  /** A draft of an earlier visit, until taken or refused. */
  readonly found: Value | undefined;
  /** True once the present text is kept. */
  readonly isKept: boolean;
  /** Hides the found draft; the caller has put it into the form. */
  readonly take: () => void;
  /** Throws the draft away: after saving, or when it is not wanted. */
  readonly drop: () => void;
}

/**
 * Keeps what is being typed as a draft, after each pause, while `isChanged`. `read` checks that a found draft still
 * has the form's shape and gives undefined when it has not.
 */
export function useDraft<Value>(
  key: string,
  value: Value,
  isChanged: boolean,
  read: (found: unknown) => Value | undefined,
): Draft<Value> {
  const store = useContext(DraftContext);
  const [found, setFound] = useState<Value>();
  const [kept, setKept] = useState<string>();
  const reader = useRef(read);
  reader.current = read;
  const text = JSON.stringify(value);
  useEffect(() => {
    let isGone = false;
    store.find(key).then(
      (draft) => {
        if (!isGone && draft !== undefined && draft !== null) setFound(() => reader.current(draft));
      },
      // Without its drafts the form still works.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [store, key]);
  useEffect(() => {
    if (!isChanged) return;
    const timer = setTimeout(() => {
      store.save(key, JSON.parse(text)).then(
        () => setKept(text),
        () => setKept(undefined),
      );
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [store, key, text, isChanged]);
  return {
    found,
    isKept: isChanged && kept === text,
    take: () => setFound(undefined),
    drop: () => {
      setFound(undefined);
      setKept(undefined);
      void store.drop(key).catch(() => undefined);
    },
  };
}
