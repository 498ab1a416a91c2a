import type { Db } from '../db.ts';

/** One act as screens show it. */
export interface LoggedAct {
  readonly id: string;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly record: { readonly type: string; readonly id: string };
  readonly before: unknown;
  readonly after: unknown;
  /** Reason, actorName and the like; empty when there was none or it was erased. */
  readonly context: Readonly<Record<string, unknown>>;
  /** True when the personal data behind the entry was erased; the entry itself stays provable. */
  readonly erased: boolean;
  /** Place in the tree of the unit; null until the sequencer has given one (at most a minute). */
  readonly index: number | null;
}

export interface LogFilter {
  /** Only acts on this record. */
  readonly record?: { readonly type: string; readonly id: string };
  /** Only acts before this entry: the last id of the page before. */
  readonly olderThan?: string;
  readonly most: number;
}

/** Acts of a unit, the newest first. */
export async function readLog(db: Db, unitId: string, filter: LogFilter): Promise<LoggedAct[]> {
  const { record, olderThan } = filter;
  let query = actsOf(db, unitId).limit(filter.most);
  if (record) query = query.where('e.record_type', '=', record.type).where('e.record_id', '=', record.id);
  if (olderThan) query = query.where('e.id', '<', olderThan);
  return (await query.execute()).map(loggedActOf);
}

/** These acts of a unit, the newest first. */
export async function readActs(db: Db, unitId: string, ids: readonly string[]): Promise<LoggedAct[]> {
  if (ids.length === 0) return [];
  return (await actsOf(db, unitId).where('e.id', 'in', ids).execute()).map(loggedActOf);
}

function actsOf(db: Db, unitId: string) {
  return db
    .selectFrom('log_entry as e')
    .leftJoin('log_detail as d', (join) => join.onRef('d.unit_id', '=', 'e.unit_id').onRef('d.entry_id', '=', 'e.id'))
    .leftJoin('log_sequence as s', (join) => join.onRef('s.unit_id', '=', 'e.unit_id').onRef('s.entry_id', '=', 'e.id'))
    .where('e.unit_id', '=', unitId)
    .selectAll('e')
    .select(['d.before', 'd.after', 'd.context', 'd.salt', 's.index'])
    .orderBy('e.id', 'desc');
}

type ActRow = Awaited<ReturnType<ReturnType<typeof actsOf>['execute']>>[number];

function loggedActOf(row: ActRow): LoggedAct {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    record: { type: row.record_type, id: row.record_id },
    before: row.before,
    after: row.after,
    context: isObject(row.context) ? row.context : {},
    erased: row.salt === null && (row.before_commitment ?? row.after_commitment ?? row.context_commitment) !== null,
    index: row.index,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
