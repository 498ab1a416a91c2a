import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from './context.ts';
import type { Db } from './db.ts';

/** Who asks, when what uses evidence is listed. */
export type EvidenceViewer = Pick<Context, 'unitId' | 'session' | 'may' | 'today'>;

/** What a module tells of the evidence its records use. */
export interface EvidenceUses {
  /**
   * A statement that gives every use of the viewer's unit as (evidence_id, record_type, record_id, title, at, readable):
   * `title` names the record in words, `readable` says whether this viewer may read the evidence because of the use.
   */
  readonly select: (viewer: EvidenceViewer) => RawBuilder<unknown>;
  /** The screen of such a record, below `/lam-viec`. */
  readonly path: (record: { readonly type: string; readonly id: string }) => string;
}

/** One record that uses a piece of evidence. */
export interface EvidenceUse {
  readonly evidenceId: Id;
  readonly recordType: string;
  readonly recordId: string;
  readonly title: string;
  readonly at: string;
  readonly path: string;
}

const known = new Map<string, EvidenceUses>();

/** Adds what a module uses. */
export function addEvidenceUses(module: string, uses: EvidenceUses): void {
  known.set(module, uses);
}

/** A condition: some record that this viewer may read uses the evidence of that id. */
export function usedReadably(viewer: EvidenceViewer, evidenceId: RawBuilder<unknown>): RawBuilder<boolean> {
  const each = [...known.values()].map(
    (uses) => sql`exists (select from (${uses.select(viewer)}) u where u.evidence_id = ${evidenceId} and u.readable)`,
  );
  return each.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** The records that use a piece of evidence and that this viewer may read, newest first. */
export async function readableUses(db: Db, viewer: EvidenceViewer, evidenceId: Id): Promise<EvidenceUse[]> {
  const found: EvidenceUse[] = [];
  for (const uses of known.values()) {
    const { rows } = await sql<Omit<EvidenceUse, 'path'>>`
      select u.evidence_id as "evidenceId", u.record_type as "recordType", u.record_id::text as "recordId", u.title, u.at
      from (${uses.select(viewer)}) u where u.evidence_id = ${evidenceId} and u.readable
      order by u.at desc limit 500`.execute(db);
    found.push(...rows.map((row) => ({ ...row, path: uses.path({ type: row.recordType, id: row.recordId }) })));
  }
  return found;
}
