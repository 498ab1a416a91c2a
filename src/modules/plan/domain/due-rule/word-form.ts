import type { TimeMeaning } from './time-token.ts';

export type WordGroups = Readonly<Record<string, string | undefined>>;

/** A form of words and what it means. */
export interface WordForm {
  readonly pattern: RegExp;
  readonly meaning: (groups: WordGroups) => TimeMeaning;
}

/** The end of a word: no letter and no digit follows. */
export const wordEnd = String.raw`(?![\p{L}\d])`;

/** "Hằng", "mỗi" before a span of time. */
export const every = '(?:hằng|hàng|mỗi|từng)';

/** A form that is looked for where a word begins; its named groups are what `meaning` is given. */
export function wordForm(source: string, meaning: WordForm['meaning']): WordForm {
  return { pattern: new RegExp(source, 'uy'), meaning };
}
