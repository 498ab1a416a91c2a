const marks = /\p{M}/gu;
const spaces = /\s+/g;

/**
 * Folds Vietnamese text for comparing and searching: lower case, no diacritics, đ → d, single spaces.
 * "Hộ  tịch" and "ho tich" fold to the same text, whichever Unicode form (NFC or NFD) they came in.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replace(spaces, ' ')
    .trim();
}

/**
 * Folds as `fold` and also treats every dash and punctuation mark as a space, so that
 * "Tư pháp – Hộ tịch", "Tư pháp - Hộ tịch" and "tư pháp, hộ tịch" compare equal.
 */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
