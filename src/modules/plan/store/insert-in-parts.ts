import type { Insertable } from 'kysely';
import type { DB } from '#server/db.gen.ts';
import type { Db } from '#server/db.ts';

const mostParameters = 20_000;

/** Inserts rows by as few statements as the number of parameters allows. Does nothing without rows. */
export async function insertInParts<T extends keyof DB & string>(
  db: Db,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const atOnce = Math.max(1, Math.floor(mostParameters / Math.max(1, columns)));
  for (let at = 0; at < rows.length; at += atOnce) {
    await db
      .insertInto(table)
      .values(rows.slice(at, at + atOnce) as never)
      .execute();
  }
}
