import { calendarForms } from './calendar-words.ts';
import { referenceForms } from './reference-words.ts';
import { countForms, modifierForms, rhythmForms } from './rhythm-words.ts';
import type { TimeMeaning, TimeToken } from './time-token.ts';

const forms = [...referenceForms, ...countForms, ...calendarForms, ...rhythmForms, ...modifierForms];

const date = String.raw`\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{4}`;
/** Numbers of legal documents ("34/2019/NĐ-CP ngày 24/4/2019"): their dates are nobody's due date. */
const citation = new RegExp(
  String.raw`(?:số\s+)?\d+\s*/\s*(?:\d{4}\s*/\s*)?\p{Lu}{2,}[-\p{Lu}]*(?:\s+ngày\s+${date})?`,
  'uy',
);
const wordStart = /(?<![\p{L}\d])[\p{L}\d]/gu;

function yearsOf(meaning: TimeMeaning): (number | undefined)[] {
  if (meaning.kind === 'year') return [meaning.year, meaning.toYear];
  if (meaning.kind === 'day' || meaning.kind === 'half') return [meaning.year];
  return 'items' in meaning ? meaning.items.map((item) => item.year) : [];
}

/** A slip of the pen ("15/12/2202"): such a time is left unread rather than believed. */
function isOddYear(year: number | undefined): boolean {
  return year !== undefined && (year < 1990 || year > 2200);
}

/** Gives the texts a meaning holds in the capitals of the document; `written` is what `lower` was made of. */
function inOwnWords(meaning: TimeMeaning, written: string, lower: string): TimeMeaning {
  const own = (words: string) => written.slice(lower.indexOf(words), lower.indexOf(words) + words.length);
  if (meaning.kind === 'guided') return { ...meaning, by: own(meaning.by) };
  return meaning.kind === 'trigger' ? { ...meaning, trigger: own(meaning.trigger) } : meaning;
}

/** The token that begins at a place, or the end of words that only look like one; undefined for all others. */
function readAt(text: string, lower: string, from: number): TimeToken | number | undefined {
  citation.lastIndex = from;
  const cited = citation.exec(text);
  if (cited) return from + cited[0].length;
  for (const { pattern, meaning } of forms) {
    pattern.lastIndex = from;
    const match = pattern.exec(lower);
    if (!match) continue;
    const found = meaning(match.groups ?? {});
    const to = from + match[0].length;
    return yearsOf(found).some(isOddYear) ? to : { ...inOwnWords(found, text.slice(from, to), match[0]), from, to };
  }
  return undefined;
}

/** Finds the words of time in a clause, from left to right; what stands between them is of no concern here. */
export function findTimeTokens(text: string): TimeToken[] {
  const lower = text.toLowerCase();
  const tokens: TimeToken[] = [];
  let done = 0;
  for (const { index } of text.matchAll(wordStart)) {
    const read = index < done ? undefined : readAt(text, lower, index);
    if (typeof read === 'number') done = read;
    if (typeof read !== 'object') continue;
    tokens.push(read);
    done = read.to;
  }
  return tokens;
}
