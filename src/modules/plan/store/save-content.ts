import { createHash } from 'node:crypto';
import { type Id, isUuid, type UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { ContentTask, Part, PlanContent } from '../domain/version/plan-content.ts';
import { emptyContent, parts, rowsOf } from '../domain/version/plan-content.ts';
import { changeOfRow } from '../domain/version/version-diff.ts';
import { insertInParts } from './insert-in-parts.ts';
import { isOneOf } from './is-one-of.ts';
import type { RowState, StoredContent } from './load-content.ts';
import { tableOfPart } from './load-content.ts';
import { rowInserts } from './row-inserts.ts';
import { ChildrenToSave } from './save-children.ts';

/** The version that is written, in which plan. */
export interface VersionToSave {
  readonly unitId: UnitId;
  readonly planId: Id;
  readonly version: number;
  readonly year: number;
}

/** Gives every row and output that is not yet in the plan an id, and makes links follow. */
export function withIds(content: PlanContent, newId: () => Id): PlanContent {
  const made = new Map<string, string>();
  const idOf = (key: string): string => {
    if (isUuid(key)) return key;
    const id = made.get(key) ?? newId();
    made.set(key, id);
    return id;
  };
  const keyed = <T extends { readonly key: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, key: idOf(row.key) }));
  return {
    header: content.header,
    appendices: keyed(content.appendices),
    statements: keyed(content.statements),
    targets: keyed(content.targets),
    tasks: keyed(content.tasks).map((task) => ({
      ...task,
      appendixKey: task.appendixKey === null ? null : idOf(task.appendixKey),
      outputs: keyed(task.outputs),
      dues: task.dues.map((due) => ({ ...due, outputKey: due.outputKey === null ? null : idOf(due.outputKey) })),
    })),
    narrative: keyed(content.narrative).map((item) => ({ ...item, taskKeys: item.taskKeys.map(idOf) })),
    responsibilities: keyed(content.responsibilities),
    reportDuties: keyed(content.reportDuties),
  };
}

/** SHA-256 of everything a version says. */
export function contentHash(content: PlanContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

const nothing: StoredContent = {
  content: emptyContent({ title: '', year: 0, issuer: '', issuerLevel: '', decisionText: null }),
  states: new Map(),
  children: new Map(),
};

/**
 * Writes `after` (all its keys are ids) as a version: rows that say what they said stay as they are, others end and begin
 * anew in this version. `before` is what was stored, of the version before or of the draft itself; undefined for the first.
 */
export async function saveContent(
  db: Db,
  to: VersionToSave,
  before: StoredContent | undefined,
  after: PlanContent,
): Promise<void> {
  const stored = before ?? nothing;
  await saveIdentities(db, to, stored, after);
  const children = new ChildrenToSave(to, stored);
  for (const part of parts) await savePart(db, to, part, stored, after, children);
  await children.write(db);
}

async function saveIdentities(db: Db, to: VersionToSave, before: StoredContent, after: PlanContent): Promise<void> {
  const known = new Set<string>(before.states.keys());
  for (const task of before.content.tasks) for (const output of task.outputs) known.add(output.key);
  const identity = (part: Part | 'output', id: string) => ({
    unit_id: to.unitId,
    id,
    plan_id: to.planId,
    part,
  });
  const made = parts.flatMap((part) =>
    rowsOf(after, part)
      .filter((row) => !known.has(row.key))
      .map((row) => identity(part, row.key)),
  );
  const outputs = after.tasks.flatMap((task) =>
    task.outputs.filter((output) => !known.has(output.key)).map((output) => identity('output', output.key)),
  );
  await insertInParts(db, 'plan_row', [...made, ...outputs]);
}

/** What is said of a state in `change`: a draft keeps what it was when the row was first touched in it. */
function storedChange(state: RowState | undefined, change: 'added' | 'changed' | 'moved', version: number) {
  if (!state) return 'added';
  if (state.fromVersion < version) return change;
  return state.change === 'moved' ? change : state.change;
}

async function savePart<P extends Part>(
  db: Db,
  to: VersionToSave,
  part: P,
  before: StoredContent,
  after: PlanContent,
  children: ChildrenToSave,
): Promise<void> {
  const former = new Map(rowsOf(before.content, part).map((row) => [row.key, row]));
  const kept = new Set(rowsOf(after, part).map((row) => row.key));
  const ended = [...former.values()].filter((row) => !kept.has(row.key));
  const begun = rowsOf(after, part).flatMap((row) => {
    const change = changeOfRow(part, former.get(row.key), row);
    return change === 'same' || change === 'removed' ? [] : [{ row, change }];
  });
  const keys = [...ended, ...begun.map(({ row }) => row)].map((row) => row.key).filter((key) => former.has(key));
  await endStates(db, to, tableOfPart[part], keys, before.states);
  if (part === 'task') for (const row of ended) children.end(row as ContentTask);
  const rows = begun.map(({ row, change }) => {
    const state = { ...to, change: storedChange(before.states.get(row.key), change, to.version) };
    const was = former.get(row.key) as ContentTask | undefined;
    return rowInserts[part](row, state, () => children.begin(was, row as ContentTask));
  });
  await insertInParts(db, tableOfPart[part], rows);
}

/** Ends states of the versions before; those of the same (draft) version never were, and go. */
async function endStates(
  db: Db,
  to: VersionToSave,
  table: (typeof tableOfPart)[Part],
  keys: readonly string[],
  states: ReadonlyMap<string, RowState>,
): Promise<void> {
  const ofDraft = keys.filter((key) => states.get(key)?.fromVersion === to.version);
  const earlier = keys.filter((key) => states.get(key)?.fromVersion !== to.version);
  if (earlier.length > 0) {
    await db
      .updateTable(table)
      .set({ to_version: to.version })
      .where('unit_id', '=', to.unitId)
      .where(isOneOf(earlier))
      .where('to_version', '>', to.version)
      .execute();
  }
  if (ofDraft.length > 0) {
    await db
      .deleteFrom(table)
      .where('unit_id', '=', to.unitId)
      .where(isOneOf(ofDraft))
      .where('from_version', '=', to.version)
      .execute();
  }
}
