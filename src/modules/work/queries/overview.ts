import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { WorkState } from '../domain/states.ts';

/** A number of obligations in a state, of one value of what overviews group by. */
export interface Counted {
  readonly by: 'field' | 'department' | 'holder' | 'month';
  /** Code, id or first day of the month; null without one. */
  readonly key: string | null;
  /** Of a holder: the person, when the work was given to a person. */
  readonly personId: Id | null;
  readonly state: WorkState;
  readonly n: number;
}

/** Which obligations an overview counts: those of a plan, or all of the unit. */
export interface OverviewOf {
  readonly unitId: UnitId;
  readonly planId: Id | undefined;
}

const mostKept = 300;
const kept = new Map<string, { readonly revision: string; readonly counted: readonly Counted[] }>();

/**
 * The figures by each grouping. They are kept while the counts stand: acts only append to them and the nightly fold
 * writes new rows, so that their number and newest id tell every change.
 */
export async function countWork(db: Db, of: OverviewOf, revision: string): Promise<readonly Counted[]> {
  const key = `${of.unitId} ${of.planId ?? ''}`;
  const known = kept.get(key);
  if (known?.revision === revision) return known.counted;
  const counted = await sumCounts(db, of);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, { revision, counted });
  return counted;
}

/** By one pass over the counts that acts keep. */
async function sumCounts(db: Db, { unitId, planId }: OverviewOf): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select case when grouping(field_code) = 0 then 'field' when grouping(department_id) = 0 then 'department'
        when grouping(position_id) = 0 then 'holder' else 'month' end as by,
      case when grouping(field_code) = 0 then field_code when grouping(department_id) = 0 then department_id::text
        when grouping(position_id) = 0 then position_id::text else month::text end as key,
      person_id as "personId", state, sum(n)::integer as n
    from work_count
    where unit_id = ${unitId} ${planId === undefined ? sql`` : sql`and plan_id = ${planId}`}
    group by grouping sets ((field_code, state), (department_id, state), (position_id, person_id, state), (month, state))
    having sum(n) <> 0`.execute(db);
  return rows;
}

/** What an overview names, beside its figures. */
export interface OverviewFrame {
  /** The day for which the states hold; null before they were ever derived. */
  readonly derivedFor: PlainDate | null;
  readonly plan: { readonly id: Id; readonly title: string; readonly year: number } | null;
  readonly fields: readonly { readonly code: string; readonly name: string }[];
  readonly departments: readonly { readonly id: Id; readonly name: string }[];
  readonly targets: readonly { readonly id: Id; readonly text: string; readonly ours: boolean }[];
  /** Later days asked for and not decided. */
  readonly asked: number;
  /** Tells every change of the counts. */
  readonly countRevision: string;
}

/** Which plan is meant: by id, or the one of a year; undefined for all work of the unit. */
export interface PlanAsked {
  readonly planId?: Id | undefined;
  readonly year?: number | undefined;
}

/** The names an overview needs, by one statement; targets are those of its plan, or else of the newest in force. */
export async function loadOverviewFrame(
  db: Db,
  unitId: UnitId,
  today: PlainDate,
  { planId, year }: PlanAsked,
): Promise<OverviewFrame> {
  const asked = planId !== undefined || year !== undefined;
  const { rows } = await sql<OverviewFrame>`
    with shown as materialized (
      select p.id, p.title, p.year, p.version from plan p
      where p.unit_id = ${unitId} and p.version > 0
        and (${planId ?? null}::uuid is null or p.id = ${planId ?? null}::uuid)
        and (${year ?? null}::integer is null or p.year = ${year ?? null}::integer)
      order by p.year desc, p.id limit 1)
    select (select derived_for from work_day where unit_id = ${unitId}) as "derivedFor",
      (select jsonb_build_object('id', id, 'title', title, 'year', year) from shown where ${asked}) as plan,
      (select jsonb_agg(jsonb_build_object('code', code, 'name', name) order by position) from plan_field) as fields,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name)
          order by (d.valid_to is null or d.valid_to >= ${today}) desc, d.sort, d.name collate "vi-x-icu")
        from department d where d.unit_id = ${unitId}), '[]') as departments,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'text', t.content, 'ours', t.ours) order by t.position)
        from plan_target t join shown s on t.plan_id = s.id
        where t.unit_id = ${unitId} and t.from_version <= s.version and t.to_version > s.version), '[]') as targets,
      (select count(*)::integer from extension_request where unit_id = ${unitId} and state = 'asked') as asked,
      (select count(*) from work_count where unit_id = ${unitId}) || ' ' || coalesce((
        select w.id::text from work_count w where w.unit_id = ${unitId} order by w.id desc limit 1), '') as "countRevision"
    `.execute(db);
  const [frame] = rows;
  if (!frame) throw new Error('a statement without a row');
  return frame;
}
