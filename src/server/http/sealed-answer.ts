import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Keeps answers that hold a secret so that only this installation's key can read them again. */
export interface AnswerSeal {
  seal(answer: unknown): unknown;
  /** Gives the answer back; one that was not sealed as it is. */
  open(stored: unknown): unknown;
}

interface Sealed {
  readonly sealed: string;
}

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key made from the installation's secret, which lies outside of the database. */
export function makeAnswerSeal(secret: string): AnswerSeal {
  const key = createHmac('sha256', secret).update('answers told once').digest();
  return {
    seal: (answer): Sealed => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const text = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
      return { sealed: Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64') };
    },
    open: (stored) => {
      if (!isSealed(stored)) return stored;
      const bytes = Buffer.from(stored.sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
      return JSON.parse(text.toString('utf8'));
    },
  };
}

function isSealed(stored: unknown): stored is Sealed {
  return typeof stored === 'object' && stored !== null && Object.keys(stored).join() === 'sealed';
}
