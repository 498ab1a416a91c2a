import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { DueRule } from '../domain/due-rule.ts';

/** The version of a plan that is in force. */
export interface PlanInForce {
  readonly id: Id;
  readonly year: number;
  readonly version: number;
  readonly title: string;
  readonly decisionNumber: string | null;
  readonly decisionDate: PlainDate | null;
}

/** A task of a version with all that working on it takes. */
export interface PlannedWork {
  readonly id: Id;
  readonly place: string;
  readonly number: string;
  readonly fieldCode: string | null;
  readonly content: string;
  readonly ours: boolean;
  readonly outputs: readonly { readonly id: Id; readonly content: string }[];
  readonly rules: readonly { readonly id: Id; readonly outputId: Id | null; readonly rule: DueRule }[];
  readonly roles: readonly {
    readonly role: 'lead' | 'coordinator' | 'other';
    readonly roleText: string;
    readonly written: string;
    readonly kind: 'position' | 'department' | 'group' | 'external' | 'unknown';
    readonly recordId: Id | null;
  }[];
}

/** The plans of a unit that are in force; with an id only that one. */
export async function listPlansInForce(db: Db, unitId: UnitId, planId?: Id): Promise<readonly PlanInForce[]> {
  return await db
    .selectFrom('plan as p')
    .innerJoin('plan_version as v', (join) =>
      join.onRef('v.unit_id', '=', 'p.unit_id').onRef('v.plan_id', '=', 'p.id').onRef('v.version', '=', 'p.version'),
    )
    .where('p.unit_id', '=', unitId)
    .where('p.version', '>', 0)
    .$if(planId !== undefined, (query) => query.where('p.id', '=', planId ?? ''))
    .select(['p.id', 'p.year', 'p.version', 'v.title', 'v.decision_number as decisionNumber'])
    .select('v.decision_date as decisionDate')
    .orderBy('p.year')
    .$castTo<PlanInForce>()
    .execute();
}

/** So many tasks of a version by id, after one; who they name stands as the organisation is known now. */
export async function listPlannedWork(
  db: Db,
  unitId: UnitId,
  plan: Pick<PlanInForce, 'id' | 'version'>,
  after: Id | null,
  limit: number,
): Promise<readonly PlannedWork[]> {
  const inVersion = (table: string) =>
    sql`${sql.ref(`${table}.unit_id`)} = t.unit_id and ${sql.ref(`${table}.task_id`)} = t.id
      and ${sql.ref(`${table}.from_version`)} <= ${plan.version} and ${sql.ref(`${table}.to_version`)} > ${plan.version}`;
  const { rows } = await sql<PlannedWork>`
    select t.id, t.place, t.number, t.field_code as "fieldCode", t.content, t.ours,
      (select coalesce(json_agg(json_build_object('id', o.id, 'content', o.content) order by o.position, o.id), '[]')
        from plan_output o where ${inVersion('o')}) as outputs,
      (select coalesce(json_agg(json_build_object('id', r.id, 'outputId', r.output_id, 'rule', r.rule)
          order by r.position, r.id), '[]')
        from plan_due_rule r where ${inVersion('r')}) as rules,
      (select coalesce(json_agg(json_build_object('role', w.role, 'roleText', w.role_text, 'written', w.written,
          'kind', h.kind, 'recordId', h.record_id) order by w.position, w.id), '[]')
        from plan_role w join plan_holder h on h.unit_id = w.unit_id and h.words = w.words
        where ${inVersion('w')}) as roles
    from plan_task t
    where t.unit_id = ${unitId} and t.plan_id = ${plan.id}
      and t.from_version <= ${plan.version} and t.to_version > ${plan.version}
      and t.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by t.id limit ${limit}`.execute(db);
  return rows;
}
