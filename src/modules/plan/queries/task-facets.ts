import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { ShownVersion } from './task-filter.ts';

/** A value to filter by and how many tasks have it. */
export interface HolderFacet {
  readonly role: 'lead' | 'coordinator';
  readonly key: string;
  readonly kind: string;
  readonly recordId: Id | null;
  readonly name: string | null;
  /** The way of writing it that comes most often. */
  readonly text: string;
  readonly count: number;
}

export interface TaskFacets {
  readonly fields: readonly { readonly code: string | null; readonly count: number }[];
  readonly holders: readonly HolderFacet[];
  readonly months: readonly { readonly month: number; readonly count: number }[];
  readonly undated: number;
}

/** What the tasks of a version can be filtered by. */
export async function taskFacetsOf(db: Db, at: ShownVersion): Promise<TaskFacets> {
  const shown = sql`t.unit_id = ${at.unitId} and t.plan_id = ${at.planId}
    and t.from_version <= ${at.version} and t.to_version > ${at.version}`;
  const { rows } = await sql<TaskFacets>`
    select
      (select coalesce(json_agg(json_build_object('code', f.field_code, 'count', f.n)), '[]') from (
        select t.field_code, count(*) as n from plan_task t where ${shown} group by 1) f) as fields,
      (select coalesce(json_agg(json_build_object('role', r.role, 'key', r.key, 'kind', r.kind, 'recordId', r.record_id,
          'name', r.name, 'text', r.written, 'count', r.n) order by r.n desc, r.written collate "vi-x-icu"), '[]') from (
        select r.role, h.key, min(h.kind) as kind, min(h.record_id::text) as record_id, min(h.name) as name,
          mode() within group (order by r.written) as written, count(distinct r.task_id) as n
        from plan_role r join plan_holder h on h.unit_id = r.unit_id and h.words = r.words
        where r.unit_id = ${at.unitId} and r.plan_id = ${at.planId} and r.from_version <= ${at.version}
          and r.to_version > ${at.version} and r.role in ('lead', 'coordinator')
        group by r.role, h.key) r) as holders,
      (select coalesce(json_agg(json_build_object('month', m.month, 'count', m.n) order by m.month), '[]') from (
        select month, count(*) as n from plan_task t, generate_series(1, 12) month
        where ${shown} and (t.due_months & (1 << (month - 1))) <> 0 group by month) m) as months,
      (select count(*)::integer from plan_task t where ${shown} and t.due_months = 0) as undated`.execute(db);
  return rows[0] ?? { fields: [], holders: [], months: [], undated: 0 };
}
