import { type CallError, callErrorOf } from './call-error.ts';
import { remembered } from './shell/remembered.ts';

export interface ResumableUploadOptions {
  /** Address that begins an upload (tus 1.0). */
  readonly endpoint: string;
  /** Share the server has, 0–1. */
  readonly onProgress: (share: number) => void;
  /** True while the line is cut and the sending waits to go on. */
  readonly onWaiting?: (isWaiting: boolean) => void;
  readonly signal: AbortSignal;
}

const partBytes = 8 * 1_048_576;
/** Waits between tries; counted anew each time something arrives. After the last the user is told. */
const retryDelays = [0, 500, 1_500, 3_000, 5_000, ...Array.from({ length: 60 }, () => 10_000)];

/**
 * Sends a file in parts that go on where they were after a cut line, a closed page or a restarted server; gives the
 * address of the upload. Rejects with `CallError`; with an `AbortError` when it was stopped.
 */
export async function resumableUpload(file: File, options: ResumableUploadOptions): Promise<string> {
  const { Upload } = await import('tus-js-client');
  const key = `upload:${await fingerprintOf(file)}`;
  const earlier = remembered.find(key);
  return await new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: options.endpoint,
      ...(earlier ? { uploadUrl: earlier } : {}),
      metadata: { filename: file.name },
      chunkSize: partBytes,
      retryDelays,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => remembered.save(key, upload.url ?? ''),
      onProgress: (sent, total) => {
        options.onWaiting?.(false);
        options.onProgress(total === 0 ? 1 : sent / total);
      },
      onShouldRetry: (error) => {
        const isRetried = retried.has(statusOf(error));
        options.onWaiting?.(isRetried);
        return isRetried;
      },
      onSuccess: () => {
        remembered.save(key, '');
        resolve(upload.url ?? '');
      },
      onError: (error) => reject(refusalOf(error)),
    });
    const stop = () => {
      void upload.abort();
      reject(new DOMException('stopped', 'AbortError'));
    };
    if (options.signal.aborted) return stop();
    options.signal.addEventListener('abort', stop, { once: true });
    upload.start();
  });
}

type Told = Error & {
  readonly originalResponse?: { getStatus(): number; getBody(): string } | null;
};

function statusOf(error: Told): number {
  return error.originalResponse?.getStatus() ?? 0;
}

/** No answer at all, a part that came twice, or a server that is restarting; every other refusal is final. */
const retried: ReadonlySet<number> = new Set([0, 409, 423, 500, 502, 503, 504]);

function refusalOf(error: Told): CallError {
  const body = error.originalResponse?.getBody() ?? '';
  try {
    return callErrorOf(statusOf(error), JSON.parse(body));
  } catch {
    return callErrorOf(statusOf(error), undefined);
  }
}

/** Tells the same file again without keeping its name on the machine. */
async function fingerprintOf({ name, size, lastModified }: File): Promise<string> {
  const words = new TextEncoder().encode(`${name}|${size}|${lastModified}`);
  if (!('subtle' in crypto)) return `${size}-${lastModified}`;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', words));
  return [...hash.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
