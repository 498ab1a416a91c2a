import { calendarForms } from './calendar-words.ts';
import { referenceForms } from './reference-words.ts';
import { modifierForms, rhythmForms } from './rhythm-words.ts';
import type { TimeMeaning, TimeToken } from './time-token.ts';

const forms = [
  ...referenceForms,
  ...rhythmForms.slice(0, 6),
  ...calendarForms,
  ...rhythmForms.slice(6),
  ...modifierForms,
];

/** Numbers of legal documents ("34/2019/NĐ-CP ngày 24/4/2019"): their dates are nobody's due date. */
const citation =
  /(?:số\s+)?\d+\s*\/\s*(?:\d{4}\s*\/\s*)?[\p{Lu}Đ]{2,}[-\p{Lu}Đ]*(?:\s+ngày\s+\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{4})?/uy;

function yearsOf(meaning: TimeMeaning): number[] {
  const named = 'items' in meaning ? meaning.items : [meaning];
  const years = named.flatMap((one) => ('year' in one && one.year !== undefined ? [one.year] : []));
  return 'toYear' in meaning && meaning.toYear !== undefined ? [...years, meaning.toYear] : years;
}

/** A slip of the pen ("15/12/2202"): such a time is left unread rather than believed. */
function isOddYear(year: number): boolean {
  return year < 1990 || year > 2200;
}

function readAt(text: string, lower: string, from: number): TimeToken | number | undefined {
  citation.lastIndex = from;
  const cited = citation.exec(text);
  if (cited) return from + cited[0].length;
  for (const { pattern, meaning } of forms) {
    pattern.lastIndex = from;
    const match = pattern.exec(lower);
    const found = match && meaning(match);
    if (match && found && yearsOf(found).some(isOddYear)) return from + match[0].length;
    if (match && found) return { ...inOwnWords(found, text, lower), from, to: from + match[0].length };
  }
  return undefined;
}

/** Gives the texts a meaning holds in the capitals of the document. */
function inOwnWords(meaning: TimeMeaning, text: string, lower: string): TimeMeaning {
  const own = (words: string) => {
    const at = lower.indexOf(words);
    return at < 0 ? words : text.slice(at, at + words.length);
  };
  if (meaning.kind === 'guided') return { ...meaning, by: own(meaning.by) };
  return meaning.kind === 'trigger' ? { ...meaning, trigger: own(meaning.trigger) } : meaning;
}

/** Finds the words of time in a clause, from left to right; what stands between them is of no concern here. */
export function findTimeTokens(text: string): TimeToken[] {
  const lower = text.toLowerCase();
  const tokens: TimeToken[] = [];
  for (let from = 0; from < text.length; ) {
    const startsWord = /[\p{L}\d]/u.test(text.charAt(from)) && !/[\p{L}\d]/u.test(text.charAt(from - 1));
    const read = startsWord ? readAt(text, lower, from) : undefined;
    if (typeof read === 'object') tokens.push(read);
    from = read === undefined ? from + 1 : typeof read === 'number' ? read : read.to;
  }
  return tokens;
}
