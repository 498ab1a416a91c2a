import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** Number and symbol of an issued document: `45` and `BC-UBND` of `Số: 45/BC-UBND` (Decree 30/2020, Appendix I, part II.3). */
export interface DocumentCode {
  readonly number: string;
  readonly symbol: string;
}

const written = /^(?:số\s*:?\s*)?([0-9A-Za-z.-]{1,20})\s*\/\s*(\S.{0,59})$/iu;

/** Reads `45/BC-UBND` or `Số: 45/BC-UBND`; undefined for any other form. */
export function readDocumentCode(text: string): DocumentCode | undefined {
  const match = written.exec(text.normalize('NFC').trim());
  if (!match?.[1] || !match[2]) return undefined;
  return { number: match[1], symbol: match[2].replace(/\s+/g, ' ').trim() };
}

/** `45/BC-UBND`. */
export function codeText({ number, symbol }: DocumentCode): string {
  return `${number}/${symbol}`;
}

/** What makes an issued document that document and no other; `issuer` null is the unit itself. */
export interface DocumentIdentity extends DocumentCode {
  readonly issuedOn: PlainDate;
  readonly issuer: string | null;
}

/**
 * One text for each document, whoever enters it: `045/bc-ubnd` of a day is `45/BC-UBND` of that day. Documents of other
 * issuers are apart from the unit's own.
 */
export function documentKey({ number, symbol, issuedOn, issuer }: DocumentIdentity): string {
  const bare = (text: string) => fold(text).replace(/\s/g, '');
  return [bare(number).replace(/^0+(?=.)/, ''), bare(symbol), issuedOn, issuer === null ? '' : fold(issuer)].join('|');
}
