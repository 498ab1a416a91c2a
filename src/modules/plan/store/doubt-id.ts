import { createHash } from 'node:crypto';

const gone = 'gone:';

/** A short id for a contradiction, the same whenever its key is: keys name all their places and grow long. */
export function doubtIdOf(code: string, key: string): string {
  return `${code}:${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}

/** The id under which a decision is kept whose rows are gone. */
export function goneId(newId: string): string {
  return `${gone}${newId}`;
}

/** True for a decision that is only history. */
export function isGone(doubtId: string): boolean {
  return doubtId.startsWith(gone);
}
