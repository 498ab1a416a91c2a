import type { Context } from '#server/context.ts';
import type { Mount } from '#server/module.ts';
import { accept, decideMany, returnWork } from '../../contract/acts.ts';
import type { Change } from '../../store/apply-act.ts';
import { withdrawExtension } from '../../store/extensions.ts';
import { decideSubmission } from '../../store/submissions.ts';
import { actOn, carryOut } from './act-on.ts';
import { actOnMany } from './act-on-many.ts';
import { getOpen } from './hand-in.ts';
import { inPost, type Standing } from './standing.ts';

/** Routes by which what was handed in is accepted or returned. */
export function mountDecide(mount: Mount): void {
  mount(accept, (ctx, asked) =>
    actOn(ctx, asked, 'accept', {}, (standing) => accepted(ctx, standing, asked.body.note)),
  );

  mount(returnWork, (ctx, asked) => {
    const { reason } = asked.body;
    return actOn(ctx, asked, 'return', { reason }, (standing) => returned(ctx, standing, reason));
  });

  mount(decideMany, (ctx, { body }) => {
    const { decision, reason = '' } = body;
    return actOnMany(ctx, decision, body.items, { reason }, (standing) =>
      carryOut(
        ctx,
        decision,
        standing,
        decision === 'accept' ? accepted(ctx, standing, reason || undefined) : returned(ctx, standing, reason),
      ),
    );
  });
}

function accepted(ctx: Context, standing: Standing, note: string | undefined): Omit<Change, 'act' | 'stage'> {
  const { obligation } = standing;
  const isDone = obligation.submission?.kind === 'evidence';
  return {
    ...decided(ctx, standing, 'accepted', note),
    ...(isDone ? { doneOn: obligation.submission?.submittedOn ?? null, stageReason: null } : {}),
    beside: [
      decideSubmission(ctx, getOpen(standing), {
        state: 'accepted',
        by: inPost(ctx, standing, standing.decidingId),
        reason: note,
      }),
      ...withdrawExtension(ctx, obligation),
    ],
  };
}

function returned(ctx: Context, standing: Standing, reason: string): Omit<Change, 'act' | 'stage'> {
  return {
    ...decided(ctx, standing, 'returned', reason),
    stageReason: reason,
    closingId: null,
    beside: [
      decideSubmission(ctx, getOpen(standing), {
        state: 'returned',
        by: inPost(ctx, standing, standing.decidingId),
        reason,
      }),
    ],
  };
}

function decided(
  ctx: Context,
  standing: Standing,
  outcome: 'accepted' | 'returned',
  reason: string | undefined,
): Omit<Change, 'act' | 'stage'> {
  const submissionId = getOpen(standing);
  const by = inPost(ctx, standing, standing.decidingId);
  const submittedBy = standing.obligation.submission?.submittedBy;
  return {
    by,
    reason,
    submissionId,
    approverId: null,
    events: [
      {
        topic: 'submission.decided',
        payload: { submissionId, obligationId: standing.obligation.id, accepted: outcome === 'accepted' },
      },
    ],
    tell: {
      kind: `work.${outcome}`,
      people: submittedBy ? [submittedBy] : [],
      params: { by: by.name, reason: reason ?? '' },
    },
  };
}
