import type { Id } from '#kernel/brands.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

/** What the right to read a piece of evidence depends on. */
export interface Readable {
  readonly kind: 'document' | 'file';
  readonly level: 'normal' | 'secret';
  readonly createdBy: Id | null;
}

/** Who asks: an account and what it holds for the whole unit. */
export interface Asking {
  readonly accountId: Id | undefined;
  readonly may: (permission: string) => boolean;
}

/**
 * True for who reads all evidence, for who entered it, for whoever may read a record that uses it, and – since a unit
 * keeps one register of what it issued – for everybody who enters evidence, when it is an issued document that is not
 * marked mật. `store/visible.ts` is the same rule for lists.
 */
export function mayRead(evidence: Readable, asking: Asking, usedReadably: boolean): boolean {
  if (asking.may('evidence.read') || usedReadably) return true;
  if (asking.accountId !== undefined && evidence.createdBy === asking.accountId) return true;
  return evidence.kind === 'document' && evidence.level === 'normal' && asking.may('evidence.add');
}

/** Whether somebody who may read it may also correct it or add a version of its file: who entered it, or who corrects all. */
export function mayChange(evidence: Pick<Readable, 'createdBy'>, asking: Asking): Verdict {
  if (asking.may('evidence.correct')) return allowed;
  if (!asking.may('evidence.add')) return refused('forbidden');
  return evidence.createdBy === asking.accountId ? allowed : refused('evidence-not-yours');
}

/** Whether a version of a file may follow: never for a document marked mật, of which no content is kept. */
export function mayHaveFile(evidence: Pick<Readable, 'level'>): Verdict {
  return evidence.level === 'secret' ? refused('evidence-secret-no-content') : allowed;
}

export type ScanState = 'unscanned' | 'waiting' | 'clean' | 'infected';

/** Whether a file may be opened: not before its scan is done where one was asked for, and never when it is infected. */
export function mayOpenFile(scan: ScanState): Verdict {
  if (scan === 'waiting') return refused('file-being-scanned');
  if (scan === 'infected') return refused('file-infected');
  return allowed;
}
