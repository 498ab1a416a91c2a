import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { contentKey } from '../domain/content-key.ts';
import type { ProcedureContent } from '../domain/procedure-content.ts';
import { searchText } from '../domain/search-text.ts';

/** A version a unit adds. */
export interface NewVersion {
  readonly id: Id;
  readonly code: string;
  readonly effectiveFrom: PlainDate;
  readonly abolished: boolean;
  readonly successorCode: string | null;
  readonly content: ProcedureContent;
  readonly reason: string | null;
}

export interface Author {
  readonly at: string;
  readonly id: Id;
  readonly name: string;
}

const rowsAtOnce = 100;

/** The hash by which contents are compared. */
export function contentHashOf(content: ProcedureContent): string {
  return createHash('sha256').update(contentKey(content)).digest('hex');
}

/** Adds versions; one of a day that has one already becomes its next revision. Codes come once. */
export async function insertVersions(
  db: Db,
  unitId: UnitId,
  versions: readonly NewVersion[],
  by: Author,
): Promise<void> {
  if (versions.length === 0) return;
  const last = await lastRevisions(db, unitId, versions);
  const rows = versions.map((one) => ({
    unit_id: unitId,
    id: one.id,
    code: one.code,
    effective_from: one.effectiveFrom,
    revision: (last.get(`${one.code} ${one.effectiveFrom}`) ?? 0) + 1,
    abolished: one.abolished,
    successor_code: one.successorCode,
    name: one.content.name,
    field: one.content.field,
    decision: one.content.decision,
    content: JSON.stringify(one.content),
    content_hash: contentHashOf(one.content),
    fold: searchText(one.code, one.content),
    reason: one.reason,
    at: by.at,
    by: by.id,
    by_name: by.name,
  }));
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await db
      .insertInto('procedure_version')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
  }
}

async function lastRevisions(
  db: Db,
  unitId: UnitId,
  versions: readonly NewVersion[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; revision: number }>`
    select code || ' ' || effective_from::text as key, max(revision)::integer as revision from procedure_version
    where unit_id = ${unitId} and code = any (${versions.map((one) => one.code)}::text[])
    group by code, effective_from`.execute(db);
  return new Map(rows.map((row) => [row.key, row.revision]));
}
