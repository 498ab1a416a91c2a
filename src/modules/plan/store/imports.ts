import { type Selectable, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlanImport } from '#server/db.gen.ts';
import type { Db } from '#server/db.ts';
import type { Contradiction } from '../domain/contradictions/contradiction.ts';
import type { PlanReading } from '../domain/reading/plan-reading.ts';

export type ImportState = 'reading' | 'review' | 'accepted' | 'refused' | 'discarded';

/** An import as lists need it, with the name and size of its file. */
export interface ListedImport
  extends Omit<Selectable<PlanImport>, 'document' | 'original' | 'reading' | 'doubts' | 'refusal_params' | 'state'> {
  readonly state: ImportState;
  readonly refusal_params: Readonly<Record<string, string | number>> | null;
  readonly file_name: string;
  readonly file_size: number;
}

/** An import with what was read, without its document. */
export interface StoredImport extends ListedImport {
  readonly reading: PlanReading | null;
  readonly doubts: readonly Contradiction[];
}

function imports(db: Db, unitId: UnitId) {
  return db
    .selectFrom('plan_import as i')
    .innerJoin('file as f', (join) => join.onRef('f.unit_id', '=', 'i.unit_id').onRef('f.id', '=', 'i.file_id'))
    .where('i.unit_id', '=', unitId)
    .select([
      'i.unit_id',
      'i.id',
      'i.file_id',
      'i.sha256',
      'i.state',
      'i.progress',
      'i.step',
      'i.readings',
      'i.refusal_code',
      'i.refusal_params',
      'i.format',
      'i.line_count',
      'i.blocking_count',
      'i.open_count',
      'i.unread_count',
      'i.title',
      'i.year',
      'i.issuer',
      'i.plan_id',
      'i.plan_version',
      'i.fold',
      'i.version',
      'i.created_at',
      'i.created_by',
      'i.created_by_name',
      'f.name as file_name',
      'f.size as file_size',
    ]);
}

/** An import without what was read, for whoever asks often; undefined when the unit has none of this id. */
export async function findImportHead(db: Db, unitId: UnitId, id: Id): Promise<ListedImport | undefined> {
  return await imports(db, unitId).where('i.id', '=', id).$castTo<ListedImport>().executeTakeFirst();
}

/** An import with what was read; undefined when the unit has none of this id. */
export async function findImport(db: Db, unitId: UnitId, id: Id): Promise<StoredImport | undefined> {
  return await imports(db, unitId)
    .select(['i.reading', 'i.doubts'])
    .where('i.id', '=', id)
    .$castTo<StoredImport>()
    .executeTakeFirst();
}

/** As `findImport`, and no other write changes it until this one has ended. */
export async function findImportForWrite(db: Db, unitId: UnitId, id: Id): Promise<StoredImport | undefined> {
  return await imports(db, unitId)
    .select(['i.reading', 'i.doubts'])
    .where('i.id', '=', id)
    .forUpdate('i')
    .$castTo<StoredImport>()
    .executeTakeFirst();
}

/** The living import of a file with these bytes. */
export async function findImportOfFile(db: Db, unitId: UnitId, sha256: string) {
  return await imports(db, unitId)
    .where('i.sha256', '=', sha256)
    .where('i.state', '<>', 'discarded')
    .$castTo<ListedImport>()
    .executeTakeFirst();
}

/** A page of imports, newest first, without what was read. */
export async function listImportsOf(
  db: Db,
  unitId: UnitId,
  asked: {
    readonly page: number;
    readonly size: number;
    readonly state?: ImportState | undefined;
    readonly folded: string;
  },
) {
  let found = imports(db, unitId);
  if (asked.state) found = found.where('i.state', '=', asked.state);
  if (asked.folded !== '') found = found.where('i.fold', 'like', `%${asked.folded.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await found
    .select(sql<number>`count(*) over ()::integer`.as('total'))
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .$castTo<ListedImport & { readonly total: number }>()
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}

/** The lines and blocks of the document, packed; null before it was read. */
export async function findDocument(db: Db, unitId: UnitId, id: Id): Promise<Buffer | null | undefined> {
  const row = await db
    .selectFrom('plan_import')
    .select('document')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.document as Buffer | null | undefined;
}

export interface NewImport {
  readonly id: Id;
  readonly fileId: Id;
  readonly sha256: string;
  readonly fileName: string;
  readonly fold: string;
  readonly at: string;
  readonly by: Id | null;
  readonly byName: string;
}

/** The words of the partial index: as a parameter, a plan made for any value could not match them. */
const isLiving = sql<boolean>`state <> 'discarded'`;

/** Enters an import, unless another act entered the same file meanwhile: then false. */
export async function insertImport(db: Db, unitId: UnitId, made: NewImport): Promise<boolean> {
  const row = await db
    .insertInto('plan_import')
    .values({
      unit_id: unitId,
      id: made.id,
      file_id: made.fileId,
      sha256: made.sha256,
      state: 'reading',
      fold: made.fold,
      readings: 1,
      created_at: made.at,
      created_by: made.by,
      created_by_name: made.byName,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'sha256']).where(isLiving).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What of an import changes; jsonb is written as it is given. */
export type ImportChange = Partial<{
  state: ImportState;
  progress: number;
  step: string | null;
  readings: number;
  refusal_code: string | null;
  refusal_params: string | null;
  format: string;
  document: Buffer;
  line_count: number;
  original: string;
  reading: string;
  doubts: string;
  blocking_count: number;
  open_count: number;
  unread_count: number;
  title: string;
  year: number | null;
  issuer: string;
  plan_id: Id;
  plan_version: number;
  fold: string;
}>;

/** Changes an import and counts its version; gives the new one. */
export async function updateImport(db: Db, unitId: UnitId, id: Id, change: ImportChange): Promise<number> {
  const row = await db
    .updateTable('plan_import')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Tells how far the reading is; no change of the record that people work on. */
export async function setProgress(db: Db, unitId: UnitId, id: Id, progress: number, step: string): Promise<void> {
  await db
    .updateTable('plan_import')
    .set({ progress, step })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute();
}
