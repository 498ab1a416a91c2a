import { z } from 'zod';
import { day, id, version } from '#modules/fields.ts';

export const evidenceKind = z.enum(['document', 'file']);
export const evidenceLevel = z.enum(['normal', 'secret']);
const scanState = z.enum(['unscanned', 'waiting', 'clean', 'infected']);

/** A version of a file as it is shown. */
const fileShown = {
  number: z.int(),
  name: z.string(),
  size: z.int(),
  mediaType: z.string(),
  sha256: z.string(),
  scan: scanState,
};

/** The least that screens of other modules need to show a piece of evidence beside their record. */
export const evidenceRef = z.object({
  id,
  kind: evidenceKind,
  title: z.string(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  issuedOn: day.nullable(),
  signer: z.string().nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
});
export type EvidenceRef = z.output<typeof evidenceRef>;

export const evidenceRow = z.object({
  id,
  kind: evidenceKind,
  level: evidenceLevel,
  /** What it is called: `45/BC-UBND ngày 15/03/2022`, or the title of a file. */
  name: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  issuedOn: day.nullable(),
  documentType: z.string().nullable(),
  /** Null: the unit itself. */
  issuer: z.string().nullable(),
  signer: z.string().nullable(),
  signedAndNumbered: z.boolean(),
  /** The newest version of its file. */
  file: z.object(fileShown).nullable(),
  createdAt: z.string(),
  createdByName: z.string(),
  version,
});
export type EvidenceRow = z.output<typeof evidenceRow>;

export const fileVersion = z.object({ ...fileShown, at: z.string(), byName: z.string(), note: z.string().nullable() });
export type FileVersion = z.output<typeof fileVersion>;

const verdict = z.object({ ok: z.boolean(), reason: z.string().nullable() });

export const evidenceAnswer = evidenceRow.extend({
  versions: z.array(fileVersion),
  uses: z.array(
    z.object({
      recordType: z.string(),
      recordId: z.string(),
      title: z.string(),
      at: z.string(),
      /** Screen of the record, below `/lam-viec`. */
      path: z.string(),
    }),
  ),
  mayChange: verdict,
  mayAddFile: verdict,
});
export type EvidenceAnswer = z.output<typeof evidenceAnswer>;
