import { fold, foldWords } from '#kernel/fold.ts';
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts';

/** What somebody typed into a search, by what it looks like. */
export type Search =
  | { readonly kind: 'nothing' }
  /** Words, each of which must be found; the last may be only begun. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A code or its beginning, in capitals as codes are; `other` is how codes of other systems are kept. */
  | { readonly kind: 'code'; readonly prefix: string; readonly other: string }
  /** The end of a code: the day and the running number, as people say it at the counter. */
  | { readonly kind: 'day-number'; readonly day: PlainDate; readonly suffix: string }
  /** An identity number, tax code or telephone number: never part of an address. */
  | { readonly kind: 'number'; readonly digits: string };

const mostWords = 12;
const codeForm = /^[0-9A-Z]{2,3}(\.[0-9A-Z]{1,10})+(-\d{0,6}(-\d{0,10})?)?$/i;
const endForm = /^(\d{2})(\d{2})(\d{2})-(\d{4,10})$/;
const shortest = 6;

/** An identity number, tax code or telephone number in what was typed, blanks and points left out; undefined without one. */
export function findNumber(text: string): string | undefined {
  const typed = text.trim();
  const [whole] = /^\+?[\d\s.]+(?:-\d{3})?$/.exec(typed) ?? [];
  if (whole !== undefined) {
    const digits = whole.replace(/\D/g, '');
    return digits.length >= shortest ? digits : undefined;
  }
  return /\d{9,}/.exec(typed)?.[0];
}

/** Whether what was typed holds a number that says who somebody is: nine digits and more. */
export function holdsPersonalNumber(text: string): boolean {
  return (findNumber(text)?.length ?? 0) >= 9;
}

/**
 * Reads what was typed: a telephone or identity number with or without blanks, a dossier's code or its beginning or end,
 * or words with or without diacritics.
 */
export function readSearch(text: string): Search {
  const typed = text.trim();
  if (typed === '') return { kind: 'nothing' };
  const digits = findNumber(typed);
  if (digits !== undefined) return { kind: 'number', digits };
  const end = endForm.exec(typed);
  const day = end && findPlainDate(2000 + Number(end[1]), Number(end[2]), Number(end[3]));
  if (day) return { kind: 'day-number', day, suffix: `-${typed}` };
  if (codeForm.test(typed)) return { kind: 'code', prefix: typed.toUpperCase(), other: fold(typed) };
  const words = foldWords(typed).split(' ').slice(0, mostWords);
  return words[0] === '' ? { kind: 'nothing' } : { kind: 'words', words };
}
