import { isBarePart, type Marked, parseMarker } from './markers.ts';
import { isUpperCase, joinPassages, type Passage } from './passage.ts';
import type { ReadingLine } from './reading-line.ts';

/** A paragraph: its whole text with its lines, and the marker it begins with. */
export interface Paragraph extends Passage {
  readonly marked: Marked;
  /** Nesting of an automatic list, from 0. */
  readonly level: number;
}

/** A paragraph of these lines, as a word processor gives it. */
export function paragraphOf(lines: readonly ReadingLine[]): Paragraph {
  const passage = joinPassages(lines.map((line) => ({ text: line.text, lines: [line.id] })));
  return { ...passage, marked: parseMarker(passage.text), level: lines[0]?.level ?? 0 };
}

/** Paragraphs with each "Phần II" that stands alone joined to its title, the next paragraph. */
export function joinBareParts(paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    if (!last || !isBarePart(last.text)) joined.push(paragraph);
    else {
      const passage = joinPassages([{ text: last.text.replace(/[.:]?$/u, '.'), lines: last.lines }, paragraph]);
      joined[joined.length - 1] = { ...paragraph, ...passage, marked: parseMarker(passage.text) };
    }
  }
  return joined;
}

const appendixWord = /^(?:phụ lục|phụ biểu|biểu(?= (?:số|mẫu|\d)))(?:\s+số)?(?:\s*:)?(?![\p{L}\d])\s*/iu;
const appendixRest =
  /^(?<number>[\dIVX]+|[A-ZĐ](?=\s*[.:)]|\s*$))?\s*(?:$|[:.\-–]\s*|(?=\()|(?<=\s|^)(?=\p{Lu}))(?<title>.*)$/u;

/** Number and title of a line that opens an appendix ("Phụ lục số 02: Các nhiệm vụ …", "PHỤ LỤC 1"), or undefined. */
export function findAppendixHeading(text: string): { number: string; title: string } | undefined {
  const word = appendixWord.exec(text);
  if (!word || !/^\p{Lu}/u.test(text)) return undefined;
  const rest = appendixRest.exec(text.slice(word[0].length))?.groups;
  return rest && { number: rest.number ?? '', title: (rest.title ?? '').trim() };
}

/** How wide the lines of wrapped text are, in characters; Infinity where each line is a whole paragraph. */
export function wrapWidth(lines: readonly ReadingLine[]): number {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const full = lengths.filter((length) => length >= width * 0.8).length;
  return width >= 40 && width <= 110 && full >= lengths.length * 0.4 ? width : Number.POSITIVE_INFINITY;
}

const open = /(?:[,\-–(/]|(?<=^|\s)(?:và|hoặc|của|về|các|theo|số|cho|với|trong|từ|đến|tại|do|là|để))$/u;
const ended = /[.;:!?…]["”)]?$/u;

/** Puts the lines of extracted text together to paragraphs: by markers, by headings and by how lines were wrapped. */
export function reflow(lines: readonly ReadingLine[]): Paragraph[] {
  const width = wrapWidth(lines);
  const margins = marginsOf(lines);
  const groups: ReadingLine[][] = [];
  let previous: ReadingLine | undefined;
  for (const line of lines) {
    const group = groups.at(-1);
    if (!group || !previous || startsParagraph(previous, line, { width, margins })) groups.push([line]);
    else group.push(line);
    previous = line;
  }
  return groups.map(paragraphOf);
}

interface Setting {
  readonly width: number;
  readonly margins: Margins | undefined;
}

function startsParagraph(previous: ReadingLine, line: ReadingLine, setting: Setting): boolean {
  if (findAppendixHeading(line.text) || findAppendixHeading(previous.text)) return true;
  if (isBarePart(line.text)) return true;
  if (isBarePart(previous.text)) return false;
  const couldFit = fits(previous, line, setting);
  const marked = parseMarker(line.text).kind !== 'none';
  if (marked) return couldFit || ended.test(previous.text) || !open.test(previous.text);
  if (/^\((?:kèm|ban hành|đính)/iu.test(line.text) || (line.text.startsWith('(') && couldFit)) return true;
  const upper = /^["“(]?[\p{Lu}\d]/u.test(line.text);
  if (!upper) return setting.width === Number.POSITIVE_INFINITY && ended.test(previous.text);
  if (isUpperCase(line.text) !== isUpperCase(previous.text) && couldFit) return true;
  if (open.test(previous.text)) return false;
  if (setting.margins && line.box)
    return line.box.x > setting.margins.left + 12 && (couldFit || ended.test(previous.text));
  return couldFit;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

function marginsOf(lines: readonly ReadingLine[]): Margins | undefined {
  const boxes = lines.flatMap((line) => (line.box ? [line.box] : []));
  if (boxes.length === 0 || boxes.length < lines.length) return undefined;
  return { left: Math.min(...boxes.map((box) => box.x)), right: Math.max(...boxes.map((box) => box.right)) };
}

/** Whether the first word of a line would still have had room on the line before it, so that the break was meant. */
function fits(previous: ReadingLine, line: ReadingLine, setting: Setting): boolean {
  const word = line.text.split(' ', 1)[0] ?? '';
  if (setting.margins && previous.box) {
    const perLetter = (previous.box.right - previous.box.x) / Math.max(previous.text.length, 1);
    return previous.box.right + perLetter * (word.length + 1) <= setting.margins.right;
  }
  return previous.text.length + 1 + word.length <= setting.width * 0.86;
}
