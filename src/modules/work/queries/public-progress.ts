import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';

/** How far the outputs of a field are; work of a higher level and what came to nothing is not counted. */
export interface FieldProgress {
  /** Null for what has no field. */
  readonly code: string | null;
  readonly total: number;
  readonly doneInTime: number;
  readonly doneLate: number;
  readonly overdue: number;
}

export interface Progress {
  /** The day of the figures. */
  readonly day: PlainDate;
  readonly fields: readonly FieldProgress[];
}

/** How far a plan is, field by field, by the counts; undefined before anything of it was derived. */
export async function findProgress(db: Db, unitId: UnitId, planId: Id): Promise<Progress | undefined> {
  const { rows } = await sql<FieldProgress & { readonly day: PlainDate }>`
    select d.derived_for as day, c.field_code as code, sum(c.n)::integer as total,
      coalesce(sum(c.n) filter (where c.state = 'done-in-time'), 0)::integer as "doneInTime",
      coalesce(sum(c.n) filter (where c.state = 'done-late'), 0)::integer as "doneLate",
      coalesce(sum(c.n) filter (where c.state = 'overdue'), 0)::integer as overdue
    from work_count c join work_day d on d.unit_id = c.unit_id
    where c.unit_id = ${unitId} and c.plan_id = ${planId} and c.state not in ('higher-level', 'void', 'not-arising')
    group by d.derived_for, c.field_code having sum(c.n) > 0`.execute(db);
  const [first] = rows;
  return first && { day: first.day, fields: rows.map(({ day: _day, ...field }) => field) };
}
