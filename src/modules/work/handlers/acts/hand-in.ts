import type { Id } from '#kernel/brands.ts';
import type { Evidence } from '#modules/evidence/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { handIn, handInMany, reportNotArising, withdrawHandIn } from '../../contract/acts.ts';
import { findApprover } from '../../domain/approver-of.ts';
import type { Change } from '../../store/apply-act.ts';
import { decideSubmission, insertSubmission } from '../../store/submissions.ts';
import { actOn, carryOut } from './act-on.ts';
import { actOnMany } from './act-on-many.ts';
import { asHolder, peopleIn, type Standing } from './standing.ts';
import { nameOfEvidence, usableEvidence } from './usable-evidence.ts';

/** Routes by which outputs are handed in, taken back, or said not to arise. */
export function mountHandIn(mount: Mount): void {
  mount(handIn, (ctx, asked) => {
    const { evidenceIds, note } = asked.body;
    return actOn(ctx, asked, 'hand-in', { evidence: evidenceIds.length }, async (standing) =>
      submitted(ctx, standing, { kind: 'evidence', evidence: await usableEvidence(ctx, evidenceIds), note }),
    );
  });

  mount(reportNotArising, (ctx, asked) => {
    const { evidenceIds, reason } = asked.body;
    return actOn(ctx, asked, 'not-arising', { reason, evidence: evidenceIds.length }, async (standing) => ({
      ...submitted(ctx, standing, {
        kind: 'not-arising',
        evidence: await usableEvidence(ctx, evidenceIds),
        note: reason,
      }),
      stageReason: reason,
    }));
  });

  mount(withdrawHandIn, (ctx, asked) => {
    const { reason } = asked.body;
    return actOn(ctx, asked, 'withdraw', { reason }, (standing) => {
      const by = asHolder(ctx, standing);
      return {
        by,
        reason,
        stageReason: null,
        closingId: null,
        approverId: null,
        beside: [decideSubmission(ctx, getOpen(standing), { state: 'withdrawn', by, reason })],
      };
    });
  });

  mount(handInMany, async (ctx, { body }) => {
    const evidence = await usableEvidence(ctx, body.evidenceIds);
    return actOnMany(ctx, 'hand-in', body.items, { evidence: evidence.length }, (standing) =>
      carryOut(ctx, 'hand-in', standing, submitted(ctx, standing, { kind: 'evidence', evidence, note: body.note })),
    );
  });
}

/** The id of what was handed in and waits; the rule has made sure that there is one. */
export function getOpen({ obligation }: Standing): Id {
  if (!obligation.submission) throw new Error('nothing waits for a decision');
  return obligation.submission.id;
}

/** What handing in changes: a submission with its evidence, on its way to the post that decides about it. */
function submitted(
  ctx: Context,
  standing: Standing,
  given: {
    readonly kind: 'evidence' | 'not-arising';
    readonly evidence: readonly Evidence[];
    readonly note: string | undefined;
  },
): Omit<Change, 'act' | 'stage'> {
  const { obligation, posts, me } = standing;
  const signed = given.evidence.every((one) => one.signedAndNumbered);
  const decides = findApprover({ kind: given.kind, signed, by: getSession(ctx).personId ?? undefined }, posts);
  if (!decides) fail('work-no-approver', {}, 409);
  const id = ctx.newId();
  const by = asHolder(ctx, standing);
  const evidenceIds = given.evidence.map((one) => one.id);
  const { route, approverId } = decides;
  return {
    by,
    reason: given.note,
    closingId: id,
    approverId,
    submissionId: id,
    beside: insertSubmission(ctx, {
      id,
      obligation,
      kind: given.kind,
      note: given.note,
      route,
      approverId,
      by,
      evidenceIds,
    }),
    said: { evidence: given.evidence.map(nameOfEvidence) },
    events: [{ topic: 'submission.submitted', payload: { submissionId: id, obligationId: obligation.id } }],
    tell: {
      kind: 'work.submitted',
      people: peopleIn(standing.staffed, approverId).filter((person) => person !== me),
      params: { by: by.name },
    },
  };
}
