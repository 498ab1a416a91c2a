import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { type DossierState, endStates } from '../domain/states.ts';

/** What live dossiers are counted by. */
export interface Counted {
  readonly state: DossierState;
  readonly departmentId: Id | null;
  readonly positionId: Id | null;
  readonly waitsFor: string | null;
}

const keyOf = ({ state, departmentId, positionId, waitsFor }: Counted) =>
  JSON.stringify([state, departmentId, positionId, waitsFor]);

/** The statement that counts a dossier where it is now instead of where it was; undefined when nothing of that changed. */
export function countChange(
  ctx: Context,
  before: Counted | null,
  after: Counted | null,
): RawBuilder<unknown> | undefined {
  const live = (one: Counted | null) => (one && !endStates.includes(one.state) ? one : undefined);
  const [was, is] = [live(before), live(after)];
  if (was && is && keyOf(was) === keyOf(is)) return undefined;
  const rows = [...(was ? [{ ...was, n: -1 }] : []), ...(is ? [{ ...is, n: 1 }] : [])];
  if (rows.length === 0) return undefined;
  const values = rows.map(
    (row) => sql`(${ctx.unitId}::uuid, ${ctx.newId()}::uuid, ${row.state}::text, ${row.departmentId}::uuid,
      ${row.positionId}::uuid, ${row.waitsFor}::text, ${row.n}::integer)`,
  );
  return sql`insert into dossier_count (unit_id, id, state, department_id, position_id, waits_for, n)
    values ${sql.join(values)}`;
}
