import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { type Context, getSession } from '#server/context.ts';
import { addFile, type StoredUpload } from '#server/files.ts';
import { codeText } from '../domain/document-code.ts';

/** What of a piece of evidence is written. */
export interface EvidenceFields {
  readonly kind: 'document' | 'file';
  readonly level: 'normal' | 'secret';
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: PlainDate | null;
  readonly documentType: string | null;
  readonly issuer: string | null;
  readonly signer: string | null;
  readonly documentKey: string | null;
}

function columnsOf(fields: EvidenceFields) {
  const { number, symbol, issuedOn } = fields;
  const code = number !== null && symbol !== null ? codeText({ number, symbol }) : '';
  const words = [
    code,
    issuedOn && formatDate(issuedOn),
    fields.title,
    fields.documentType,
    fields.issuer,
    fields.signer,
  ];
  return {
    kind: fields.kind,
    level: fields.level,
    title: fields.title,
    number,
    symbol,
    issued_on: issuedOn,
    document_type: fields.documentType,
    issuer: fields.issuer,
    signer: fields.signer,
    document_key: fields.documentKey,
    fold: fold(words.filter(Boolean).join(' ')),
  };
}

/** Enters evidence; false when the same document is there already. */
export async function insertEvidence(
  ctx: Context,
  id: Id,
  fields: EvidenceFields,
  fileNumber: 0 | 1,
): Promise<boolean> {
  const { accountId, name } = getSession(ctx);
  const row = await ctx.db
    .insertInto('evidence')
    .values({
      unit_id: ctx.unitId,
      id,
      ...columnsOf(fields),
      file_number: fileNumber,
      created_at: ctx.at,
      created_by: accountId,
      created_by_name: name,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'document_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the fields anew and counts the version; false when somebody else was first. */
export async function updateEvidence(ctx: Context, id: Id, fields: EvidenceFields, version: number): Promise<boolean> {
  const row = await ctx.db
    .updateTable('evidence')
    .set({ ...columnsOf(fields), version: version + 1 })
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts a further version of the file; gives its number, or undefined when somebody else was first. */
export async function countFile(ctx: Context, id: Id, version: number): Promise<number | undefined> {
  const row = await ctx.db
    .updateTable('evidence')
    .set((eb) => ({ file_number: eb('file_number', '+', 1), version: version + 1 }))
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('file_number')
    .executeTakeFirst();
  return row?.file_number;
}

/** Enters a file as a version of a piece of evidence. */
export async function insertFileVersion(
  ctx: Context,
  evidenceId: Id,
  number: number,
  upload: StoredUpload,
  more: { readonly note: string | null; readonly scanAsked: boolean },
): Promise<void> {
  const { accountId, name } = getSession(ctx);
  const of = { recordType: 'evidence', recordId: evidenceId, by: accountId, at: ctx.at };
  const fileId = await addFile(ctx.db, ctx.unitId, upload, of);
  await ctx.db
    .insertInto('evidence_file')
    .values({
      unit_id: ctx.unitId,
      evidence_id: evidenceId,
      number,
      file_id: fileId,
      note: more.note,
      scan_asked: more.scanAsked,
      at: ctx.at,
      by_id: accountId,
      by_name: name,
    })
    .execute();
}
