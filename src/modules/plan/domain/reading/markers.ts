/** What a paragraph begins with: its kind, its label ("IV", "2.1", "đ"; empty for a bullet) and the text after it. */
export interface Marked {
  readonly kind: MarkerKind;
  readonly label: string;
  readonly rest: string;
}

export type MarkerKind = 'part' | 'upper' | 'roman' | 'number' | 'decimal' | 'letter' | 'bullet' | 'subBullet' | 'none';

/** Depth of each kind in an outline: a paragraph belongs to the last one before it of a smaller rank. */
const rankOf: Readonly<Record<MarkerKind, number>> = {
  part: 0,
  upper: 1,
  roman: 2,
  number: 3,
  decimal: 4,
  letter: 6,
  bullet: 7,
  subBullet: 8,
  none: 9,
};

const forms: readonly (readonly [MarkerKind, RegExp])[] = [
  ['part', /^(?:phần|chương|mục)\s+(?:thứ\s+)?([ivx]+|\d+|[a-zđ]|nhất|hai|ba|tư)\s*[.:)/–-]?\s+(?=\S)/iu],
  ['roman', /^([IVX]+)\s*(?:[.)/:]\s*|[-–]\s+)(?=\S)/u],
  ['upper', /^([A-ZĐ])\s*[.)/]\s*(?=\S)/u],
  ['decimal', /^(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)/:]?\s+(?=\p{L}|\d+([,.]\d+)?\s*%)/u],
  ['number', /^(\d{1,2})\s*(?:[.)/:]\s*(?=[^\d\s])|[.)]\s+(?=\S))/u],
  ['letter', /^([a-zđ]\d?)\s*(?:\)\s*|\.\s+|[./]\s*(?=\p{Lu}))(?=\S)/u],
  ['letter', /^\((\d{1,2}|[a-zđ]|[ivx]+)\)\s*(?=\S)/u],
  ['bullet', /^()(?:[-–—•●▪■*·\uf000-\uf0ff]\s*)+(?=\S)/u],
  ['subBullet', /^()(?:[+○]\s*)+(?=\S)/u],
];

/** Depth of a marked paragraph; "2.1.1" lies deeper than "2.1". */
export function depthOf(marked: Marked): number {
  return rankOf[marked.kind] + (marked.kind === 'decimal' && marked.label.split('.').length > 2 ? 1 : 0);
}

/** True for "Phần II" on a line of its own: its title stands on the next one. */
export function isBarePart(text: string): boolean {
  return /^(?:phần|chương|mục)\s+(?:thứ\s+)?(?:[ivx]+|\d+|nhất|hai|ba|tư)\s*[.:]?$/iu.test(text);
}

/** Reads the marker a paragraph begins with; kind `none` when it has none. */
export function parseMarker(text: string): Marked {
  for (const [kind, form] of forms) {
    const match = form.exec(text);
    if (match) return { kind, label: match[1] ?? '', rest: text.slice(match[0].length) };
  }
  return { kind: 'none', label: '', rest: text };
}
