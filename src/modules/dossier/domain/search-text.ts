import { fold, foldWords } from '#kernel/fold.ts';

/** What people remember of a dossier. */
export interface SearchedFor {
  readonly ownerName: string;
  readonly procedureName: string;
  readonly summary: string;
  /** Who filed it, when that is not the owner. */
  readonly submitterName?: string | null;
  readonly otherCodes?: readonly string[];
}

/** A name by its words, without diacritics: people of the same name have the same text. */
export function nameFold(name: string): string {
  return foldWords(name);
}

/**
 * What a dossier is found by: words without diacritics, each after a space, so that a search for the beginning of a word
 * is a search for a space and that beginning. Other codes stand whole.
 */
export function searchTextOf(dossier: SearchedFor): string {
  const texts = [dossier.ownerName, dossier.submitterName ?? '', dossier.procedureName, dossier.summary].map(foldWords);
  const codes = (dossier.otherCodes ?? []).map(fold);
  return ` ${[...texts, ...codes].filter((text) => text !== '').join(' ')} `;
}
