import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { ProcessVersion } from '../domain/process.ts';
import { bodyColumns, toVersion } from './stored-version.ts';

/** A version with what its screens and rules need besides its body. */
export interface VersionRow extends ProcessVersion {
  readonly id: Id;
  readonly processId: Id;
  readonly exampleOf: string | null;
  readonly note: string;
  readonly warningsReason: string | null;
  readonly putInForceAt: string | null;
  readonly putInForceName: string | null;
  readonly createdAt: string;
  readonly createdName: string;
  readonly version: number;
}

interface Asked {
  readonly ids?: readonly Id[];
  readonly processIds?: readonly Id[];
}

/** Versions by their ids, or all of some processes, the newest of a process first. */
export async function versionRows(db: Db, unitId: UnitId, asked: Asked): Promise<VersionRow[]> {
  const rows = await db
    .selectFrom('process_version as v')
    .innerJoin('process as p', (join) => join.onRef('p.unit_id', '=', 'v.unit_id').onRef('p.id', '=', 'v.process_id'))
    .select(bodyColumns)
    .select([
      'v.process_id',
      'v.example_of',
      'v.note',
      'v.warnings_reason',
      'v.put_in_force_at',
      'v.put_in_force_name',
      'v.created_at',
      'v.created_name',
      'v.version',
    ])
    .where('v.unit_id', '=', unitId)
    .$if(asked.ids !== undefined, (query) => query.where('v.id', 'in', orNone(asked.ids)))
    .$if(asked.processIds !== undefined, (query) => query.where('v.process_id', 'in', orNone(asked.processIds)))
    .orderBy('v.process_id')
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...toVersion(row),
    id: row.id as Id,
    processId: row.process_id as Id,
    exampleOf: row.example_of,
    note: row.note,
    warningsReason: row.warnings_reason,
    putInForceAt: row.put_in_force_at as string | null,
    putInForceName: row.put_in_force_name,
    createdAt: row.created_at as string,
    createdName: row.created_name,
    version: row.version,
  }));
}

const nobody = '00000000-0000-0000-0000-000000000000' as Id;

/** `in ()` is no SQL. */
function orNone(ids: readonly Id[] | undefined): Id[] {
  return ids && ids.length > 0 ? [...ids] : [nobody];
}

/** What every list and page says of a version. */
export function headOf(row: VersionRow) {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    source: row.source,
    exampleOf: row.exampleOf,
    citation: row.citation,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    putInForceAt: row.putInForceAt,
    putInForceName: row.putInForceName,
    createdAt: row.createdAt,
    createdName: row.createdName,
    version: row.version,
    stepCount: row.steps.length,
  };
}

/** True when the version is in force on the day. */
export function holdsOn(row: VersionRow, day: PlainDate): boolean {
  if (row.state !== 'in-force' || row.effectiveFrom === null || row.effectiveFrom > day) return false;
  return row.effectiveTo === null || row.effectiveTo >= day;
}
