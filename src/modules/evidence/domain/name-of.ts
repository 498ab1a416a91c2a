import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { codeText } from './document-code.ts';

/** What a piece of evidence is called after. */
export interface Named {
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: PlainDate | null;
}

/** `45/BC-UBND ngày 15/03/2022` of a document, the title of a file. */
export function nameOf({ title, number, symbol, issuedOn }: Named): string {
  if (number === null || symbol === null || issuedOn === null) return title;
  return `${codeText({ number, symbol })} ngày ${formatDate(issuedOn)}`;
}
