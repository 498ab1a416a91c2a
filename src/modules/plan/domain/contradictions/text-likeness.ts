import { foldWords } from '#kernel/fold.ts';

/** Abbreviations that one place of a plan writes and another spells out, folded. */
const spelledOut: Readonly<Record<string, string>> = {
  tthc: 'thu tuc hanh chinh',
  cchc: 'cai cach hanh chinh',
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  cntt: 'cong nghe thong tin',
  dvhc: 'don vi hanh chinh',
  qppl: 'quy pham phap luat',
  cbcc: 'can bo cong chuc',
  dvc: 'dich vu cong',
};

/** A text folded, its abbreviations spelled out. */
export function foldPlanText(text: string): string {
  return foldWords(text)
    .split(' ')
    .map((word) => spelledOut[word] ?? word)
    .join(' ');
}

/** A text as the pairs of neighbouring words it has, ready for many comparisons. */
export type WordPairs = ReadonlySet<string>;

/** Pairs of neighbouring words of a text, folded and with abbreviations spelled out. */
export function wordPairs(text: string): WordPairs {
  const words = foldPlanText(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 1) return new Set(words);
  return new Set(words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`));
}

export interface Likeness {
  /** Shared pairs of words among all pairs of both texts (Dice), 0 to 1. */
  readonly dice: number;
  /** Share of the shorter text that the longer one holds, 0 to 1. */
  readonly held: number;
}

/** How alike two texts are by the pairs of neighbouring words they share. */
export function likenessOf(ours: WordPairs, theirs: WordPairs): Likeness {
  return likenessFrom(ours.intersection(theirs).size, ours, theirs);
}

function likenessFrom(shared: number, ours: WordPairs, theirs: WordPairs): Likeness {
  const shorter = Math.min(ours.size, theirs.size);
  if (shorter === 0) return { dice: 0, held: 0 };
  return { dice: (2 * shared) / (ours.size + theirs.size), held: shared / shorter };
}

/**
 * As `likenessOf` against many texts at once, by an index of their pairs: the answer holds the texts that share any pair,
 * by their place in the list; the others have no likeness.
 */
export function likenessBy(texts: readonly WordPairs[]): (pairs: WordPairs) => ReadonlyMap<number, Likeness> {
  const places = new Map<string, number[]>();
  for (const [at, pairs] of texts.entries()) {
    for (const pair of pairs) {
      const known = places.get(pair);
      if (known) known.push(at);
      else places.set(pair, [at]);
    }
  }
  const counts = new Int32Array(texts.length);
  return (pairs) => {
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const at of places.get(pair) ?? []) {
        const count = counts[at] ?? 0;
        if (count === 0) touched.push(at);
        counts[at] = count + 1;
      }
    }
    const likenesses = new Map<number, Likeness>();
    for (const at of touched) {
      likenesses.set(at, likenessFrom(counts[at] ?? 0, pairs, texts[at] ?? pairs));
      counts[at] = 0;
    }
    return likenesses;
  };
}
