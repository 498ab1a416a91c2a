import { foldWords } from '#kernel/fold.ts';

/** How alike two texts are, 0 to 1: the share of word pairs they have in common (Dice), marks and case left out. */
export function likeness(a: string, b: string): number {
  return likenessOf(pairsOf(a), pairsOf(b));
}

type Pairs = ReadonlyMap<string, number>;

function pairsOf(text: string): Pairs {
  const words = ['', ...foldWords(text).split(' '), ''];
  const pairs = new Map<string, number>();
  for (let at = 1; at < words.length; at++) {
    const pair = `${words[at - 1]} ${words[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function likenessOf(a: Pairs, b: Pairs): number {
  let shared = 0;
  let sum = 0;
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0);
    sum += count;
  }
  for (const count of b.values()) sum += count;
  return sum === 0 ? 1 : (2 * shared) / sum;
}

export interface MatchBy<T> {
  /** Keys in order of trust: two rows with the same key that nobody else has are one row. */
  readonly exact: readonly ((row: T) => string)[];
  readonly text: (row: T) => string;
  /** Only rows with the same value here may be matched by likeness. */
  readonly within?: (row: T) => string;
  readonly atLeast: number;
}

const mostPairs = 4_000_000;

/**
 * Says which row of an earlier version each new row goes on with: first those that an exact key names, then the most
 * alike ones. `fixed` are matches decided beforehand (null: a new row). Each row is matched at most once. Gives for each
 * index of `after` the index of `before`. Past four million pairs only exact keys count.
 */
export function matchRows<T>(
  before: readonly T[],
  after: readonly T[],
  by: MatchBy<T>,
  fixed: ReadonlyMap<number, number | null> = new Map(),
): ReadonlyMap<number, number> {
  const matched = new Map<number, number>();
  const freeBefore = new Set(before.keys());
  const freeAfter = new Set(after.keys());
  const take = (index: number, former: number) => {
    matched.set(index, former);
    freeAfter.delete(index);
    freeBefore.delete(former);
  };
  for (const [index, former] of fixed) {
    if (former === null) freeAfter.delete(index);
    else if (freeBefore.has(former) && freeAfter.has(index)) take(index, former);
  }
  for (const key of by.exact) {
    const earlier = Map.groupBy(freeBefore, (index) => key(before[index] as T));
    const later = Map.groupBy(freeAfter, (index) => key(after[index] as T));
    for (const [value, indexes] of later) {
      const formers = earlier.get(value) ?? [];
      indexes.forEach((index, nth) => {
        const former = formers[nth];
        if (former !== undefined && formers.length === indexes.length) take(index, former);
      });
    }
  }
  if (freeBefore.size * freeAfter.size > mostPairs) return matched;
  for (const [index, former] of alike(before, after, by, freeBefore, freeAfter)) {
    if (freeAfter.has(index) && freeBefore.has(former)) take(index, former);
  }
  return matched;
}

function alike<T>(
  before: readonly T[],
  after: readonly T[],
  by: MatchBy<T>,
  freeBefore: ReadonlySet<number>,
  freeAfter: ReadonlySet<number>,
): [number, number][] {
  const earlier = [...freeBefore].map((index) => {
    const row = before[index] as T;
    return { index, pairs: pairsOf(by.text(row)), within: by.within?.(row) };
  });
  const found: { pair: [number, number]; score: number }[] = [];
  for (const index of freeAfter) {
    const row = after[index] as T;
    const pairs = pairsOf(by.text(row));
    const within = by.within?.(row);
    for (const former of earlier) {
      if (former.within !== within) continue;
      const score = likenessOf(pairs, former.pairs);
      if (score >= by.atLeast) found.push({ pair: [index, former.index], score });
    }
  }
  return found.sort((a, b) => b.score - a.score).map((one) => one.pair);
}
