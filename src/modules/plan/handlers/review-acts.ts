import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { editReading, settleDoubts, settleUnread } from '../contract/imports.ts';
import { textFromLines, withLines } from '../domain/review/settle-reading.ts';
import { settleLines } from '../store/import-review.ts';
import { applyEdit, doerOf, openReview, saveReview } from './review.ts';
import { decideAll } from './settle.ts';

/** Routes that change what was read: corrections, decisions, unread lines. */
export function mountReviewActs(mount: Mount): void {
  mount(editReading, async (ctx, { params, body }) => {
    const review = await openReview(ctx, params.importId, body.version);
    const edit = applyEdit(ctx, review, { op: body.op, path: body.path, value: body.value }, body.reason);
    const answer = await saveReview(ctx, review);
    ctx.log({
      action: 'plan-import.edited',
      record: { type: 'plan-import', id: params.importId },
      before: { path: edit.path, value: edit.before ?? null },
      after: { path: edit.path, value: edit.after ?? null },
      ...(body.reason ? { reason: body.reason } : {}),
    });
    return answer;
  });

  mount(settleDoubts, async (ctx, { params, body }) => {
    const review = await openReview(ctx, params.importId, body.version);
    const before = decideAll(ctx, review, body.decisions);
    const answer = await saveReview(ctx, review);
    const reasons = body.decisions.flatMap((one) => one.reason ?? []);
    ctx.log({
      action: 'plan-import.settled',
      record: { type: 'plan-import', id: params.importId },
      before: { decisions: before },
      after: { decisions: body.decisions.map(({ doubtId, choice }) => ({ doubtId, choice })) },
      ...(reasons.length > 0 ? { reason: reasons.join('; ') } : {}),
    });
    return answer;
  });

  mount(settleUnread, async (ctx, { params, body }) => {
    const review = await openReview(ctx, params.importId, body.version);
    const unread = new Map(review.reading.unread.map((one) => [one.line, one.text]));
    const texts = body.lines.map((line) => unread.get(line) ?? fail('import-line-settled', {}, 409));
    let path: string | null = null;
    if (body.use === 'field') {
      if (body.path === undefined) fail('import-line-place');
      const edit = textFromLines(review.reading, body.path, texts);
      path = edit ? applyEdit(ctx, review, edit).path : body.path;
      review.reading = withLines(review.reading, path, body.lines);
    }
    review.newLines.push(...body.lines);
    await settleLines(ctx.db, ctx.unitId, params.importId, body.lines, body.use, path, doerOf(ctx));
    ctx.log({
      action: 'plan-import.lines-settled',
      record: { type: 'plan-import', id: params.importId },
      after: { lines: body.lines.length, use: body.use, path, texts },
    });
    return saveReview(ctx, review);
  });
}
