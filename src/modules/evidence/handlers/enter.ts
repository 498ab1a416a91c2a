import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { StoredUpload } from '#server/files.ts';
import type { Mount, Services } from '#server/module.ts';
import { type enterDocument as documentRoute, enterDocument, enterFile } from '../contract/evidence.ts';
import type { EvidenceRow } from '../contract/parts.ts';
import { uploadWhole } from '../contract/uploads.ts';
import { documentKey } from '../domain/document-code.ts';
import { askedScan } from '../scan/asked-scan.ts';
import { type EvidenceFields, insertEvidence, insertFileVersion } from '../store/evidence.ts';
import { findDocumentByKey } from '../store/read-evidence.ts';
import { addUpload, takeUpload } from '../store/upload.ts';
import { enteredRow, rowOf } from './answers.ts';

type DocumentBody = z.output<NonNullable<typeof documentRoute.body>>;

/** Routes by which evidence comes in. */
export function mountEnter(mount: Mount, services: Services): void {
  mount(uploadWhole, async (ctx) => {
    const { file } = ctx;
    if (!file) fail('file-missing');
    return { uploadId: await addUpload(ctx, getSession(ctx).accountId, file), ...file };
  });

  mount(enterDocument, async (ctx, { body }) => {
    const fields = documentFields(body);
    const made = await enter(ctx, services, fields, body.uploadId);
    if (made) return { evidence: made, again: false };
    const known = await findDocumentByKey(ctx, fields.documentKey ?? '');
    if (!known) fail('busy', {}, 503);
    if (known.level === 'secret' && fields.level === 'normal') fail('evidence-known-secret', {}, 409);
    return { evidence: rowOf(known), again: true };
  });

  mount(enterFile, async (ctx, { body }) => {
    const made = await enter(ctx, services, { ...noDocument, title: body.title }, body.uploadId);
    return { evidence: made ?? fail('busy', {}, 503), again: false };
  });
}

const noDocument: EvidenceFields = {
  kind: 'file',
  level: 'normal',
  title: '',
  number: null,
  symbol: null,
  issuedOn: null,
  documentType: null,
  issuer: null,
  signer: null,
  documentKey: null,
};

/** The fields of a document as it is kept; of one marked mật nothing that tells of its content. */
function documentFields(body: DocumentBody): EvidenceFields {
  const { uploadId, title, ...given } = body;
  const tellsContent = title !== undefined || given.signer !== null || uploadId !== undefined;
  if (given.level === 'secret' && tellsContent) fail('evidence-secret-no-content');
  if (given.level === 'normal' && title === undefined) fail('evidence-title-missing');
  return { ...given, kind: 'document', title: title ?? '', documentKey: documentKey(given) };
}

/** Enters evidence with its file, if any; undefined when the same document was there before. */
async function enter(
  ctx: Context,
  { config }: Services,
  fields: EvidenceFields,
  uploadId: Id | undefined,
): Promise<EvidenceRow | undefined> {
  const id = ctx.newId();
  const made = await insertEvidence(ctx, id, fields, uploadId === undefined ? 0 : 1);
  if (!made) return undefined;
  const upload = uploadId === undefined ? undefined : await takeUpload(ctx, uploadId);
  const scan = askedScan(config);
  if (upload) {
    await insertFileVersion(ctx, id, 1, upload, { note: null, scanAsked: scan === 'waiting' });
    ctx.publish('evidence.file-added', { evidenceId: id, number: 1 });
  }
  const { documentKey: _, ...shown } = fields;
  const file = upload && { fileNumber: 1, fileName: upload.name, sha256: upload.sha256, size: upload.size };
  ctx.log({ action: 'evidence.entered', record: { type: 'evidence', id }, after: { ...shown, ...file } });
  return enteredRow(ctx, { id, ...shown, ...fileColumns(upload), scan });
}

function fileColumns(upload: StoredUpload | undefined) {
  return {
    fileNumber: upload ? 1 : 0,
    fileName: upload?.name ?? null,
    fileSize: upload?.size ?? null,
    mediaType: upload?.mediaType ?? null,
    sha256: upload?.sha256 ?? null,
  };
}
