import type { EvidenceRef, EvidenceRow } from '../contract/parts.ts';

/** The part of a row that other modules' records show. */
export function refOf({ id, kind, title, number, symbol, issuedOn, signer, file }: EvidenceRow): EvidenceRef {
  const [fileName, sha256] = [file?.name ?? null, file?.sha256 ?? null];
  return { id, kind, title, number, symbol, issuedOn, signer, fileName, sha256 };
}
