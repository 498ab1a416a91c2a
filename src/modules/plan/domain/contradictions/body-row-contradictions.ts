import { foldWords } from '#kernel/fold.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { type BodyItem, type BodyMatch, matchBody } from './match-body.ts';
import { placeAt } from './places.ts';
import { likenessBy } from './text-likeness.ts';

/** Items of the body that are the same task twice. */
const repeated = { held: 0.75, dice: 0.7 };
/** Below this share of items with a row, the body speaks in general and the rows are the tasks. */
const oneToOne = 0.5;

type Pair = BodyMatch['pairs'][number];

/** Items that say an earlier item again. */
function repeatedItems(reading: PlanReading, items: readonly BodyItem[]): Contradiction[] {
  const like = likenessBy(items.map((item) => item.pairs));
  return items.flatMap((item, index) => {
    const alike = [...like(item.pairs)].flatMap(([at, { held, dice }]) =>
      at < index && held >= repeated.held && dice >= repeated.dice ? [at] : [],
    );
    const first = alike.length === 0 ? undefined : items[Math.min(...alike)];
    if (!first) return [];
    const places = [first, item].map(({ path, ref }) => placeAt(reading, path, ref));
    return [makeContradiction('repeatedTask', places, 'merge', { text: item.task.text })];
  });
}

/** Words of one text that the other does not have, for showing what differs. */
function onlyIn(text: string, other: string): string {
  const theirs = new Set(foldWords(other).split(' '));
  return text
    .split(/\s+/u)
    .filter((word) => foldWords(word) !== '' && !theirs.has(foldWords(word)))
    .join(' ');
}

function differences(reading: PlanReading, pairs: readonly Pair[]): Contradiction[] {
  return pairs.flatMap(({ item, row }) => {
    if (foldWords(item.task.text) === foldWords(row.task.content)) return [];
    const places = [item, row].map(({ path, ref }) => placeAt(reading, path, ref));
    const params = {
      inBody: onlyIn(item.task.text, row.task.content),
      inRow: onlyIn(row.task.content, item.task.text),
    };
    return [makeContradiction('bodyRowDiffer', places, 'keep', params)];
  });
}

/** Where the body and the appendices do not match one to one. */
export function bodyRowContradictions(reading: PlanReading): Contradiction[] {
  const { items, rows, pairs, hasRow: holds } = matchBody(reading);
  const again = repeatedItems(reading, items);
  if (rows.length === 0 || items.length === 0) return again;
  const rowsByItem = Map.groupBy(pairs, (pair) => pair.item);
  const hasRow = (item: BodyItem) => rowsByItem.has(item) || holds(item);
  const covered = items.filter(hasRow).length;
  if (covered < items.length * oneToOne) {
    const params = { items: items.length, covered };
    return [
      ...again,
      makeContradiction('bodyIsGeneral', [placeAt(reading, '/tasksNarrative', 'phần nội dung')], 'keep', params),
    ];
  }
  const paired = new Set(pairs.map((pair) => pair.row));
  const single = pairs.filter((pair) => rowsByItem.get(pair.item)?.length === 1);
  return [
    ...again,
    ...items
      .filter((item) => !hasRow(item))
      .map(({ path, ref }) => makeContradiction('taskWithoutRow', [placeAt(reading, path, ref)], 'createTask')),
    ...rows
      .filter((row) => !paired.has(row))
      .map(({ path, ref }) => makeContradiction('rowWithoutTask', [placeAt(reading, path, ref)], 'keep')),
    ...[...rowsByItem].flatMap(([item, its]) => {
      if (its.length < 2) return [];
      const places = [item, ...its.map((pair) => pair.row)].map(({ path, ref }) => placeAt(reading, path, ref));
      return [makeContradiction('taskInSeveralRows', places, 'keep', { count: its.length })];
    }),
    ...differences(reading, single),
  ];
}
