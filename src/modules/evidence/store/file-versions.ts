import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { ScanState } from '../domain/rights.ts';
import { scanOfVersion } from './read-evidence.ts';

/** A version of the file of a piece of evidence. */
export interface StoredVersion {
  readonly number: number;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly scan: ScanState;
  /** What the scanner found in it. */
  readonly found: string | null;
  readonly at: string;
  readonly byId: Id | null;
  readonly byName: string;
  readonly note: string | null;
}

/** All versions, newest first; whoever reads them has been asked for rights. */
export async function versionsOf(ctx: Pick<Context, 'db' | 'unitId'>, evidenceId: Id): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select v.number, f.name, f.size, f.media_type as "mediaType", f.sha256, ${scanOfVersion} as scan,
      (select s.found from file_scan s where s.unit_id = v.unit_id and s.sha256 = f.sha256) as found, v.at, v.by_id as "byId", v.by_name as "byName", v.note
    from evidence_file v join file f on f.unit_id = v.unit_id and f.id = v.file_id
    where v.unit_id = ${ctx.unitId} and v.evidence_id = ${evidenceId} order by v.number desc`.execute(ctx.db);
  return rows;
}

/** One version; undefined when there is none of this number. */
export async function findVersion(
  ctx: Pick<Context, 'db' | 'unitId'>,
  evidenceId: Id,
  number: number,
): Promise<StoredVersion | undefined> {
  return (await versionsOf(ctx, evidenceId)).find((version) => version.number === number);
}

/** The hash that the log says the version had when it came; undefined when that detail was erased. */
export async function loggedHash(
  ctx: Pick<Context, 'db' | 'unitId'>,
  evidenceId: Id,
  number: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ sha256: string | null }>`
    select d.after ->> 'sha256' as sha256 from log_entry e
    join log_detail d on d.unit_id = e.unit_id and d.entry_id = e.id
    where e.unit_id = ${ctx.unitId} and e.record_type = 'evidence' and e.record_id = ${evidenceId}::text
      and e.action in ('evidence.entered', 'evidence.file-added')
      and d.after ->> 'fileNumber' = ${number}::integer::text
    order by e.id limit 1`.execute(ctx.db);
  return rows[0]?.sha256 ?? undefined;
}
