import { itemsOf, rowsOf } from '../contradictions/places.ts';
import { likenessOf, wordPairs } from '../contradictions/text-likeness.ts';
import type { PlanReading } from '../reading/plan-reading.ts';

/** The row holds the item when they share this much of the shorter text. */
const sameTask = 0.6;

/** Which rows of the tables carry out which items of the text, by JSON pointer: each row with the item it is most like. */
export function linkText(reading: PlanReading): ReadonlyMap<string, readonly string[]> {
  const items = itemsOf(reading).map((item) => ({ path: item.path, pairs: wordPairs(item.task.text) }));
  const links = new Map<string, string[]>();
  for (const row of rowsOf(reading)) {
    const pairs = wordPairs(row.task.content);
    let best: { path: string; score: number } | undefined;
    for (const item of items) {
      const { held, dice } = likenessOf(item.pairs, pairs);
      if (held >= sameTask && (!best || held + dice > best.score)) best = { path: item.path, score: held + dice };
    }
    if (best) links.set(best.path, [...(links.get(best.path) ?? []), row.path]);
  }
  return links;
}
