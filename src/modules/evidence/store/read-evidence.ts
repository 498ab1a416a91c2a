import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Context } from '#server/context.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import type { EvidenceViewer } from '#server/evidence-uses.ts';
import type { ScanState } from '../domain/rights.ts';
import type { EvidenceFields } from './evidence.ts';
import { visible } from './visible.ts';

/** A piece of evidence with the newest version of its file. */
export interface StoredEvidence extends Omit<EvidenceFields, 'documentKey'> {
  readonly id: Id;
  readonly signedAndNumbered: boolean;
  readonly fileNumber: number;
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly mediaType: string | null;
  readonly sha256: string | null;
  readonly scan: ScanState;
  readonly createdAt: string;
  readonly createdBy: Id | null;
  readonly createdByName: string;
  readonly version: number;
}

/** What the scanner said of a version `v` with the file `f`. */
export const scanOfVersion = sql<ScanState>`coalesce((select s.state from file_scan s
  where s.unit_id = v.unit_id and s.sha256 = f.sha256), case when v.scan_asked then 'waiting' else 'unscanned' end)`;

const columns = sql`e.id, e.kind, e.level, e.title, e.number, e.symbol, e.issued_on as "issuedOn",
  e.document_type as "documentType", e.issuer, e.signer, e.signed_and_numbered as "signedAndNumbered",
  e.file_number as "fileNumber", f.name as "fileName", f.size as "fileSize", f.media_type as "mediaType", f.sha256,
  ${scanOfVersion} as scan, e.created_at as "createdAt", e.created_by as "createdBy",
  e.created_by_name as "createdByName", e.version`;

const withFile = sql`left join evidence_file v on v.unit_id = e.unit_id and v.evidence_id = e.id and v.number = e.file_number
  left join file f on f.unit_id = v.unit_id and f.id = v.file_id`;

type Reader = EvidenceViewer & { readonly db: Db };

/** Those of the named that the viewer may read, in no order. */
export async function readableAmong(viewer: Reader, ids: readonly Id[]): Promise<StoredEvidence[]> {
  const { rows } = await sql<StoredEvidence>`select ${columns} from evidence e ${withFile}
    where e.unit_id = ${viewer.unitId} and e.id = any(${[...ids]}::uuid[]) and ${visible(viewer)}`.execute(viewer.db);
  return rows;
}

/** Evidence that the viewer may read; undefined for what does not exist and for what is not theirs to see. */
export async function findReadable(viewer: Reader, id: Id): Promise<StoredEvidence | undefined> {
  return (await readableAmong(viewer, [id]))[0];
}

/** As it is stored, whoever asks; for acts that have asked for rights, and for jobs. */
export async function evidenceByIds(
  ctx: Pick<Context, 'db' | 'unitId'>,
  ids: readonly Id[],
): Promise<StoredEvidence[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredEvidence>`select ${columns} from evidence e ${withFile}
    where e.unit_id = ${ctx.unitId} and e.id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return rows;
}

/** The document of that key, whoever asks. */
export async function findDocumentByKey(ctx: Context, key: string): Promise<StoredEvidence | undefined> {
  const { rows } = await sql<StoredEvidence>`select ${columns} from evidence e ${withFile}
    where e.unit_id = ${ctx.unitId} and e.document_key = ${key}`.execute(ctx.db);
  return rows[0];
}

export interface EvidenceFilter {
  readonly q?: string | undefined;
  readonly kind?: 'document' | 'file' | undefined;
  readonly mine?: 'yes' | undefined;
  readonly page: number;
  readonly size: number;
}

function conditionsOf(viewer: EvidenceViewer, filter: EvidenceFilter): RawBuilder<unknown> {
  const words = fold(filter.q ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 12)
    .map((word) => sql`e.fold like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const kind = filter.kind === 'document' ? [sql`e.kind = 'document'`] : filter.kind ? [sql`e.kind = 'file'`] : [];
  const mine = filter.mine ? [sql`e.created_by = ${viewer.session?.accountId ?? null}`] : [];
  return sql.join([sql`e.unit_id = ${viewer.unitId}`, visible(viewer), ...kind, ...mine, ...words], sql` and `);
}

/** A page of what the viewer may read, newest first (documents by their day of issue), and the number of all. */
export async function listReadable(
  viewer: Reader,
  filter: EvidenceFilter,
): Promise<{ rows: StoredEvidence[]; total: number }> {
  const conditions = conditionsOf(viewer, filter);
  const order = filter.kind === 'document' ? sql`e.issued_on desc, e.id desc` : sql`e.created_at desc, e.id desc`;
  const planned = sql.raw(filter.q ? plannedEachTime : '');
  const { rows } = await sql<StoredEvidence>`${planned} select ${columns} from (
      select e.* from evidence e where ${conditions} order by ${order}
      limit ${filter.size} offset ${(filter.page - 1) * filter.size}) e ${withFile} order by ${order}`.execute(
    viewer.db,
  );
  if (filter.page === 1 && rows.length < filter.size) return { rows, total: rows.length };
  const counted = await sql<{
    n: number;
  }>`${planned} select count(*)::integer as n from evidence e where ${conditions}`.execute(viewer.db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}
