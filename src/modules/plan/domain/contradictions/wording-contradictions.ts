import { foldWords } from '#kernel/fold.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import type { SourceLine } from '../source-document.ts';
import type { Contradiction, ContradictionPlace } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { itemsOf, placeAt, rowsOf } from './places.ts';
import { planTexts } from './plan-texts.ts';
import { foldPlanText } from './text-likeness.ts';

/** This many words said again at once, or again after a comma not far on, were written twice. */
const doubled = { words: 4, between: 3 };

function findDoubled(text: string): string | undefined {
  const parts = text.split(',');
  return parts.map((part, index) => doubledIn(part, parts[index + 1] ?? '')).find((words) => words !== undefined);
}

/** Words that a part says twice running, or that the part after the comma begins with again. */
function doubledIn(part: string, next: string): string | undefined {
  const words = foldPlanText(part).split(' ');
  const following = foldPlanText(next).split(' ').slice(0, doubled.words).join(' ');
  for (let at = 0; at + doubled.words <= words.length; at += 1) {
    const phrase = words.slice(at, at + doubled.words).join(' ');
    const behind = words.length - at - doubled.words;
    const again = words.slice(at + doubled.words, at + doubled.words * 2).join(' ');
    if (phrase === again || (behind <= doubled.between && phrase === following)) return phraseOf(part, phrase);
  }
  return undefined;
}

/** The words as written; folded when the text has them abbreviated. */
function phraseOf(text: string, folded: string): string {
  const words = text.trim().split(/\s+/u);
  const at = words.findIndex((_, index) => foldWords(words.slice(index, index + doubled.words).join(' ')) === folded);
  return at < 0 ? folded : words.slice(at, at + doubled.words).join(' ');
}

function doubledWords(reading: PlanReading): Contradiction[] {
  return planTexts(reading).flatMap(({ path, ref, text }) => {
    const words = findDoubled(text);
    return words === undefined
      ? []
      : [makeContradiction('doubledWords', [placeAt(reading, path, ref)], 'correct', { words })];
  });
}

/** Titles without the year that most have, and titles that name their field otherwise than the body. */
function appendixTitles(reading: PlanReading): Contradiction[] {
  const { appendices, year } = reading;
  const dated = appendices.filter(({ title }) => title.includes(String(year)));
  const sections = [
    ...new Map(reading.tasksNarrative.map(({ section, sectionTitle }) => [section, sectionTitle])).values(),
  ];
  return appendices.flatMap((appendix, index) => {
    const place = placeAt(reading, `/appendices/${index}`, `PL${appendix.number}`);
    const undated = dated.length * 2 > appendices.length && !dated.includes(appendix);
    const section = sections.length === appendices.length ? sections[index] : undefined;
    const other = section !== undefined && foldWords(section) !== foldWords(appendix.field);
    const at = { ...place, lines: reading.places[`/appendices/${index}/title`] ?? [] };
    if (!undated && !other) return [];
    const params = { title: appendix.title, missingYear: undated ? (year ?? '') : '', section: other ? section : '' };
    return [makeContradiction('appendixTitle', [at], 'keep', params)];
  });
}

function blankDecision(reading: PlanReading): Contradiction[] {
  const { number, date } = reading.decision;
  if (number !== null && date !== null) return [];
  const place = placeAt(reading, '/decision', 'quyết định ban hành');
  return [makeContradiction('blankDecision', [place], 'correct', { number: number ?? '', date: date ?? '' })];
}

interface Marked {
  readonly sign: string;
  readonly place: ContradictionPlace;
}

/** Markers written otherwise than most of their kind: "a." among "a)", "1" among "1.". */
function oddMarkers(kind: string, marked: readonly (readonly Marked[])[]): Contradiction[] {
  const counts = new Map<string, number>();
  for (const { sign } of marked.flat()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]).map(([sign]) => sign);
  if (usual === undefined || counts.size < 2) return [];
  const places = marked.flat().flatMap(({ sign, place }) => (sign === usual ? [] : [place]));
  return [makeContradiction('mixedMarkers', places, 'keep', { kind, usual, count: places.length })];
}

function mixedMarkers(reading: PlanReading, lines: readonly SourceLine[]): Contradiction[] {
  const signAt = (line: number | undefined, form: RegExp) => {
    const source = line === undefined ? undefined : lines[line];
    return source && form.exec(source.marker ?? source.text.trimStart())?.[1];
  };
  const items = itemsOf(reading).flatMap(({ path, ref, task }) => {
    const place = placeAt(reading, path, ref);
    const sign = task.letter === '' ? undefined : signAt(place.lines[0], /^\p{L}\s*([.)])/u);
    return sign === undefined ? [] : [{ sign, place }];
  });
  const rows = rowsOf(reading).flatMap(({ path, ref }) => {
    const place = placeAt(reading, `${path}/no`, ref);
    const sign = signAt(place.lines[0], /^\d+\s*([.)]?)/u);
    return sign === undefined ? [] : [{ sign, place }];
  });
  return [...oddMarkers('mục', [items]), ...oddMarkers('số thứ tự', [rows])];
}

/** Slips of wording and form: words said twice, titles and markers unlike the others, a blank number or date. */
export function wordingContradictions(reading: PlanReading, lines: readonly SourceLine[]): Contradiction[] {
  return [
    ...blankDecision(reading),
    ...doubledWords(reading),
    ...appendixTitles(reading),
    ...mixedMarkers(reading, lines),
  ];
}
