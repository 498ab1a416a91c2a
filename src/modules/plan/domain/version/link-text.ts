import { matchBody } from '../contradictions/match-body.ts';
import type { PlanReading } from '../reading/plan-reading.ts';

/** Which rows of the tables carry out which items of the text, by JSON pointer: each row with the item it is most like. */
export function linkText(reading: PlanReading): ReadonlyMap<string, readonly string[]> {
  const rows = Map.groupBy(matchBody(reading).pairs, ({ item }) => item.path);
  return new Map([...rows].map(([path, pairs]) => [path, pairs.map(({ row }) => row.path)]));
}
