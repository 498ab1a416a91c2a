import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import { readSettings } from '#modules/setting/queries.ts';
import type { Config } from '#server/config.ts';
import type { Db } from '#server/db.ts';
import type { MailSource } from './letter.ts';

/** In whose name the letters of a unit go out. */
export async function readMailSource(db: Db, unitId: UnitId, config: Config): Promise<MailSource> {
  const { office } = await db
    .selectFrom('unit as u')
    .innerJoin('unit_level as l', 'l.code', 'u.level')
    .select(sql<string>`l.committee || ' ' || u.short_name`.as('office'))
    .where('u.id', '=', unitId)
    .executeTakeFirstOrThrow();
  const { values } = await readSettings(db, unitId);
  return { office, settings: values, mailFrom: config.mailFrom, publicUrl: config.publicUrl.replace(/\/$/, '') };
}
