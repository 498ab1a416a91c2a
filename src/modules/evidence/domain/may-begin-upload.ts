import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

/** Files an account may have under way at once. */
export const mostOpenUploads = 20;
/** Bytes a unit may have under way at once: 20 GB. */
const mostOpenBytes = 20 * 1_024 ** 3;

/** Whether a file of `size` bytes (at most `most`) may begin to come, beside those under way. */
export function mayBeginUpload(
  size: number | undefined,
  most: number,
  open: { readonly count: number; readonly bytes: number },
): Verdict {
  if (size === undefined) return refused('upload-no-size');
  if (size === 0) return refused('upload-empty');
  if (size > most) return refused('file-too-large', { limitMb: Math.floor(most / 1_048_576) });
  if (open.count >= mostOpenUploads) return refused('upload-too-many', { most: mostOpenUploads });
  return open.bytes + size > mostOpenBytes ? refused('upload-no-room') : allowed;
}
