import { useRef, useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { resumableUpload } from '#web/resumable-upload.ts';
import { uploadInParts } from '../contract/uploads.ts';

/** A file on its way to the server. */
export interface Upload {
  /** Sends a file; gives the token by which the next act names it, or undefined when it was stopped or refused. */
  readonly send: (file: File) => Promise<Id | undefined>;
  /** Share sent, 0–1, while one is on its way. */
  readonly progress: number | undefined;
  /** What went wrong, or that the line is cut and the sending goes on by itself. */
  readonly error: string | undefined;
  readonly cancel: () => void;
}

const waiting =
  'Mất kết nối. Tệp sẽ tự gửi tiếp từ chỗ dở khi có mạng; đóng trang rồi chọn lại tệp này cũng gửi tiếp được.';

/** Sends one file at a time; a cut line only delays it. */
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
      const address = await resumableUpload(file, {
        endpoint: uploadInParts.path,
        onProgress: setProgress,
        onWaiting: (isWaiting) => setError(isWaiting ? waiting : undefined),
        signal: stop.signal,
      });
      setError(undefined);
      return address.split('/').at(-1) as Id;
    } catch (refusal) {
      setError(stop.signal.aborted ? undefined : refusal instanceof Error ? refusal.message : String(refusal));
      return undefined;
    } finally {
      setProgress(undefined);
    }
  }
  return { send, progress, error, cancel: () => running.current?.abort() };
}
