import { fold } from '#kernel/fold.ts';

const numberAfterMark = /([^a-z0-9 ])(?=[0-9])/g;

/**
 * Text as it is stored for searching: folded, with a space before each number, so that a number can be looked for by its
 * beginning. "PL05/4 Tổ 12" becomes " pl05/ 4 to 12".
 */
export function searchedText(text: string): string {
  return ` ${fold(text).replace(numberAfterMark, '$1 ')}`;
}

/**
 * The parts of `searchedText` that somebody who types `asked` looks for, each once: a word anywhere, also within a longer
 * one, but a number only where one begins, so that "7" finds 7 and 72 and not 577. At most twelve; marks and letters stand
 * as in `searchedText`.
 */
export function searchedParts(asked: string): readonly string[] {
  const words = fold(asked).split(' ').filter(Boolean);
  const parts = words.map((word) => {
    const part = word.replace(numberAfterMark, '$1 ');
    return /^[0-9]/.test(part) ? ` ${part}` : part;
  });
  return [...new Set(parts)].slice(0, 12);
}
