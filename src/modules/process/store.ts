import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { addDays } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { ProcessBody, VersionSource } from './domain/process.ts';

export interface NewProcess {
  readonly id: Id;
  readonly procedureCode: string;
  readonly caseCode: string;
  readonly name: string;
}

/** Adds processes; one that its procedure and case have already is left as it is and not among the ids given back. */
export async function insertProcesses(
  db: Db,
  unitId: UnitId,
  at: string,
  processes: readonly NewProcess[],
): Promise<readonly Id[]> {
  if (processes.length === 0) return [];
  const rows = await db
    .insertInto('process')
    .values(
      processes.map(({ id, procedureCode, caseCode, name }) => ({
        unit_id: unitId,
        id,
        procedure_code: procedureCode,
        case_code: caseCode,
        name,
        fold: fold(`${procedureCode} ${caseCode} ${name}`),
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['unit_id', 'procedure_code', 'case_code']).doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id as Id);
}

export interface NewVersion {
  readonly id: Id;
  readonly processId: Id;
  readonly number: number;
  readonly source: VersionSource;
  readonly exampleOf: string | null;
  readonly citation: string;
  readonly note: string;
  readonly body: ProcessBody;
}

/** Who makes it, and when. */
export interface Maker {
  readonly at: string;
  readonly by: Id | null;
  readonly byName: string;
}

/** Adds drafts with their steps and links, in three statements. */
export async function insertVersions(
  db: Db,
  unitId: UnitId,
  maker: Maker,
  versions: readonly NewVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  await db
    .insertInto('process_version')
    .values(
      versions.map((version) => ({
        unit_id: unitId,
        id: version.id,
        process_id: version.processId,
        number: version.number,
        source: version.source,
        example_of: version.exampleOf,
        citation: version.citation,
        note: version.note,
        ...declaredColumns(version.body),
        created_at: maker.at,
        created_by: maker.by,
        created_name: maker.byName,
      })),
    )
    .execute();
  await insertBodies(
    db,
    unitId,
    versions.map(({ id, body }) => ({ id, body })),
  );
}

async function insertBodies(
  db: Db,
  unitId: UnitId,
  versions: readonly { readonly id: Id; readonly body: ProcessBody }[],
): Promise<void> {
  const steps = versions.flatMap(({ id, body }) => stepRows(unitId, id, body));
  const links = versions.flatMap(({ id, body }) => linkRows(unitId, id, body));
  if (steps.length > 0) await db.insertInto('process_step').values(steps).execute();
  if (links.length > 0) await db.insertInto('process_link').values(links).execute();
}

function declaredColumns({ declared }: ProcessBody) {
  return { term_unit: declared?.unit ?? null, term_milli: declared?.milli ?? null };
}

function stepRows(unitId: UnitId, versionId: Id, { steps }: ProcessBody) {
  return steps.map((step) => ({
    unit_id: unitId,
    version_id: versionId,
    no: step.no,
    name: step.name,
    level: step.level,
    actor: step.actor,
    actor_words: step.actorWords,
    position_id: step.positionId,
    norm_unit: step.norm?.unit ?? null,
    norm_milli: step.norm?.milli ?? null,
    counted: step.counted,
    product: step.product,
    recallable: step.recallable,
    joint: step.joint,
    final: step.final,
  }));
}

function linkRows(unitId: UnitId, versionId: Id, { links }: ProcessBody) {
  return links.map((link, index) => ({
    unit_id: unitId,
    version_id: versionId,
    sort: index + 1,
    kind: link.kind,
    from_no: link.from,
    to_no: link.to,
    condition: link.condition,
    condition_holds: link.holds,
  }));
}

export interface SavedDraft {
  readonly body: ProcessBody;
  readonly citation: string;
  readonly note: string;
}

/** Writes a draft anew; false when it is no draft of that version any more. */
export async function saveDraft(
  db: Db,
  unitId: UnitId,
  id: Id,
  version: number,
  { body, citation, note }: SavedDraft,
): Promise<boolean> {
  const done = await db
    .updateTable('process_version')
    .set({ citation, note, ...declaredColumns(body), version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!done) return false;
  await db.deleteFrom('process_link').where('unit_id', '=', unitId).where('version_id', '=', id).execute();
  await db.deleteFrom('process_step').where('unit_id', '=', unitId).where('version_id', '=', id).execute();
  await insertBodies(db, unitId, [{ id, body }]);
  return true;
}

export interface InForce {
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly citation: string;
  readonly warningsReason: string | null;
  readonly warnings: readonly string[];
  readonly maker: Maker;
}

/** Ends the version that holds on the day before, then puts the draft into force. */
export async function putInForce(
  db: Db,
  unitId: UnitId,
  { id, processId, version }: { readonly id: Id; readonly processId: Id; readonly version: number },
  given: InForce,
): Promise<boolean> {
  await db
    .updateTable('process_version')
    .set((on) => ({ effective_to: addDays(given.effectiveFrom, -1), version: on('version', '+', 1) }))
    .where('unit_id', '=', unitId)
    .where('process_id', '=', processId)
    .where('state', '=', 'in-force')
    .where('effective_from', '<', given.effectiveFrom)
    .where((on) => on.or([on('effective_to', 'is', null), on('effective_to', '>=', given.effectiveFrom)]))
    .execute();
  const done = await db
    .updateTable('process_version')
    .set({
      state: 'in-force',
      effective_from: given.effectiveFrom,
      effective_to: given.effectiveTo,
      citation: given.citation,
      warnings_reason: given.warningsReason,
      warnings_accepted: given.warnings.length > 0 ? JSON.stringify(given.warnings) : null,
      put_in_force_at: given.maker.at,
      put_in_force_by: given.maker.by,
      put_in_force_name: given.maker.byName,
      version: version + 1,
    })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}

/** Changes the last day of a version in force, or discards a draft; refused as stale when it has moved on. */
export async function closeVersion(
  db: Db,
  unitId: UnitId,
  id: Id,
  version: number,
  change: { readonly effectiveTo: PlainDate } | { readonly discarded: true },
): Promise<void> {
  const isEnd = 'effectiveTo' in change;
  const done = await db
    .updateTable('process_version')
    .set({ version: version + 1, ...(isEnd ? { effective_to: change.effectiveTo } : { state: 'discarded' }) })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', isEnd ? 'in-force' : 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!done) fail('stale-version', {}, 409);
}
