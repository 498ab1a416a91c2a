import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { plannedEachTime } from '#server/db.ts';
import type { ProcessRow } from '../contract/processes.ts';
import { checkProcess } from '../domain/check/check-process.ts';
import { keyOf, legalTermsOf } from './legal-term.ts';
import { headOf, holdsOn, type VersionRow, versionRows } from './version-rows.ts';

export interface AskedProcesses {
  readonly page: number;
  readonly size: number;
  readonly q?: string | undefined;
  readonly state?: 'in-force' | 'draft' | 'example' | undefined;
  readonly sort?: string | undefined;
}

interface Head {
  readonly id: Id;
  readonly procedureCode: string;
  readonly caseCode: string;
  readonly name: string;
  readonly total: number;
}

/** A page of processes, each with the version to look at and how much there is to be said of it on the day. */
export async function processRows(
  db: Db,
  unitId: UnitId,
  day: PlainDate,
  asked: AskedProcesses,
): Promise<{ rows: ProcessRow[]; total: number }> {
  const heads = await readHeads(db, unitId, day, asked);
  const versions = await versionRows(db, unitId, { processIds: heads.map((head) => head.id) });
  const terms = await legalTermsOf(db, unitId, heads, day);
  const rows = heads.flatMap(({ total: _, ...head }) => {
    const own = versions.filter((version) => version.processId === head.id);
    const inForce = own.find((version) => holdsOn(version, day));
    const shown = versionToShow(own, day);
    if (!shown) return [];
    const days = { from: shown.effectiveFrom, to: shown.effectiveTo };
    const findings = checkProcess(shown, terms.get(keyOf(head)) ?? null, days);
    const errors = findings.filter((finding) => finding.severity === 'error').length;
    return [
      {
        ...head,
        inForce: inForce
          ? {
              id: inForce.id,
              number: inForce.number,
              effectiveFrom: inForce.effectiveFrom,
              citation: inForce.citation,
            }
          : null,
        shown: headOf(shown),
        errors,
        warnings: findings.length - errors,
      },
    ];
  });
  return { rows, total: heads[0]?.total ?? 0 };
}

/** The draft, else what is in force on the day, else the newest; given the newest first. */
export function versionToShow(versions: readonly VersionRow[], day: PlainDate): VersionRow | undefined {
  return (
    versions.find((version) => version.state === 'draft') ??
    versions.find((version) => holdsOn(version, day)) ??
    versions.find((version) => version.state !== 'discarded') ??
    versions[0]
  );
}

async function readHeads(db: Db, unitId: UnitId, day: PlainDate, asked: AskedProcesses): Promise<Head[]> {
  const { page, size, q = '', state, sort = 'procedureCode' } = asked;
  const pattern = `%${fold(q).replace(/[\\%_]/g, '\\$&')}%`;
  const has = (condition: ReturnType<typeof sql>) =>
    sql`exists (select 1 from process_version v where v.unit_id = p.unit_id and v.process_id = p.id and ${condition})`;
  const wanted =
    state === 'in-force'
      ? has(
          sql`v.state = 'in-force' and v.effective_from <= ${day} and (v.effective_to is null or v.effective_to >= ${day})`,
        )
      : state === 'draft'
        ? has(sql`v.state = 'draft' and v.source <> 'example'`)
        : state === 'example'
          ? has(sql`v.source = 'example'`)
          : sql`true`;
  const column = sort.endsWith('name') ? sql`p.name collate "vi-x-icu"` : sql`p.procedure_code`;
  const order = sort.startsWith('-') ? sql`${column} desc` : column;
  const { rows } = await sql<Head>`${sql.raw(plannedEachTime)}
    select p.id, p.procedure_code as "procedureCode", p.case_code as "caseCode", p.name, count(*) over ()::integer as total
    from process p
    where p.unit_id = ${unitId} and ${q === '' ? sql`true` : sql`p.fold like ${pattern}`} and ${wanted}
    order by ${order}, p.case_code, p.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  return rows;
}
