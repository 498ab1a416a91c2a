import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { Handover } from '../domain/handover.ts';

const mostActs = 200;

/**
 * Tasks as they stand, with all that a successor needs to go on with them. Who bears them is said by duty as it was on
 * the last day before the successor's first, for the posts themselves end with the unit.
 */
export async function listHandovers(
  db: Db,
  unitId: UnitId,
  taskIds: readonly Id[],
  firstDay: PlainDate,
): Promise<readonly { readonly id: Id; readonly content: Handover }[]> {
  const lastDay = sql`(${firstDay}::date - 1)`;
  const onLastDay = (table: string) => sql`${sql.ref(`${table}.valid_from`)} <= ${lastDay}
    and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} >= ${lastDay})`;
  /** The duties of a post, or of the posts that a person held. */
  const duties = (post: string, person: string) => sql`(
    select coalesce(jsonb_agg(y.code order by y.sort, y.code), '[]') from duty_post b
    join duty y on y.unit_id = b.unit_id and y.id = b.duty_id
    where b.unit_id = t.unit_id and ${onLastDay('b')} and (b.position_id = ${sql.ref(post)} or b.position_id in (
      select w.position_id from position_holder w
      where w.unit_id = t.unit_id and w.person_id = ${sql.ref(person)} and ${onLastDay('w')})))`;
  const { rows } = await sql<{ id: Id; content: Handover }>`
    select t.id, jsonb_build_object('unit', u.name, 'planYear', t.plan_year, 'parentId', t.parent_id, 'place', t.place,
      'number', t.number, 'fieldCode', t.field_code, 'content', t.content, 'weight', t.weight, 'urgency', t.urgency,
      'sourceWords', concat_ws('; ', p.title, t.source_words),
      'bearer', jsonb_build_object('duties', ${duties('t.position_id', 't.person_id')}, 'words', t.holder_name),
      'parts', (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'bearer', jsonb_build_object(
          'duties', ${duties('r.position_id', 'r.person_id')}, 'words', r.name)) order by r.id), '[]')
        from work_part r where r.unit_id = t.unit_id and r.task_id = t.id),
      'checks', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'place', c.place, 'content', c.content,
          'doneAt', c.done_at, 'doneBy', c.done_by_name) order by c.place, c.id), '[]')
        from work_check c where c.unit_id = t.unit_id and c.task_id = t.id),
      'obligations', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'title', o.title,
          'period', o.period, 'startsOn', o.starts_on, 'due', o.due, 'firstDue', o.first_due, 'dueWords', o.due_words,
          'dueSteps', o.due_steps, 'reviewOn', o.review_on, 'stage', o.stage, 'stageReason', o.stage_reason,
          'bearer', jsonb_build_object('duties', ${duties('o.position_id', 'o.person_id')}, 'words', t.holder_name))
          order by o.due nulls last, o.id), '[]')
        from obligation o where o.unit_id = t.unit_id and o.task_id = t.id and o.live),
      'history', (select coalesce(jsonb_agg(h.act order by h.act ->> 'at', h.id), '[]') from (
          select a.id, jsonb_build_object('title', o.title, 'at', to_char(a.at at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', a.by_name, 'act', a.act, 'reason', a.reason) as act
          from obligation o join obligation_act a on a.unit_id = o.unit_id and a.obligation_id = o.id
          where o.unit_id = t.unit_id and o.task_id = t.id order by a.at desc, a.id desc limit ${mostActs}) h)) as content
    from work_task t join unit u on u.id = t.unit_id left join plan p on p.unit_id = t.unit_id and p.id = t.plan_id
    where t.unit_id = ${unitId} and t.id = any(${[...taskIds]}::uuid[]) order by t.id`.execute(db);
  return rows;
}

/** What a merged unit handed over of one task, which this unit reads as its heir; undefined when it is not from there. */
export async function findHandover(
  db: Db,
  unitId: UnitId,
  taskId: Id,
): Promise<{ readonly handedOn: PlainDate; readonly content: Handover } | undefined> {
  const { rows } = await sql<{ handedOn: PlainDate; content: Handover }>`
    select h.handed_on as "handedOn", h.content from work_task t
    join work_handover h on h.unit_id = t.moved_from and h.task_id = t.id and h.successor_id = t.unit_id
    where t.unit_id = ${unitId} and t.id = ${taskId}`.execute(db);
  return rows[0];
}
