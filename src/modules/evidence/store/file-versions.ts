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
  readonly at: string;
  readonly byId: Id | null;
  readonly byName: string;
  readonly note: string | null;
}

/** All versions, newest first; whoever reads them has been asked for rights. */
export async function versionsOf(ctx: Pick<Context, 'db' | 'unitId'>, evidenceId: Id): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select v.number, f.name, f.size, f.media_type as "mediaType", f.sha256, ${scanOfVersion} as scan,
      v.at, v.by_id as "byId", v.by_name as "byName", v.note
    from evidence_file v join file f on f.unit_id = v.unit_id and f.id = v.file_id
    where v.unit_id = ${ctx.unitId} and v.evidence_id = ${evidenceId} order by v.number desc`.execute(ctx.db);
  return rows;
}
