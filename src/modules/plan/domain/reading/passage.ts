/** A piece of the document's text with the ids of the lines it came from. */
export interface Passage {
  readonly text: string;
  readonly lines: readonly number[];
}

/**
 * Text as it is kept: NFC, ordinary spaces, no space before a stop, number symbols that a line break tore
 * ("16/2020/QĐ- UBND", "Quý IV/ 2022") closed again.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00ad\u200b\ufeff]+/gu, ' ')
    .replace(/ +([,;:.!?)])/gu, '$1')
    .replace(/(\/\p{Lu}+) ?- ?(?=\p{Lu}{2})/gu, '$1-')
    .replace(/\/ (?=\d)/gu, '/')
    .trim();
}

/** Several passages as one, with a separator between their texts; empty ones leave no trace in the text. */
export function joinPassages(parts: readonly Passage[], separator = ' '): Passage {
  const texts = parts.map((part) => part.text).filter((text) => text !== '');
  return { text: tidy(texts.join(separator)), lines: parts.flatMap((part) => part.lines) };
}

/** A passage with another text of the same lines. */
export function withText(passage: Passage, text: string): Passage {
  return { text: tidy(text), lines: passage.lines };
}

/** Text without stops at its end ("… xã..", "… thực hiện;", "… thực hiện./."). */
export function dropEnd(text: string): string {
  return text.replace(/[\s.;,/]+$/u, '').trim();
}

/** Text of an item of a list: no bullet before it, no stop after it. */
export function itemText(text: string): string {
  return dropEnd(tidy(text).replace(/^(?:[-–—+•*·●▪○■\uf000-\uf0ff]\s*)+/u, ''));
}

/** The text with its first letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** True when the text has letters and none of them is lower case. */
export function isUpperCase(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

const levelNames =
  /(?<=^|\s)(xã(?! hội)|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)((?:\s+(?!(?:năm|giai|và|về|của|thuộc|trên|đến|theo)(?:\s|$))[\p{L}\d'’]+)+)/gu;
const kept = new Map([
  ['ubnd', 'UBND'],
  ['hđnd', 'HĐND'],
  ['cchc', 'CCHC'],
  ['tthc', 'TTHC'],
  ['iso', 'ISO'],
  ['cntt', 'CNTT'],
  ['mttq', 'MTTQ'],
]);

/** Text in capitals written as a sentence: "XÃ HOẰNG TIẾN" → "xã Hoằng Tiến"; other text as it is. */
export function sentenceCase(text: string): string {
  if (!isUpperCase(text)) return text;
  const lower = text.toLowerCase().replace(/[\p{L}]+/gu, (word) => kept.get(word) ?? word);
  return lower
    .replace(levelNames, (_, level: string, name: string) => level + name.replace(/[\p{L}\d'’]+/gu, capitalise))
    .replace(/(?<=\s|^)(?:i|ii|iii|iv|v|vi|vii)(?=\s|$)/gu, (roman) => roman.toUpperCase());
}
