import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import type { listWorkTasks } from '../contract/reads.ts';
import type { WorkState } from '../domain/states.ts';

type Asked = ParsedInput<typeof listWorkTasks>['query'];
/** The filters of the list of tasks, as the contract names them. */
export type TaskFilter = Omit<Asked, 'page' | 'size'>;

/** A task as lists show it. */
export interface TaskRecord {
  readonly id: Id;
  readonly source: 'plan' | 'document' | 'meeting' | 'other';
  readonly place: string;
  readonly number: string;
  readonly content: string;
  readonly sourceWords: string | null;
  readonly fieldCode: string | null;
  readonly urgency: 'normal' | 'urgent' | 'immediate';
  readonly weight: number;
  readonly closed: boolean;
  readonly ours: boolean;
  readonly nextDue: PlainDate | null;
  readonly counts: readonly { readonly state: WorkState; readonly n: number }[];
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly holderName: string;
  readonly version: number;
}

const orders: Readonly<Record<Asked['sort'], RawBuilder<unknown>>> = {
  due: sql`n.due, t.id`,
  '-due': sql`n.due desc nulls last, t.id`,
  place: sql`t.place, length(t.number), t.number, t.id`,
  content: sql`left(t.content, 120) collate "vi-x-icu", t.id`,
  newest: sql`t.created_at desc, t.id desc`,
};

function conditionsOf(unitId: UnitId, filter: TaskFilter): RawBuilder<unknown> {
  const conditions = [
    sql`t.unit_id = ${unitId}`,
    ...(filter.planId === undefined ? [] : [sql`t.plan_id = ${filter.planId}`]),
    ...(filter.source === undefined ? [] : [sql`t.source = ${filter.source}`]),
    ...(filter.positionId === undefined ? [] : [sql`t.position_id = ${filter.positionId}`]),
    ...(filter.closed === undefined ? [] : [sql`t.closed = ${filter.closed === 'yes'}`]),
    ...(filter.field === undefined
      ? []
      : [filter.field === 'none' ? sql`t.field_code is null` : sql`t.field_code = ${filter.field}`]),
    ...fold(filter.q ?? '')
      .split(' ')
      .filter((word) => word !== '')
      .slice(0, 12)
      .map((word) => sql`t.fold like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
  ];
  return sql.join(conditions, sql` and `);
}

/** A page of tasks with how far their outputs are, and the number of all that match. */
export async function listTasksOf(
  db: Db,
  unitId: UnitId,
  filter: TaskFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly TaskRecord[]; readonly total: number }> {
  const conditions = conditionsOf(unitId, filter);
  const next = filter.sort.endsWith('due')
    ? sql`left join (select o.task_id, min(o.due) as due from obligation o where o.unit_id = ${unitId} and o.live
        group by o.task_id) n on n.task_id = t.id`
    : sql``;
  const { rows } = await sql<{ readonly total: number } & (TaskRecord | { readonly id: null })>`${sql.raw(
    plannedEachTime,
  )}
    with page as materialized (
      select t.id, row_number() over (order by ${orders[filter.sort]}) as nth from work_task t ${next}
      where ${conditions} order by ${orders[filter.sort]} limit ${limit} offset ${offset})
    select c.total, r.* from (select count(*)::integer as total from work_task t where ${conditions}) c
    left join (
      select p.nth, t.id, t.source, t.place, t.number, t.content, t.source_words as "sourceWords",
        t.field_code as "fieldCode", t.urgency, t.weight::float8 as weight, t.closed, t.ours,
        s.next_due as "nextDue", coalesce(s.counts, '[]') as counts, t.position_id as "positionId",
        t.person_id as "personId", t.holder_name as "holderName", t.version
      from page p join work_task t on t.unit_id = ${unitId} and t.id = p.id
      cross join lateral (
        select min(g.due) as next_due, jsonb_agg(jsonb_build_object('state', g.state, 'n', g.n)) as counts
        from (select o.state, count(*) as n, min(o.due) filter (where o.live) as due from obligation o
          where o.unit_id = ${unitId} and o.task_id = t.id group by o.state) g) s) r on true
    order by r.nth`.execute(db);
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [row])), total: rows[0]?.total ?? 0 };
}
