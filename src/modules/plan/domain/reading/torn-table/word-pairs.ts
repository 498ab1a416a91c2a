import type { ReadingLine } from '../reading-line.ts';

/** Which words stand next to each other within the document's lines: what a line break tore, other lines still hold. */
export interface WordPairs {
  /** How often the second word follows the first inside a line; both without stops, in lower case. */
  readonly count: (first: string, second: string) => number;
}

/** Letters and digits of a word in lower case, without the stops around it. */
export function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
}

/** Counts the pairs of neighbouring words of all lines. A stop between two words keeps them apart. */
export function wordPairs(lines: readonly ReadingLine[]): WordPairs {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const words = line.text.split(' ');
    for (let index = 1; index < words.length; index += 1) {
      const left = words[index - 1] ?? '';
      if (/[.;:,]$/u.test(left)) continue;
      const pair = `${bare(left)} ${bare(words[index] ?? '')}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return { count: (first, second) => counts.get(`${first} ${second}`) ?? 0 };
}
