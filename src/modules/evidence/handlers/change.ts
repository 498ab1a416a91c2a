import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import { addFileVersion, correctEvidence } from '../contract/evidence.ts';
import { documentKey } from '../domain/document-code.ts';
import { nameOf } from '../domain/name-of.ts';
import { mayChange, mayHaveFile } from '../domain/rights.ts';
import { askedScan } from '../scan/asked-scan.ts';
import { countFile, type EvidenceFields, insertFileVersion, updateEvidence } from '../store/evidence.ts';
import { evidenceByIds, findDocumentByKey, type StoredEvidence } from '../store/read-evidence.ts';
import { takeUpload } from '../store/upload.ts';
import { askingOf, rowOf } from './answers.ts';
import { getReadable } from './read.ts';

/** Routes that change evidence. */
export function mountChanges(mount: Mount, services: Services): void {
  mount(correctEvidence, async (ctx, { params, body }) => {
    const stored = await getReadable(ctx, params.evidenceId);
    obey(mayChange(stored, askingOf(ctx)), 403);
    const { version, reason, ...change } = body;
    if (stored.version !== version) refuseStale(stored);
    const before = fieldsOf(stored);
    const after = corrected(before, change);
    await refuseKnown(ctx, stored, after);
    if (!(await updateEvidence(ctx, stored.id, after, version))) refuseStale(await readAgain(ctx, stored));
    ctx.log({
      action: 'evidence.corrected',
      record: { type: 'evidence', id: stored.id },
      before: logged(before),
      after: logged(after),
      reason,
    });
    ctx.publish('evidence.changed', { evidenceId: stored.id });
    return rowOf({ ...stored, ...after, version: version + 1 });
  });

  mount(addFileVersion, async (ctx, { params, body }) => {
    const stored = await getReadable(ctx, params.evidenceId);
    obey(mayChange(stored, askingOf(ctx)), 403);
    obey(mayHaveFile(stored), 409);
    const number = stored.version === body.version ? await countFile(ctx, stored.id, body.version) : undefined;
    if (number === undefined) refuseStale(await readAgain(ctx, stored));
    const file = await takeUpload(ctx, body.uploadId);
    const scan = askedScan(services.config);
    await insertFileVersion(ctx, stored.id, number, file, { note: body.note, scanAsked: scan === 'waiting' });
    ctx.log({
      action: 'evidence.file-added',
      record: { type: 'evidence', id: stored.id },
      before: {
        fileNumber: stored.fileNumber,
        fileName: stored.fileName,
        sha256: stored.sha256,
        size: stored.fileSize,
      },
      after: { fileNumber: number, fileName: file.name, sha256: file.sha256, size: file.size },
      ...(body.note === null ? {} : { reason: body.note }),
    });
    ctx.publish('evidence.file-added', { evidenceId: stored.id, number });
    const { name: fileName, size: fileSize, ...bytes } = file;
    return rowOf({ ...stored, ...bytes, fileName, fileSize, scan, fileNumber: number, version: body.version + 1 });
  });
}

type Change = { readonly [K in keyof EvidenceFields]?: EvidenceFields[K] | undefined };

function fieldsOf(stored: StoredEvidence): EvidenceFields {
  const { kind, level, title, number, symbol, issuedOn, documentType, issuer, signer } = stored;
  const fields = { kind, level, title, number, symbol, issuedOn, documentType, issuer, signer };
  return { ...fields, documentKey: keyOf(fields) };
}

function keyOf({ number, symbol, issuedOn, issuer }: Omit<EvidenceFields, 'documentKey'>): string | null {
  if (number === null || symbol === null || issuedOn === null) return null;
  return documentKey({ number, symbol, issuedOn, issuer });
}

/** The fields after a correction; what the kind or the level cannot have is refused. */
function corrected(before: EvidenceFields, change: Change): EvidenceFields {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: EvidenceFields = { ...before, ...given };
  if (after.kind === 'file' && Object.keys(given).some((field) => field !== 'title')) fail('evidence-not-document');
  if (after.level === 'secret' && (after.title !== '' || after.signer !== null)) fail('evidence-secret-no-content');
  return { ...after, documentKey: keyOf(after) };
}

function logged({ documentKey: _, ...fields }: EvidenceFields) {
  return fields;
}

async function refuseKnown(ctx: Context, stored: StoredEvidence, after: EvidenceFields): Promise<void> {
  if (after.documentKey === null || after.documentKey === fieldsOf(stored).documentKey) return;
  const known = await findDocumentByKey(ctx, after.documentKey);
  if (known) fail('evidence-document-known', { name: nameOf(known) }, 409, { evidenceId: known.id });
}

async function readAgain(ctx: Context, stored: StoredEvidence): Promise<StoredEvidence> {
  const [current] = await evidenceByIds(ctx, [stored.id]);
  return current ?? stored;
}

function refuseStale(current: StoredEvidence): never {
  fail('stale-version', {}, 409, { current: rowOf(current) });
}
