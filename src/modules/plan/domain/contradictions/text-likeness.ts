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
  const shared = ours.intersection(theirs).size;
  const shorter = Math.min(ours.size, theirs.size);
  if (shorter === 0) return { dice: 0, held: 0 };
  return { dice: (2 * shared) / (ours.size + theirs.size), held: shared / shorter };
}
