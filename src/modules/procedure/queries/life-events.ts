import { type RawBuilder, sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { LifeEvent } from '../contract/life-events.ts';

/** Codes of the procedures of a life event, as an array expression; the unit's own event stands instead of the nation's. */
export function eventCodes(unitId: UnitId, event: string): RawBuilder<unknown> {
  return sql`coalesce(
    (select procedure_codes from life_event where unit_id = ${unitId} and code = ${event}),
    (select procedure_codes from national_life_event where code = ${event}), '{}')`;
}

/** Every life event of a unit in its order, the national ones and its own; hidden ones too. */
export async function lifeEvents(db: Db, unitId: UnitId): Promise<LifeEvent[]> {
  const { rows } = await sql<LifeEvent>`
    select code, name, sort, procedure_codes as "procedureCodes", is_shown as "isShown", true as own, version
    from life_event where unit_id = ${unitId}
    union all
    select n.code, n.name, n.sort, n.procedure_codes, true, false, 0
    from national_life_event n
    where not exists (select 1 from life_event e where e.unit_id = ${unitId} and e.code = n.code)
    order by sort, name`.execute(db);
  return rows;
}
