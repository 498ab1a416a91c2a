import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldWords } from '#kernel/fold.ts';

/** The most words of a search that are looked for. */
const mostWords = 12;

/**
 * The folded column holds every word, each where a word begins, in any order. A number with points is looked for as it
 * is written, so that "1.001193" and "001193" find the code.
 */
export function hasEveryWord(column: RawBuilder<unknown>, words: string): RawBuilder<SqlBool> {
  const parts = wordsOf(words);
  if (parts.length === 0) return sql<SqlBool>`true`;
  const patterns = parts.map((part) => `%${/^\d/.test(part) ? '' : ' '}${escaped(part)}%`);
  return sql<SqlBool>`(${sql.join(
    patterns.map((pattern) => sql`' ' || ${column} like ${pattern}`),
    sql` and `,
  )})`;
}

/** The words of a search as they are looked for: without diacritics and punctuation, numbers with their points. */
export function wordsOf(words: string): string[] {
  return words
    .split(/\s+/)
    .flatMap((part) => (/^\d+(\.\d+)+$/.test(part) ? [part] : foldWords(part).split(' ')))
    .filter((part) => part !== '')
    .slice(0, mostWords);
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
