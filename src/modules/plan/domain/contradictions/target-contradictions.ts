import { fold } from '#kernel/fold.ts';
import type { PlanReading, ReadTarget } from '../reading/plan-reading.ts';
import type { Contradiction, ContradictionPlace } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { itemsOf, placeAt, rowsOf } from './places.ts';
import { foldPlanText, likenessOf, wordPairs } from './text-likeness.ts';

/** Measures that documents word differently: two figures with one of these words in both may be of one measure. */
const topics: readonly RegExp[] = [
  /hai long/,
  /(?=.*ho so cong viec)(?=.*(?:moi truong mang|dien tu))/,
  /(?=.*ho so)(?=.*(?:dung han|truoc han))/,
  /giai ngan/,
  /(?=.*thanh toan)(?=.*truc tuyen)(?=.*(?:phi|giao dich))/,
  /(?=.*van ban)(?=.*(?:ky so|phat hanh dien tu))/,
];

function isSameMeasure(a: string, b: string): boolean {
  const [ours, theirs] = [foldPlanText(a), foldPlanText(b)];
  if (topics.some((topic) => topic.test(ours) && topic.test(theirs))) return true;
  return likenessOf(wordPairs(a), wordPairs(b)).dice >= 0.75;
}

interface Figure {
  readonly place: ContradictionPlace;
  readonly text: string;
  readonly value: number;
}

/** Figures of rows and items with the words of their part of the sentence. */
function figuresInTasks(reading: PlanReading): Figure[] {
  const texts = [
    ...rowsOf(reading).map(({ path, ref, task }) => ({ path, ref, text: task.content })),
    ...itemsOf(reading).map(({ path, ref, task }) => ({ path, ref, text: task.text })),
  ];
  return texts.flatMap(({ path, ref, text }) =>
    text.split(/[;.]\s/u).flatMap((part) => {
      const figure = /(\d{1,3}(?:,\d+)?)\s*%/u.exec(part)?.[1];
      if (figure === undefined) return [];
      return [{ place: placeAt(reading, path, ref), text: part, value: Number(figure.replace(',', '.')) }];
    }),
  );
}

function figureOf(reading: PlanReading, target: ReadTarget, index: number): Figure {
  const place = placeAt(reading, `/targets/${index}`, target.id);
  return { place, text: target.text, value: target.valuePercent };
}

/** A target and a task conflict when the task's own figure is no target already and differs. */
function conflicts(reading: PlanReading): Contradiction[] {
  const targets = reading.targets.flatMap((target, index) =>
    target.duplicateOf === undefined && target.kind === undefined ? [figureOf(reading, target, index)] : [],
  );
  const inTasks = figuresInTasks(reading).filter((figure) => isNew(figure, targets));
  const found: Contradiction[] = [];
  for (const [index, first] of targets.entries()) {
    const others = [...targets.slice(index + 1), ...inTasks];
    for (const second of others) {
      if (first.value === second.value || !isSameMeasure(first.text, second.text)) continue;
      const params = { first: first.value, second: second.value, firstText: first.text, secondText: second.text };
      found.push(makeContradiction('conflictingTargets', [first.place, second.place], 'keep', params));
    }
  }
  return found;
}

function isNew(figure: Figure, targets: readonly Figure[]): boolean {
  return !targets.some((target) => target.value === figure.value && isSameMeasure(target.text, figure.text));
}

/** The path of a place that a target's `alsoIn` names ("PL02/2", "II.2.2.b"), when it is a row or an item. */
function placeOfRef(reading: PlanReading, ref: string): ContradictionPlace | undefined {
  const task = [...rowsOf(reading), ...itemsOf(reading)].find((one) => one.ref === ref || `II.${one.ref}` === ref);
  return task && placeAt(reading, task.path, task.ref);
}

function repeats(reading: PlanReading): Contradiction[] {
  return reading.targets.flatMap((target, index) => {
    if (target.duplicateOf !== undefined) return [];
    const copies = reading.targets.flatMap((other, at) => (other.duplicateOf === target.id ? [{ other, at }] : []));
    const refs = new Set([...(target.alsoIn ?? []), ...copies.flatMap(({ other }) => other.alsoIn ?? [])]);
    const places = [
      placeAt(reading, `/targets/${index}`, target.id),
      ...copies.map(({ other, at }) => placeAt(reading, `/targets/${at}`, other.id)),
      ...[...refs].flatMap((ref) => placeOfRef(reading, ref) ?? []),
    ];
    const params = { text: target.text, times: places.length };
    return places.length > 1 ? [makeContradiction('repeatedTarget', places, 'merge', params)] : [];
  });
}

/** One figure for two things ("được giải quyết … và được số hóa"), or two figures in one target. */
function holdsTwo(text: string): boolean {
  const figures = text.match(/\d{1,3}(?:,\d+)?\s*%/gu)?.length ?? 0;
  return figures > 1 || /được\s.+(?:,|\s)và được\s/u.test(text);
}

function doubles(reading: PlanReading): Contradiction[] {
  return reading.targets.flatMap((target, index) => {
    if (target.duplicateOf !== undefined || !holdsTwo(target.text)) return [];
    const place = placeAt(reading, `/targets/${index}`, target.id);
    return [makeContradiction('twoMeasures', [place], 'keep', { text: target.text })];
  });
}

/** "100% đơn vị cấp xã": a commune is one unit, so the figure is the level's above. */
function wrongScopes(reading: PlanReading): Contradiction[] {
  const forMany = /(?:don vi|ubnd|uy ban nhan dan)(?: hanh chinh)?(?: cac| cap) xa|(?:xa, phuong|xa, thi tran)/;
  return reading.targets.flatMap((target, index) => {
    if (target.duplicateOf !== undefined || !forMany.test(fold(target.text))) return [];
    const refs = (target.alsoIn ?? []).flatMap((ref) => placeOfRef(reading, ref) ?? []);
    const places = [placeAt(reading, `/targets/${index}`, target.id), ...refs];
    return [makeContradiction('targetScope', places, 'correct', { text: target.text })];
  });
}

/** Figures that contradict, repeat or mean two things. */
export function targetContradictions(reading: PlanReading, level: string): Contradiction[] {
  const scopes = level === 'commune' || level === 'ward' || level === 'township' ? wrongScopes(reading) : [];
  return [...conflicts(reading), ...repeats(reading), ...doubles(reading), ...scopes];
}
