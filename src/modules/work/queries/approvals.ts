import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { joinTask, type ObligationRecord, recordColumns } from './obligation-record.ts';

/** Something that waits for a decision. */
export interface WaitingRecord {
  readonly of: 'submission' | 'extension';
  /** The submission or the request. */
  readonly itemId: Id;
  readonly approverId: Id;
  readonly route: 'check' | 'approve';
  readonly obligation: ObligationRecord;
}

export interface ApprovalsAsked {
  readonly unitId: UnitId;
  /** The posts that decide. */
  readonly positions: readonly Id[];
  readonly kind: 'all' | 'submission' | 'extension';
  readonly limit: number;
  readonly offset: number;
}

type Row = Omit<WaitingRecord, 'obligation'> & { readonly total: number } & ObligationRecord;

/** A page of what waits for these posts, by the due day, with the number of all. */
export async function listApprovalsOf(
  db: Db,
  { unitId, positions, kind, limit, offset }: ApprovalsAsked,
): Promise<{ readonly rows: readonly WaitingRecord[]; readonly total: number }> {
  const { rows } = await sql<Row>`
    with waiting as (
      select 'submission' as of, s.id as item_id, o.id, o.due, s.approver_id, coalesce(s.route, 'approve') as route
      from obligation o
      join submission s on s.unit_id = o.unit_id and s.obligation_id = o.id and s.state = 'submitted'
      where o.unit_id = ${unitId} and o.stage = 'submitted' and o.approver_id = any(${positions}::uuid[])
        and ${kind !== 'extension'}
      union all
      select 'extension', e.id, o.id, o.due, e.approver_id, 'approve'
      from extension_request e join obligation o on o.unit_id = e.unit_id and o.id = e.obligation_id
      where e.unit_id = ${unitId} and e.state = 'asked' and e.approver_id = any(${positions}::uuid[])
        and ${kind !== 'submission'})
    select p.of, p.item_id as "itemId", p.approver_id as "approverId", p.route, ${recordColumns},
      (select count(*)::integer from waiting) as total
    from (select * from waiting order by due, item_id limit ${limit} offset ${offset}) p
    join obligation o on o.unit_id = ${unitId} and o.id = p.id ${joinTask}
    order by o.due, p.item_id`.execute(db);
  const total = rows[0]?.total ?? (offset === 0 ? 0 : await countOf(db, { unitId, positions, kind }));
  return {
    total,
    rows: rows.map(({ of, itemId, approverId, route, total: _total, ...obligation }) => ({
      of,
      itemId,
      approverId,
      route,
      obligation,
    })),
  };
}

/** Asked only beyond the last page. */
async function countOf(db: Db, asked: Pick<ApprovalsAsked, 'unitId' | 'positions' | 'kind'>): Promise<number> {
  return (await listApprovalsOf(db, { ...asked, limit: 1, offset: 0 })).total;
}
