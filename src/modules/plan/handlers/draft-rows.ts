import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Part, PlanContent, RowOf } from '../domain/version/plan-content.ts';
import { listOfPart, rowsOf } from '../domain/version/plan-content.ts';
import { wordsOfRow } from '../domain/version/row-words.ts';
import { ensureHolders } from '../store/holders.ts';
import { findContent, type StoredContent } from '../store/load-content.ts';
import { saveContent, withIds } from '../store/save-content.ts';
import { type Draft, draftTouched } from './draft.ts';

/** Which row changes in a draft, and how its acts are called in the log. */
export type DraftPart = Extract<Part, 'task' | 'target'>;

/** The draft as it is, of its tasks only the one named. */
export async function loadDraft(ctx: Context, draft: Draft, taskId: Id): Promise<StoredContent> {
  const stored = await findContent(ctx.db, ctx.unitId, draft.at.planId, draft.at.version, taskId);
  if (!stored) throw new Error('a draft without its version');
  return stored;
}

/** The row of an id in what was loaded; 404 when the draft has none. */
export function getRow<P extends DraftPart>(stored: StoredContent, part: P, id: Id): RowOf[P] {
  return rowsOf(stored.content, part).find((row) => row.key === id) ?? fail('plan-row-unknown', {}, 404);
}

/** `content` with one row put in, changed or (undefined) taken out. */
export function withRow<P extends DraftPart>(
  content: PlanContent,
  part: P,
  key: string,
  row: RowOf[P] | undefined,
): PlanContent {
  const rows = rowsOf(content, part);
  const found = rows.some((one) => one.key === key);
  const changed = found
    ? rows.flatMap((one) => (one.key === key ? (row ? [row] : []) : [one]))
    : row
      ? [...rows, row]
      : rows;
  return { ...content, [listOfPart[part]]: changed };
}

/** Writes a change of one row of a draft, logs it with its words before and after, and answers with the draft's state. */
export async function saveDraftRow<P extends DraftPart>(
  ctx: Context,
  draft: Draft,
  part: P,
  stored: StoredContent,
  changed: PlanContent,
  former: RowOf[P] | undefined,
) {
  const after = withIds(changed, ctx.newId);
  const rows = rowsOf(after, part);
  const known = new Set(rowsOf(stored.content, part).map((row) => row.key));
  const row = former ? rows.find((one) => one.key === former.key) : rows.find((one) => !known.has(one.key));
  await ensureHolders(ctx, after);
  await saveContent(ctx.db, draft.at, stored, after);
  const act = former ? (row ? 'changed' : 'removed') : 'added';
  const id = (row?.key ?? former?.key ?? '') as Id;
  ctx.log({
    action: `plan.${part}-${act}`,
    record: { type: `plan-${part}`, id },
    ...(former ? { before: { ...wordsOfRow(part, former) } } : {}),
    ...(row ? { after: { ...wordsOfRow(part, row) } } : {}),
  });
  return { ...(await draftTouched(ctx, draft)), id };
}
