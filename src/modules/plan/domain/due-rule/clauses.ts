/** A part of due words that stands for itself: "Báo cáo kết quả thực hiện: định kỳ hằng quý". */
export interface Clause {
  /** Words before the colon; empty without one. */
  readonly label: string;
  readonly body: string;
}

const bullet = /^\s*(?:[-–—+•*…]\s*)+/u;
/** A colon that ends a label, not one in a time of day. */
const colon = /:(?!\d)/u;
/** The next label begins: after a stop, or at a capital right after a date. */
const nextLabel = /(?:[,.;]\s+|(?<=\d{4})\s+(?=\p{Lu}))(?=[^,;:()]{2,90}:(?!\d))/gu;
/** A sentence ends and another begins. */
const sentence = /(?<=[\p{L}\d)]{2})\.\s+(?=\p{Lu})/gu;

function tidy(text: string): string {
  return text
    .replace(bullet, '')
    .replace(/[\s,;.]+$/u, '')
    .trim();
}

function splitAtLabels(text: string): string[] {
  const first = text.search(colon);
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(nextLabel)) {
    if (match.index < first) continue;
    pieces.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)];
}

function clauseOf(text: string): Clause {
  const at = text.search(colon);
  if (at < 0) return { label: '', body: text };
  return { label: tidy(text.slice(0, at)), body: tidy(text.slice(at + 1)) };
}

/** Splits due words at semicolons, line ends, sentence ends and labels; empty parts are left out. */
export function splitClauses(text: string): Clause[] {
  return text
    .normalize('NFC')
    .replace(/[Ⅰ-Ⅻⅰ-ⅻ]/gu, (roman) => roman.normalize('NFKC'))
    .split(/[;\n\r]/)
    .flatMap((part) => part.replace(/\s+/gu, ' ').split(sentence))
    .flatMap(splitAtLabels)
    .map(tidy)
    .filter((part) => part !== '')
    .map(clauseOf);
}
