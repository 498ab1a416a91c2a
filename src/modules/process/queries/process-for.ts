import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';
import type { Db } from '#server/db.ts';
import { makeDefaultProcess } from '../domain/default-process.ts';
import type { ProcessVersion } from '../domain/process.ts';
import { bodyColumns, toVersion } from './stored-version.ts';

/** Name of a process that nobody put into force. */
const defaultName = 'Quy trình mặc định, chưa ban hành';

/**
 * The version in force for a case of a procedure on a day: of the case itself, else of every case of the procedure, else
 * the default process made from the legal term (without one, none of its steps is counted). The default has `id` null and
 * `source` `default`; it is the same for the same term, so a dossier keeps its term and asks again.
 */
export async function getProcessFor(
  db: Db,
  unitId: UnitId,
  procedureCode: string,
  caseCode: string,
  day: PlainDate,
  term: Term | null = null,
): Promise<ProcessVersion> {
  const row = await db
    .selectFrom('process_version as v')
    .innerJoin('process as p', (join) => join.onRef('p.unit_id', '=', 'v.unit_id').onRef('p.id', '=', 'v.process_id'))
    .select(bodyColumns)
    .where('v.unit_id', '=', unitId)
    .where('p.procedure_code', '=', procedureCode)
    .where('p.case_code', 'in', [caseCode, ''])
    .where('v.state', '=', 'in-force')
    .where('v.effective_from', '<=', day)
    .where((on) => on.or([on('v.effective_to', 'is', null), on('v.effective_to', '>=', day)]))
    .orderBy((on) => on('p.case_code', '=', ''))
    .limit(1)
    .executeTakeFirst();
  return row ? toVersion(row) : defaultVersion(procedureCode, caseCode, term);
}

/** A version a dossier began under, whatever has followed it since; undefined when the unit has no such version. */
export async function findProcessVersion(db: Db, unitId: UnitId, id: Id): Promise<ProcessVersion | undefined> {
  const row = await db
    .selectFrom('process_version as v')
    .innerJoin('process as p', (join) => join.onRef('p.unit_id', '=', 'v.unit_id').onRef('p.id', '=', 'v.process_id'))
    .select(bodyColumns)
    .where('v.unit_id', '=', unitId)
    .where('v.id', '=', id)
    .executeTakeFirst();
  return row && toVersion(row);
}

function defaultVersion(procedureCode: string, caseCode: string, term: Term | null): ProcessVersion {
  return {
    ...makeDefaultProcess(term),
    id: null,
    procedureCode,
    caseCode,
    name: defaultName,
    number: 0,
    state: 'draft',
    source: 'default',
    citation: '',
    effectiveFrom: null,
    effectiveTo: null,
  };
}
