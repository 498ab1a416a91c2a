import { formatDate } from '#kernel/plain-date.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import type { Context } from '#server/context.ts';
import type { Mount } from '#server/module.ts';
import {
  awaitAuthority,
  pauseWork,
  reopenWork,
  resumeWork,
  reviewStanding,
  startWork,
  triggerWork,
  voidWork,
} from '../../contract/acts.ts';
import { nextReview } from '../../domain/next-review.ts';
import { withdrawExtension } from '../../store/extensions.ts';
import { actOn } from './act-on.ts';
import { asHolder, asOneself, type Standing } from './standing.ts';
import { nameOfEvidence, usableEvidence } from './usable-evidence.ts';

/** Routes by which work goes on, waits, ends without an output or is taken up again. */
export function mountProgress(mount: Mount): void {
  mount(startWork, (ctx, asked) =>
    actOn(ctx, asked, 'start', {}, (standing) => ({ by: asHolder(ctx, standing), reason: asked.body.note })),
  );

  mount(reviewStanding, (ctx, asked) =>
    actOn(ctx, asked, 'review', {}, async (standing) => ({
      by: asHolder(ctx, standing),
      reason: asked.body.note,
      reviewOn: nextReview(
        ctx.today,
        standing.obligation.reviewOn,
        standing.obligation.planYear,
        await loadWorkingCalendar(ctx.db, ctx.unitId),
      ),
    })),
  );

  mount(pauseWork, (ctx, asked) => {
    const { reason } = asked.body;
    return actOn(ctx, asked, 'pause', { reason }, (standing) => waiting(ctx, standing, reason));
  });

  mount(awaitAuthority, (ctx, asked) => {
    const { reason } = asked.body;
    return actOn(ctx, asked, 'await-authority', { reason }, (standing) => waiting(ctx, standing, reason));
  });

  mount(resumeWork, (ctx, asked) =>
    actOn(ctx, asked, 'resume', {}, (standing) => ({
      by: asHolder(ctx, standing),
      reason: asked.body.note,
      stageReason: null,
    })),
  );

  mount(triggerWork, (ctx, asked) => {
    const { reason, due, evidenceId } = asked.body;
    return actOn(ctx, asked, 'trigger', { reason, due }, async (standing) => {
      const [document] = await usableEvidence(ctx, evidenceId === undefined ? [] : [evidenceId]);
      const words = document
        ? `Theo ${nameOfEvidence(document)}: hạn ${formatDate(due)}.`
        : `Đặt hạn ${formatDate(due)}: ${reason}`;
      return {
        by: asOneself(ctx, standing),
        reason,
        due,
        firstDue: standing.obligation.firstDue ?? due,
        dueSteps: [
          ...standing.obligation.dueSteps.filter(({ code }) => code !== 'waits'),
          { code: 'due', day: due, words },
        ],
        stageReason: null,
        evidenceId,
      };
    });
  });

  mount(voidWork, (ctx, asked) => {
    const { reason, evidenceId } = asked.body;
    return actOn(ctx, asked, 'void', { reason, evidence: 1 }, async (standing) => {
      await usableEvidence(ctx, [evidenceId]);
      return {
        by: asOneself(ctx, standing),
        reason,
        stageReason: reason,
        evidenceId,
        beside: withdrawExtension(ctx, standing.obligation),
      };
    });
  });

  mount(reopenWork, (ctx, asked) => {
    const { reason } = asked.body;
    return actOn(ctx, asked, 'reopen', { reason }, (standing) => ({
      by: asOneself(ctx, standing),
      reason,
      stageReason: reason,
      doneOn: null,
      closingId: null,
    }));
  });
}

function waiting(ctx: Context, standing: Standing, reason: string) {
  return { by: asHolder(ctx, standing), reason, stageReason: reason };
}
