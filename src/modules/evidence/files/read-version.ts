import type { Id } from '#kernel/brands.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { EvidenceViewer } from '#server/evidence-uses.ts';
import type { Services } from '#server/module.ts';
import { mayOpenFile } from '../domain/rights.ts';
import { loggedHash, type StoredVersion, versionsOf } from '../store/file-versions.ts';
import { findReadable } from '../store/read-evidence.ts';

/** A version of a file that somebody may read, and its hash as the log has it. */
export interface ReadVersion extends StoredVersion {
  readonly logged: string | undefined;
}

/**
 * A version that the viewer may read (0: the newest), in a transaction of its own, so that the bytes are read outside of any. 404 for
 * what is not theirs to see; 409 for what must not be opened (being scanned, infected) unless `evenUnsafe`.
 */
export async function readVersion(
  services: Services,
  viewer: EvidenceViewer,
  at: { readonly evidenceId: Id; readonly number: number },
  evenUnsafe = false,
): Promise<ReadVersion> {
  const { unitId } = viewer;
  const found = await inTransaction(services.appPool, unitId, 'read', async (db) => {
    const { session, today } = viewer;
    const reader = { db, unitId, session, today, may: viewer.may };
    if (!(await findReadable(reader, at.evidenceId))) return undefined;
    const versions = await versionsOf(reader, at.evidenceId);
    const version = at.number === 0 ? versions[0] : versions.find((one) => one.number === at.number);
    return version && { ...version, logged: await loggedHash(reader, at.evidenceId, version.number) };
  });
  if (!found) fail('not-found', {}, 404);
  const verdict = mayOpenFile(found.scan);
  if (!verdict.ok && !evenUnsafe) fail(verdict.code, {}, 409);
  return found;
}
