import { type RawBuilder, sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';

type Condition = RawBuilder<unknown>;

/** A share of the newest dossiers above which a beginning of words is not looked up: too many words begin so. */
const often = 0.05;

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** A word as the index keeps it: behind the end of the unit's id (migration 0019). */
function keptAs(unitId: UnitId, word: string): string {
  return `'${(unitId.slice(-4) + word).replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}

/** Words searched for: whole ones, and one that may be only begun. */
export interface SoughtWords {
  readonly whole: readonly string[];
  readonly begun: string | undefined;
}

/** All words as whole ones: how people look for a name they know. */
export function wholeWords(words: readonly string[]): SoughtWords {
  return { whole: words, begun: undefined };
}

/** The last word as one that is only begun. */
export function lastBegun(words: readonly string[]): SoughtWords {
  return { whole: words.slice(0, -1), begun: words.at(-1) };
}

/** That a dossier `d` has a word beginning so; without one, that it is there. */
export function hasBegun(begun: string | undefined): Condition {
  return begun === undefined ? sql`true` : sql`d.fold like ${`% ${escaped(begun)}%`}`;
}

/** That a dossier `d` has all the words, looked at one by one. */
export function hasWords({ whole, begun }: SoughtWords): Condition {
  const each = whole.map((word) => sql`d.fold like ${`% ${escaped(word)} %`}`);
  return sql.join([...each, hasBegun(begun)], sql` and `);
}

/**
 * The same by the index of words. A word that is begun is looked up by its beginning, unless so many dossiers have such a
 * word (`share` of the newest) that looking at those which have the others is cheaper.
 */
export function hasWordsByIndex(unitId: UnitId, { whole, begun }: SoughtWords, share: number): Condition {
  const each = whole.map((word) => keptAs(unitId, word));
  const isLookedUp = begun !== undefined && (whole.length === 0 || share < often);
  const query = (isLookedUp ? [...each, `${keptAs(unitId, begun)}:*`] : each).join(' & ');
  const found = sql`d.words @@ ${query}::tsquery`;
  return isLookedUp ? found : sql`${found} and ${hasBegun(begun)}`;
}
