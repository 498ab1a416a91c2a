import { foldWords } from '#kernel/fold.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { carryOut, type Settling } from '../domain/review/carry-out.ts';
import { isHistory } from '../domain/review/decisions.ts';
import { doubtIdOf } from '../store/doubt-id.ts';
import { applyEdit, doerOf, type Review } from './review.ts';

export interface DecisionAsked extends Omit<Settling, 'choice'> {
  readonly doubtId: string;
  readonly choice: Settling['choice'] | null;
}

/** Headings of one field say the same words, apart from case and marks, or one holds the other. */
function sameHeading(heading: string, other: string): boolean {
  const [a, b] = [foldWords(heading), foldWords(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

function idOf({ code, key }: { readonly code: string; readonly key: string }): string {
  return doubtIdOf(code, key);
}

/** Carries decisions out in the open review, one after another; answers with the choices that stood before. */
export function decideAll(ctx: Context, review: Review, asked: readonly DecisionAsked[]) {
  const places = new Map(review.contradictions.map((one, at) => [idOf(one), at]));
  const before = asked.map(({ doubtId }) => ({
    doubtId,
    choice: review.decisions.find((one) => idOf(one) === doubtId)?.choice ?? null,
  }));
  for (const one of asked) {
    const at = places.get(one.doubtId);
    if (one.choice === null) review.decisions = review.decisions.filter((other) => idOf(other) !== one.doubtId);
    else if (at === undefined) fail('doubt-gone', { doubtId: one.doubtId }, 409);
    else decide(ctx, review, at, { ...one, choice: one.choice });
  }
  return before;
}

/** Decides on one contradiction; does nothing when an earlier decision of the same act took away what it is about. */
function decide(ctx: Context, review: Review, at: number, asked: Settling & { readonly doubtId: string }): void {
  const contradiction = review.contradictions[at];
  if (!contradiction || isHistory(contradiction)) return;
  const corrected = [...review.acts.edits, ...review.newEdits].some((edit) =>
    contradiction.places.some(({ path }) => edit.path === path || edit.path.startsWith(`${path}/`)),
  );
  const done = carryOut(review.reading, contradiction, asked, sameHeading, corrected);
  if (!done.ok) fail(done.code, { doubtId: asked.doubtId });
  const { at: when, by, byName } = doerOf(ctx);
  const decision = {
    key: contradiction.key,
    code: contradiction.code,
    choice: asked.choice,
    places: contradiction.places.map((place) => place.path),
    reason: asked.reason ?? null,
    at: when,
    by,
    byName,
  };
  review.decisions = [...review.decisions.filter((one) => one.key !== decision.key), decision];
  for (const edit of done.edits) applyEdit(ctx, review, edit, asked.reason);
}
