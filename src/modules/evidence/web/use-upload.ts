import { useRef, useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { call } from '#web/call.ts';
import { uploadWhole } from '../contract/uploads.ts';

/** A file on its way to the server. */
export interface Upload {
  /** Sends a file; gives the token by which the next act names it, or undefined when it was stopped or refused. */
  readonly send: (file: File) => Promise<Id | undefined>;
  /** Share sent, 0–1, while one is on its way. */
  readonly progress: number | undefined;
  readonly error: string | undefined;
  readonly cancel: () => void;
}

/** Sends one file at a time. */
export function useUpload(): Upload {
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<string>();
  const running = useRef<AbortController>(undefined);
  async function send(file: File) {
    const stop = new AbortController();
    running.current = stop;
    setError(undefined);
    setProgress(0);
    try {
      const answer = await call(uploadWhole, { file }, { onProgress: setProgress, signal: stop.signal });
      return answer.uploadId;
    } catch (refusal) {
      if (!stop.signal.aborted) setError(refusal instanceof Error ? refusal.message : String(refusal));
      return undefined;
    } finally {
      setProgress(undefined);
    }
  }
  return { send, progress, error, cancel: () => running.current?.abort() };
}
