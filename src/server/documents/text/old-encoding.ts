const unicodeLetters = /[ăđơưạ-ỹ]/giu;
/** Signs that stand for Vietnamese letters in TCVN3 (ABC) fonts, beside a letter. */
const tcvn3Signs = /(?<=\p{L})[©«¬\u00ad®µ¶·¸¹»¼½¾¨]|[©«¬\u00ad®µ¶·¸¹»¼½¾¨](?=\p{L})/gu;
/** A vowel followed by the tone letter that VNI fonts draw above it, and its ñ and ö for đ and ư. */
const vniPairs = /[aeouöô][ùøûõïâêáàåãäéèëúüăôö](?![a-z]{6})|ñ[aeiouöô]/giu;

/**
 * Recognises Vietnamese written for fonts from before Unicode, whatever file it came in: the text then has the signs
 * of its table and hardly any Vietnamese letter. Returns the table's usual name, or undefined for Unicode text.
 */
export function findOldEncoding(text: string): string | undefined {
  const unicode = text.match(unicodeLetters)?.length ?? 0;
  const tcvn3 = text.match(tcvn3Signs)?.length ?? 0;
  const vni = text.match(vniPairs)?.length ?? 0;
  if (Math.max(tcvn3, vni) < 20 || Math.max(tcvn3, vni) < unicode * 2) return undefined;
  return tcvn3 >= vni ? 'TCVN3 (ABC)' : 'VNI';
}
