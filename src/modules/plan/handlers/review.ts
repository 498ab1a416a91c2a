import type { Id } from '#kernel/brands.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { planReading } from '../contract/reading.ts';
import type { Contradiction } from '../domain/contradictions/contradiction.ts';
import { findContradictions, inOrder, issuerOf } from '../domain/contradictions/find-contradictions.ts';
import type { PlanReading } from '../domain/reading/plan-reading.ts';
import { type Decision, isHistory, moveContradiction, moveDecision, openCounts } from '../domain/review/decisions.ts';
import { editReading, type ReadingEdit } from '../domain/review/edit-reading.ts';
import type { MadeEdit } from '../domain/review/rebase-edits.ts';
import { doubtIdOf, goneId, isGone } from '../store/doubt-id.ts';
import { type Doer, insertEdits, loadReviewActs, type ReviewActs, replaceDecisions } from '../store/import-review.ts';
import { findImportForWrite, type ImportChange, type StoredImport, updateImport } from '../store/imports.ts';

/** A decision in an open review: who made it goes with it. */
export interface ReviewDecision extends Decision {
  readonly reason: string | null;
  readonly at: string;
  readonly by: string | null;
  readonly byName: string;
}

/** An import that is being reviewed, as it is in the middle of one act. */
export interface Review {
  readonly stored: StoredImport;
  readonly acts: ReviewActs;
  reading: PlanReading;
  contradictions: readonly Contradiction[];
  decisions: readonly ReviewDecision[];
  readonly newEdits: (MadeEdit & { readonly reason?: string | undefined })[];
  /** Lines that this act settles. */
  readonly newLines: number[];
}

/** Who acts, for the records of this module. */
export function doerOf(ctx: Context): Doer {
  return ctx.session
    ? { at: ctx.at, by: ctx.session.accountId, byName: getSession(ctx).name }
    : { at: ctx.at, by: null, byName: 'Hệ thống' };
}

/** The import, locked; 404 when there is none, 409 when its version is another one. */
export async function getImportAt(ctx: Context, id: Id, version: number): Promise<StoredImport> {
  const stored = await findImportForWrite(ctx.db, ctx.unitId, id);
  if (!stored) fail('not-found', {}, 404);
  if (stored.version !== version) fail('stale-version', {}, 409, { current: currentOf(stored) });
  return stored;
}

/** What the other's change is told as. */
export function currentOf({ id, version, state, title, year }: StoredImport) {
  return { id, version, state, title, year };
}

/** Opens an import for a change of what was read. Refuses unless it is under review. */
export async function openReview(ctx: Context, id: Id, version: number): Promise<Review> {
  const stored = await getImportAt(ctx, id, version);
  if (stored.state !== 'review' || !stored.reading) fail('import-not-reviewed', {}, 409);
  const acts = await loadReviewActs(ctx.db, ctx.unitId, id);
  return {
    stored,
    acts,
    reading: stored.reading,
    contradictions: stored.doubts,
    decisions: decisionsOf(acts),
    newEdits: [],
    newLines: [],
  };
}

/** The decisions of an import in the form of the rules. */
export function decisionsOf(acts: ReviewActs): ReviewDecision[] {
  return acts.decisions.map((one) => ({
    key: `${one.kind}:${one.places.join('+')}${isGone(one.doubt_id) ? '#' : ''}`,
    code: one.kind,
    choice: one.choice,
    places: one.places,
    reason: one.reason,
    at: one.made_at,
    by: one.made_by,
    byName: one.made_by_name,
  }));
}

/** Makes a correction; decisions follow the rows they are about. Refuses a wrong place (404) or value (400). */
export function applyEdit(ctx: Context, review: Review, edit: ReadingEdit, reason?: string): MadeEdit {
  const edited = editReading(review.reading, edit);
  if (!edited) fail('import-edit-place', {}, 404);
  const parsed = planReading.safeParse(edited.reading);
  if (!parsed.success) fail('import-edit-value', {}, 400);
  review.reading = edited.reading;
  const made = { id: ctx.newId(), op: edit.op, path: edited.path, before: edited.before, after: edit.value };
  review.newEdits.push({ ...made, reason });
  review.decisions = review.decisions.map((decision) => moveDecision(decision, made));
  review.contradictions = review.contradictions.map((one) => moveContradiction(one, made));
  return made;
}

/** Contradictions of the reading as it is now; those about the form of lines do not change by corrections. */
function findAgain(review: Review): Contradiction[] {
  const ofForm = review.contradictions.filter((one) => one.code === 'mixedMarkers');
  const found = findContradictions(review.reading, issuerOf(review.reading));
  return inOrder([...found, ...ofForm.filter((one) => !found.some((other) => other.key === one.key))]);
}

/** The open questions of a review. */
export function countsOf(review: Review): { blocking: number; all: number; unread: number } {
  const settled = new Set([...review.acts.lines.map((one) => one.line), ...review.newLines]);
  const decided = new Set(review.decisions.map((one) => one.key));
  const open = openCounts(review.contradictions, decided);
  return { ...open, unread: review.reading.unread.filter((one) => !settled.has(one.line)).length };
}

/** Writes a review back: reading, contradictions found anew, corrections, decisions. Answers with its new state. */
export async function saveReview(ctx: Context, review: Review) {
  const { stored } = review;
  const edited = review.newEdits.length > 0 || review.reading !== stored.reading;
  if (edited) review.contradictions = findAgain(review);
  const open = countsOf(review);
  const version = await updateImport(ctx.db, ctx.unitId, stored.id as Id, {
    ...(edited ? readingChange(review) : {}),
    blocking_count: open.blocking,
    open_count: open.all,
    unread_count: open.unread,
  });
  await insertEdits(ctx.db, ctx.unitId, stored.id as Id, review.newEdits, doerOf(ctx));
  await saveDecisions(ctx, review);
  return { id: stored.id as Id, version, state: stored.state, open };
}

function readingChange({ reading, contradictions }: Review): ImportChange {
  return {
    reading: JSON.stringify(reading),
    doubts: JSON.stringify(contradictions),
    title: reading.title,
    year: reading.year,
    issuer: reading.issuer,
  };
}

async function saveDecisions(ctx: Context, review: Review): Promise<void> {
  const before = decisionsOf(review.acts);
  if (JSON.stringify(before) === JSON.stringify(review.decisions)) return;
  const rows = review.decisions.map((one) => ({
    doubt_id: isHistory(one) ? goneId(ctx.newId()) : doubtIdOf(one.code, one.key),
    kind: one.code,
    choice: one.choice,
    reason: one.reason,
    places: one.places,
    made_at: one.at,
    made_by: one.by,
    made_by_name: one.byName,
  }));
  await replaceDecisions(ctx.db, ctx.unitId, review.stored.id as Id, rows);
}
