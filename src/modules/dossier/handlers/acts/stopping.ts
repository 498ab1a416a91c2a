import { sql } from 'kysely';
import { moment } from '#kernel/moment.ts';
import type { Context } from '#server/context.ts';
import type { Mount } from '#server/module.ts';
import * as contract from '../../contract/acts.ts';
import { type Change, endingNow } from '../../store/apply-act.ts';
import { endPause, withoutPause } from '../../store/pauses.ts';
import { settleSupplements } from '../../store/supplements.ts';
import { stopOf } from '../slip-contents.ts';
import { type Act, carryOut, obeyAct, onOne } from './carry-out.ts';
import type { Standing } from './standing.ts';

/** Routes by which a dossier ends without a result: as the applicant wishes, or as nothing was added to it. */
export function mountStopping(mount: Mount): void {
  mount(contract.stop, onOne(stop));
  mount(contract.closeNoSupplement, onOne(close));
}

export const stop: Act<{ readonly reason: string; readonly feesReturned: string }> = async (
  ctx,
  standing,
  { reason, feesReturned },
) => {
  obeyAct('stop', standing, { reason });
  return carryOut(ctx, 'stop', standing, ended(ctx, standing, 'applicant', reason, feesReturned));
};

const close: Act<{ readonly reason: string }> = async (ctx, standing, { reason }) => {
  obeyAct('close-no-supplement', standing, { reason });
  return carryOut(ctx, 'close-no-supplement', standing, ended(ctx, standing, 'no-supplement', reason, ''));
};

/** What had been accepted has its processing ended and judged; open drafts are void, and what paused goes on no more. */
function ended(
  ctx: Context,
  { dossier, by }: Standing,
  why: 'applicant' | 'no-supplement',
  reason: string,
  givenBack: string,
): Omit<Change, 'act' | 'state' | 'by'> {
  const now = moment(ctx.now);
  const isPaused = dossier.pauses.some((one) => one.toAt === null);
  const isAccepted = dossier.code !== null;
  const apologies = sql`update dossier_extension set state = 'rejected', decision_reason = ${reason}, version = version + 1
    where unit_id = ${ctx.unitId} and dossier_id = ${dossier.id} and state = 'draft'`;
  const sent = dossier.supplements.some((one) => one.state === 'sent');
  const drafted = dossier.supplements.some((one) => one.state === 'draft');
  return {
    row: { waitsFor: null, answerDueAt: null, stepDueAt: null, ...(isAccepted ? endingNow(ctx) : {}) },
    ...(isAccepted ? { time: { endedAt: now, pauses: withoutPause(dossier, now, false) } } : {}),
    slips: () => [{ kind: 'stop', content: stopOf(ctx, dossier, by, { why, reason, givenBack }) }],
    beside: [
      apologies,
      ...(isPaused ? [endPause(ctx, dossier.id, now, false)] : []),
      ...(sent ? [settleSupplements(ctx, dossier.id, 'sent', 'expired')] : []),
      ...(drafted && !sent ? [settleSupplements(ctx, dossier.id, 'draft', 'rejected', { by, reason })] : []),
    ],
    reason,
    topics: ['dossier.stopped'],
  };
}
