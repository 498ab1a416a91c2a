import type { Verdict } from '#kernel/verdict.ts';
import { type Context, getSession } from '#server/context.ts';
import { textOf } from '#server/errors.ts';
import type { EvidenceRow, FileVersion } from '../contract/parts.ts';
import { nameOf } from '../domain/name-of.ts';
import type { Asking } from '../domain/rights.ts';
import type { StoredVersion } from '../store/file-versions.ts';
import type { StoredEvidence } from '../store/read-evidence.ts';

/** The acting account, for the rules. */
export function askingOf(ctx: Pick<Context, 'session' | 'may'>): Asking {
  return { accountId: ctx.session?.accountId, may: (permission) => ctx.may(permission) };
}

/** The verdict of a rule with its reason in words, for a grey button. */
export function verdictOf(verdict: Verdict): { ok: boolean; reason: string | null } {
  return verdict.ok ? { ok: true, reason: null } : { ok: false, reason: textOf(verdict.code, verdict.params) };
}

/** A row as it is shown. */
export function rowOf(stored: StoredEvidence): EvidenceRow {
  const { fileNumber, fileName, fileSize, mediaType, sha256, scan, createdBy: _, ...rest } = stored;
  const file =
    fileName === null || fileSize === null || mediaType === null || sha256 === null
      ? null
      : { number: fileNumber, name: fileName, size: fileSize, mediaType, sha256, scan };
  return { ...rest, name: nameOf(stored), file };
}

/** A version as it is shown. */
export function versionOf({ byId: _, found: __, ...shown }: StoredVersion): FileVersion {
  return shown;
}

/** The row of what this act has just entered, without reading it again. */
export function enteredRow(
  ctx: Context,
  made: Omit<StoredEvidence, 'createdAt' | 'createdBy' | 'createdByName' | 'version' | 'signedAndNumbered'>,
): EvidenceRow {
  const { accountId, name } = getSession(ctx);
  return rowOf({
    ...made,
    signedAndNumbered: made.kind === 'document',
    createdAt: ctx.at,
    createdBy: accountId,
    createdByName: name,
    version: 1,
  });
}
